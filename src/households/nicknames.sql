-- Names that people call one another by: a line is one given name, Polish and Ukrainian, in any letters. A name may stand in
-- more than one line (Ola is Aleksandra and Olena). A list of our own.
delete from households.everyday_name;
insert into households.everyday_name (given_name, name, sound, stem)
select g.nr, n.name, s.sound, households.stem(s.sound)
from regexp_split_to_table($$
Adam Adaś Adasiek
Adrian Adek
Agata Agatka Aga
Agnieszka Aga Agusia Agnisia Jagna
Albert Bert
Aleksander Olek Aleks Oleś Alek Oleksandr Sasza Sashko Саша Сашко Лесь
Aleksandra Ola Olka Oleńka Aleks Oleksandra Sasza Саша Леся
Aleksy Oleksij Oleksa Alosza Олексій Льоша
Alicja Ala Alka Alusia
Alina Ala Alinka
Amelia Amelka Mela
Anastazja Anastasija Nastka Nastia Анастасія Настя Стася
Andrzej Jędrek Andrij Andriusza Jędruś Андрій
Angelika Andżelika Andżela Angela
Aniela Anielka Nela
Anna Ania Anka Anusia Hania Hanna Andzia Aneczka Anula Hanka Ганна Аня Галя
Antoni Antek Antoś Tosiek Tolek Anton Антін
Antonina Tosia Antosia Tonia
Apolonia Pola Polcia
Artur Arturek Artek
Barbara Basia Baśka Basieńka Barbórka Warwara Варвара
Bartłomiej Bartek Bartosz Bartuś
Beata Beatka Becia
Bogdan Bodzio Bohdan Bodia Богдан
Bogumiła Bogusia Miła
Bogusław Boguś Bodek
Bogusława Bogusia Boguśka
Bolesław Bolek Boluś
Bożena Bożenka Bożka
Bronisław Bronek
Bronisława Bronka Bronia
Cecylia Cela Cesia Cecylka
Cezary Czarek
Czesław Czesiek Czesio
Czesława Czesia
Damian Damianek
Daniel Danek Danyło Данило Даня
Daniela Danka
Danuta Danka Danusia Danka
Dariusz Darek Daruś
Dawid Dawidek Davyd
Dmytro Dima Dymitr Dmitrij Дмитро Діма Митько
Dominik Dominiczek Domin
Dominika Domi Dominisia
Dorota Dorotka Dosia Dorcia
Edward Edek Edzio
Edyta Edytka Edka
Elżbieta Ela Elka Elunia Elżunia Bietka Lisaweta Єлизавета Ліза
Emilia Emilka Milka Mila
Eugenia Gienia Jewhenia Євгенія Женя
Eugeniusz Gienek Genek Jewhen Żenia Євген Женя
Ewa Ewka Ewcia Ewunia Jewa Єва
Ewelina Ewelinka Ewela
Fedir Teodor Fedia Fedko Федір Федя
Feliks Felek Feluś
Filip Filipek Fifi Pylyp Пилип
Franciszek Franek Franuś Franio Ferenc
Franciszka Frania Franka
Gabriel Gabryś Gabrysiek
Gabriela Gabrysia Gaba Gabi
Genowefa Gienia Genia Gienka
Grażyna Grażynka Grażka
Grzegorz Grzesiek Grześ Hryhorij Hryć Григорій Гриць Гриша
Gustaw Gucio Gustek
Halina Halinka Hala Hałyna Галина Галя
Hanna Hania Hanka Ganna Ганна
Helena Hela Helenka Helcia Lena Olena Олена
Henryk Heniek Henio Heniu
Henryka Henia Heniusia
Hubert Hubi Hubercik
Ignacy Ignaś Ignac Hnat Гнат
Igor Igorek Ihor Ігор
Irena Irenka Ircia Irka Iryna Ира Ірина Іра
Iwona Iwonka Iwka
Iwan Iwaś Wania Jan Іван Ваня Івась
Izabela Iza Izka Bela Izunia
Jacek Jacuś Jacenty Hiacynt
Jadwiga Jadzia Jagoda Jadźka Jaga Iga
Jakub Kuba Jakubek Kubuś Jakiw Яків Яша
Jan Janek Jaś Jasiek Jasio Janusz Johann
Janina Janka Jasia Nina Janeczka
Janusz Januszek Jasiek
Jarosław Jarek Jaruś Jarosłav Ярослав Славко
Jarosława Jarka Sława
Jerzy Jurek Jerzyk Jurij Jura Юрій Юра Юрко
Jędrzej Jędrek Jędruś
Joanna Asia Aśka Joasia Joaśka Asieńka Joannka
Jolanta Jola Jolka Jolunia
Józef Józek Józio Josyp Йосип Юзик
Józefa Józia Józka
Julia Julka Jula Julcia Julita Юля
Julian Julek Juluś Uljan
Justyna Justynka Justysia Tyna
Kacper Kacperek Kasper
Kamil Kamilek
Kamila Kama Kamilka Mila
Karina Karinka
Karol Karolek Lolek
Karolina Karolinka Karola Karolcia Lina
Katarzyna Kasia Kaśka Kasieńka Kachna Kateryna Katia Katka Катерина Катя
Kazimierz Kazik Kazio Kazek
Kazimiera Kazia
Kinga Kinia Kingusia
Klaudia Klaudusia Klaudyna Klaudynka
Konrad Konradek Kondzio
Konstanty Kostek Kostiantyn Kostia Костянтин Костя
Kornelia Nela Kornelka
Krystian Krystek Kryst Krystianek
Krystyna Krysia Kryśka Krystynka
Krzysztof Krzysiek Krzyś Krzychu Krzysio Chrystofor
Ksenia Oksana Ksiusza Aksinia Xenia Оксана Ксеня
Larysa Lara Laryska Лариса
Laura Laurka
Lech Leszek
Leokadia Lodzia Loda
Leon Leoś Lew Łewko
Leszek Lesio Lech
Liliana Lila Lilka Lilia
Liudmyła Ludmiła Luda Lusia Людмила Люда
Lubow Luba Liubow Любов Люба
Lucjan Lucek Lutek
Lucyna Lucynka Lusia Lucka
Ludwik Ludek Lutek
Łucja Łucjanka Lusia
Łukasz Łukaszek Luka Łuka
Maciej Maciek Maciuś Macius Matwij Матвій
Magdalena Magda Madzia Magdusia Lena Magdalenka
Maksymilian Maks Maksio Maksym Максим
Małgorzata Gosia Małgosia Gośka Małgośka Margaryta Rita Greta Маргарита
Marcelina Marcelinka Marcela Celina
Marcin Marcinek Marcinos Martyn
Marek Mareczek Maruś Marko Марко
Maria Marysia Maryśka Mania Marysieńka Majka Maja Marijka Марія Марійка Маша Маруся
Marian Marianek Maniek
Marianna Marysia Mariola Marianka Mar'jana
Mariola Mariolka Mania
Mariusz Mariuszek Maniek
Marta Martusia Martunia Marcia
Martyna Martynka Tyna
Mateusz Mateuszek Mati Matek
Michał Michałek Misiek Misza Mychajło Мишко Михайло Миша
Michalina Misia Michasia
Mieczysław Mietek Miecio
Mieczysława Mietka
Mikołaj Mikołajek Miki Mykoła Kola Микола Коля
Milena Milenka Mila
Mirosław Mirek Miruś Myrosław Мирослав
Mirosława Mirka Mirusia Myrosława
Monika Monia Monisia
Natalia Natalka Nata Natasza Tala Natalija Наталія Наташа Наталка
Nikola Nikolka Nikolina Nikoletta
Nikodem Niko Nikoś
Norbert Norbi Norbercik
Oksana Oksanka Ksenia Оксана Ксюша
Ołeh Oleg Ołeżko Олег
Olena Ołena Lena Ola Helena Олена Лена Леся
Olga Ola Olha Olka Ольга Оля
Oliwia Oliwka Liwia
Oskar Oskarek
Ostap Ostapko
Patrycja Patka Patrysia Pati
Patryk Patryczek Patyś
Paulina Paula Paulinka Paulinka
Paweł Pawełek Pawlik Pawło Pasza Павло Паша
Piotr Piotrek Piotruś Petro Петро Петрик
Przemysław Przemek Przemo
Radosław Radek Raduś
Rafał Rafałek Rafi
Regina Renia Reginka
Renata Renia Renatka Rena
Robert Robercik Robi Bert
Roman Romek Romuś Roma
Ryszard Rysiek Rysio
Sabina Sabinka Sabcia
Sandra Sandrusia
Sebastian Seba Bastek Sebuś
Siergiej Serhij Sergiusz Sierioża Сергій Сережа
Sławomir Sławek
Sławomira Sława Sławka
Sofia Zofia Sofija Софія
Stanisław Staszek Stasiek Staś Stach
Stanisława Stasia Staszka
Stefan Stefek Stepan Степан
Stefania Stefa Stefcia Stefka
Switłana Swietłana Swieta Светлана Світлана Світла
Sylwester Sylwek
Sylwia Sylwka Sylwunia
Szczepan Szczepanek Stepan
Szymon Szymek Szymuś Semen Семен
Tadeusz Tadek Tadzio
Taras Tarasyk
Tatiana Tania Tetiana Tetjana Тетяна Таня
Teresa Tereska Renia Terenia
Tomasz Tomek Tomuś Tomcio Choma
Tymoteusz Tymek Tymofij Тимофій Тимко
Urszula Ula Ulka Ulcia Uliana
Wacław Wacek Wacuś Wiaczesław В'ячеслав Слава
Wacława Wacia
Waldemar Waldek Walduś
Walentyna Wala Walentynka Walka Валентина Валя
Waleria Walera Wala Валерія Лєра
Wanda Wandzia Wandeczka
Wasyl Bazyli Waśko Василь Вася
Weronika Wera Weronka Nika Вероніка
Wiesław Wiesiek Wiesio
Wiesława Wiesia Wieśka
Wiktor Wiktorek Witek Wiktorko Віктор Вітя
Wiktoria Wika Wiki Wikusia Viktoriia Вікторія Віка
Wincenty Wicek Wicuś
Wira Wiera Wierka Віра
Witalij Witek Віталій Віталик
Witold Witek Wituś
Władysław Władek Władzio Włodek Владислав Влад
Władysława Władzia
Włodzimierz Włodek Wołodymyr Wołodia Wowa Володимир Вова Володя
Wojciech Wojtek Wojtuś Wojciesz
Zbigniew Zbyszek Zbysio Zbychu Zbysiek
Zdzisław Zdzisiek Zdzich Zdzisio
Zdzisława Zdzisia
Zenon Zenek Zenuś
Zofia Zosia Zośka Zosieńka Sofija Zofija Зоя
Zuzanna Zuzia Zuza Zuzka Zuzanka
Zygmunt Zygmuś Zyga Ziggi
$$, '\n') with ordinality g (line, nr)
cross join lateral (select distinct x as name from regexp_split_to_table(g.line, ' ') x where x <> '') n
cross join lateral (select unnest(households.sounds(n.name, 'polish')) limit 1) s (sound);

-- Names kept before are found by today's keys: made anew when what makes them is another than it was.
do $$
declare
  made constant text := (select md5(string_agg(pg_get_functiondef(f.oid), '' order by f.proname)) from pg_proc f
    where f.pronamespace = 'households'::regnamespace
      and f.proname in ('latin', 'sounds', 'stem', 'nearly', 'readings', 'as_one', 'words_of', 'keys_of'));
begin
  if made = (select s.value from splot.setting s where s.name = 'names made by') then return; end if;
  update households.name n set words = w.words, keys = households.keys_of(n.shown, w.words)
  from (select person_id, kind, shown, households.words_of(shown) as words from households.name) w
  where (n.person_id, n.kind, n.shown) = (w.person_id, w.kind, w.shown);
  insert into splot.setting (name, value) values ('names made by', made) on conflict (name) do update set value = excluded.value;
end $$;
