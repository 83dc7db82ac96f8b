import { caseOf } from '../../practice/families.ts'
import { journey } from '../journey.ts'

export default journey(
  'Rodzina cofa zgodę',
  'Pani Sylwia mówi, że szkoła nie ma już znać jej spraw. Koordynatorka zapisuje to jednym kliknięciem. Od tej chwili szkoła nie widzi danych pani Sylwii, a wpis w rejestrze mówi, od kiedy do kiedy je znała.',
  async (walk) => {
    const id = caseOf('fikcyjni')
    const magda = await walk.as('Magda Bajkowska')
    const joanna = await walk.as('Joanna Przykładna')
    const household = ((await joanna.asks(`/cases/${id}`)).body as { household: { id: string } }).household.id
    const people = async () =>
      (
        (await magda.asks(`/households/${household}`)).body as { people?: { givenName: string }[] }
      ).people?.map((person) => person.givenName) ?? []
    if (!(await people()).includes('Sylwia'))
      throw new Error('the school should know the mother before she withdraws her consent')
    await magda.open(`/families/${id}`)
    await magda.picture('szkoła zna sprawę w zakresie zgody; na dole czyta, dlaczego to widzi i do kiedy.')

    await joanna.open(`/families/${id}/consents`)
    await joanna.press(/Cofnij zgodę: Sylwia/)
    await joanna.page
      .getByRole('dialog')
      .getByLabel('Jak osoba to powiedziała')
      .fill('ustnie, podczas wizyty')
    await joanna.page.keyboard.press('Enter')
    await joanna.reads(/cofnięta/)
    await joanna.picture('zgoda jest cofnięta; rejestr udostępnień pamięta, co i kiedy było znane.')
    await joanna.paper('Rejestr udostępnień dla rodziny', `/api/cases/${id}/disclosures.pdf`)

    if ((await people()).includes('Sylwia'))
      throw new Error('the school still sees the mother after she withdrew her consent')
    await magda.open(`/families/${id}`)
    await magda.doesNotRead('Sylwia')
    await magda.picture('szkoła dalej pracuje z Bartkiem, na którego zgoda trwa; pani Sylwii już nie widzi.')
  },
)
