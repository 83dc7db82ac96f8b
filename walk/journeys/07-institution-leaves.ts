import { caseOf } from '../../practice/families.ts'
import { journey } from '../journey.ts'

export default journey(
  'Instytucja wychodzi z partnerstwa',
  'Szkoła kończy udział w partnerstwie. Widzi najpierw, co i komu przekaże; dostęp do spraw kończy się od razu, a żadna otwarta rzecz nie ginie.',
  async (walk) => {
    const family = `/cases/${caseOf('probni')}`
    const magda = await walk.as('Magda Bajkowska')
    const before = await magda.asks(family)
    if (before.status !== 200)
      throw new Error(`the school does not see its case before leaving (${before.status})`)

    const iga = await walk.as('Iga Niedosłowna')
    await iga.open('/institution')
    await iga.picture('dyrektorka szkoły otwiera stronę swojej instytucji.')
    await iga.open('/partnerships')
    await iga.page
      .locator('main')
      .getByRole('link', { name: /im\. Nikogo/ })
      .first()
      .click()
    await iga.settled()
    await iga.follow('Zobacz, co się stanie')
    await iga.reads('przejmie')
    await iga.fill('Powód', 'Szkołę łączą z inną od stycznia.')
    await iga.picture(
      'zanim zdecyduje, widzi, co przejmą koordynatorzy; spraw nie zna z nazwisk, tylko z kodów.',
    )
    await iga.press('Wychodzimy')
    await iga.page.keyboard.press('Escape')
    await iga.page.getByRole('dialog').waitFor({ state: 'detached' })
    await iga.settled()
    await iga.stands('Wychodzimy')
    await iga.press('Wychodzimy')
    await iga.confirm('Wychodzimy')
    await iga.reads('Protokół przekazania')
    await iga.picture('protokół przekazania zostaje dla szkoły i dla partnerstwa.')

    const after = await magda.asks(family)
    if (after.status !== 404)
      throw new Error(`the school still sees the case after leaving (${after.status})`)
    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open(`/families/${caseOf('probni')}`)
    await joanna.picture('koordynatorka wie, że szkoła wyszła i co trzeba komuś powierzyć.')
    await joanna.open('/')
    await joanna.picture('otwarte rzeczy szkoły są teraz w Moim dniu koordynatorki.')
  },
)
