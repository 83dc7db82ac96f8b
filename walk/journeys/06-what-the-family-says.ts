import { idOf, institutionId } from '../../practice/act.ts'
import { caseOf } from '../../practice/families.ts'
import { journey } from '../journey.ts'

export default journey(
  'Rozmowa, ankieta, zgoda na papierze i wpis zastrzeżony',
  'Koordynatorka zapisuje pierwszą rozmowę w ankiecie, drukuje zgodę do podpisu i prosi szkołę o otwarcie notatki, o której wie tylko tyle, że jest.',
  async (walk) => {
    const joanna = await walk.as('Joanna Przykładna')
    const family = `/families/${caseOf('zmysleni')}`
    await joanna.open(`${family}/questionnaires`)
    await joanna.follow('Wydrukuj pustą')
    await joanna.reads('Pusta ankieta')
    await joanna.open(`${family}/questionnaires`)
    await joanna.press('Zacznij: Pierwsza rozmowa z rodziną')
    await joanna.reads(/Nie musisz pytać o wszystko/)
    // A day that is none is told, and the day before does not come back in its place.
    await joanna.fill('Którego dnia rozmawialiście?', '31.02.2026')
    await joanna.page.keyboard.press('Tab')
    await joanna.reads('Nie można wybrać dnia „31.02.2026”. Sprawdź datę.')
    // While it is told nothing is sent, as if no day had been written.
    await joanna.press('Gotowe')
    await joanna.doesNotRead(/czekają jeszcze na odpowiedź/)
    await joanna.reads('Nie można wybrać dnia „31.02.2026”. Sprawdź datę.')
    await joanna.fill('Którego dnia rozmawialiście?', '20.11.2026')
    await joanna.fill('Kto brał udział w rozmowie?', 'Igor i obaj chłopcy')
    await joanna.pick('W domu rodziny')
    await joanna.fill(/co jest teraz najtrudniejsze/, 'Piec nie działa, a pracy nie ma od wiosny.')
    await joanna.press('Gotowe')
    await joanna.reads(/czekają jeszcze na odpowiedź/)
    await joanna.picture(
      'ankieta mówi, na które pytania trzeba jeszcze odpowiedzieć; co napisano, jest zachowane.',
    )
    await joanna.pick('Tak')
    await joanna.fill('Ile?', '2')
    await joanna.pick('Jeszcze nie wie')
    await joanna.fill(/Kiedy i o czym rozmawiamy/, 'W piątek, o piecu')
    await joanna.press('Gotowe')
    await joanna.reads('Piec nie działa, a pracy nie ma od wiosny.')
    await joanna.picture('gotową czyta zespół ośrodka; można ją wydrukować i poprawić.')

    await joanna.paper(
      'zgoda do podpisu, zanim się ją zapisze: osoba sama zaznacza, co wolno przekazać.',
      `/api/cases/${caseOf('probni')}/consent.pdf?person=${idOf('probni/person/kacper')}&to=${institutionId('culture')}`,
    )

    const magda = await walk.as('Magda Bajkowska')
    await magda.open(`/families/${caseOf('probni')}/contacts/new`)
    await magda.choose('Co to było', 'Rozmowa telefoniczna')
    await magda.fill('Co się wydarzyło i co ustalono', 'Kacper boi się starszych kolegów z autobusu.')
    await magda.reads(/O kim: (dzieci|Oliwia, Kacper, Hania)/)
    await magda.press('Zapisz notatkę')
    await joanna.open(`/families/${caseOf('probni')}/timeline`)
    await joanna.press('Poproś o otwarcie')
    await joanna.page
      .getByRole('dialog')
      .getByLabel('Po co Ci ten wpis')
      .fill('Żeby Kacper nie musiał opowiadać dwa razy.')
    await joanna.confirm('Wyślij prośbę')
    await joanna.reads(/czekamy na odpowiedź/)
    await joanna.picture('koordynatorka wie, że wpis jest, i prosi o otwarcie; nie wie, czyj jest i o czym.')
    await magda.open('/')
    await magda.follow(/Czy otworzycie swój wpis/)
    await magda.reads('Kacper boi się starszych kolegów z autobusu.')
    await magda.reads(/Po otwarciu przeczytają: GOPS Ćwiczebny i SP im. Nikogo/)
    await magda.reads(/o kim: (dzieci|Oliwia, Kacper, Hania)/)
    await magda.picture('szkoła widzi, kto i po co pyta o jej notatkę, i odpowiada jednym przyciskiem.')
    await magda.press('Otwieramy')
    await magda.reads('Wpis jest otwarty')
    await joanna.open(`/families/${caseOf('probni')}/timeline`)
    await joanna.reads('Kacper boi się starszych kolegów z autobusu.')
    await joanna.picture(
      'oś czasu dzień po dniu: słowa rodziny i notatki w całości, drobne rzeczy w jednym wierszu.',
    )
    await joanna.press('Pokaż wszystko')
    await joanna.pick('Słowa rodziny')
    await joanna.reads('Cel rodziny')
    await joanna.doesNotRead('Kacper boi się starszych kolegów z autobusu.')

    // Whom a note is about: the whole family without a tap, and whom the words name only when Joanna says so
    await joanna.open(`/families/${caseOf('probni')}/contacts/new`)
    await joanna.choose('Co to było', 'Wizyta w domu')
    await joanna.reads('O kim: cała rodzina')
    await joanna.press('zmień')
    await joanna.page.getByLabel('cała rodzina').click({ force: true })
    await joanna.page.getByLabel('Karolina', { exact: true }).click({ force: true })
    await joanna.fill('Co się wydarzyło i co ustalono', 'Pani Karolina szuka pracy. Rano jest z Kacprem.')
    await joanna.pick('Zespół')
    await joanna.reads('W tekście jest Kacper. Czy to także o tej osobie?')
    await joanna.picture(
      'o kim jest notatka i kto ją przeczyta, widać przed zapisaniem; Splot pyta o tych, których nazywa tekst.',
    )
    await joanna.press('Zapisz notatkę')
    await joanna.reads('Odpowiedz jeszcze, czy to także o tej osobie.')
    await joanna.press('Tak, dodaj: Kacper')
    await joanna.reads('O kim: Karolina, Kacper')
    await joanna.press('Zapisz notatkę')
    await joanna.open(`/families/${caseOf('probni')}/contacts`)
    await joanna.reads('o kim: Karolina, Kacper')
    await joanna.picture('przy notatce stoi, o kim jest i kto ją widzi.')
  },
)
