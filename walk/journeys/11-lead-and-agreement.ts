import { addDays, numericDate, today } from '../../src/platform/texts/dates.ts'
import { journey } from '../journey.ts'

export default journey(
  'Inna instytucja prowadzi, a porozumienie kończy się wcześniej',
  'Partnerstwo wybiera nową instytucję prowadzącą, a potem kończy porozumienie przed czasem, żeby zawrzeć nowe. Sprawy rodzin zostają tam, gdzie są prowadzone.',
  async (walk) => {
    const danuta = await walk.as('Danuta Zmyślna')
    await danuta.open('/partnerships')
    await danuta.page.locator('main').getByRole('link', { name: /GOPS/ }).first().click()
    await danuta.settled()
    await danuta.follow('Przekaż prowadzenie')
    await danuta.choose('Kto poprowadzi partnerstwo?', /Powiatowe Centrum/)
    await danuta.fill('Decyzja partnerstwa', 'Uchwała nr 5, przyjęta jednogłośnie.')
    await danuta.picture(
      'kierowniczka proponuje prowadzenie innej instytucji i zapisuje decyzję partnerstwa.',
    )
    await danuta.press('Zaproponuj')
    await danuta.reads('Prowadzenie ma przejąć')

    const lidia = await walk.as('Lidia Domniemana')
    await lidia.open('/')
    await lidia.reads('Czy Twoja instytucja poprowadzi partnerstwo')
    await lidia.follow(/Czy Twoja instytucja poprowadzi/)
    await lidia.picture('osoba kierująca tamtą instytucją widzi propozycję w Moim dniu i odpowiada.')
    await lidia.press('Tak, prowadzimy')
    await lidia.confirm('Tak, prowadzimy')
    await lidia.reads('Zaproś instytucję')

    await lidia.follow('Dokumenty')
    await lidia.follow('Zakończ wcześniej')
    await lidia.fill('Ostatni dzień porozumienia', numericDate(addDays(today(), 20)))
    await lidia.fill('Dlaczego partnerstwo tak zdecydowało', 'Od nowego roku dołącza druga szkoła.')
    await lidia.picture(
      'zanim partnerstwo skończy porozumienie, widać w liczbach, co się skończy i co zostaje.',
    )
    await lidia.press('Zakończ porozumienie')
    await lidia.confirm('Zakończ porozumienie')
    await lidia.reads('Decyzja o zakończeniu')
    await lidia.picture('porozumienie ma nowy ostatni dzień, a decyzja jest do wydruku.')

    await lidia.open('/')
    await lidia.reads('Kończy się porozumienie')
    await lidia.picture(
      'sześćdziesiąt dni przed końcem kierujący widzą to w Moim dniu, dopóki nie ma nowego.',
    )
    await lidia.follow('Przygotuj nowe')
    await lidia.picture('nowe porozumienie zaczyna się dzień po starym i powtarza to, na co się umówiono.')
  },
)
