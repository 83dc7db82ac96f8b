import { caseOf } from '../../practice/families.ts'
import { journey } from '../journey.ts'

export default journey(
  'Jeden arkusz zgody',
  'Trzy instytucje pracują z rodziną Próbnych. Każdy dorosły dostaje jeden arkusz, a o dziecku podpisuje się kartkę osobno. Co zaznaczono, instytucje wymieniają między sobą. Oliwia ma 13 lat i jej „nie” zamyka pole, choć podpisali rodzice. Cofnięcie jednej zgody zabiera dokładnie tyle.',
  async (walk) => {
    const id = caseOf('probni')
    const joanna = await walk.as('Joanna Przykładna')
    const magda = await walk.as('Magda Bajkowska')
    const household = ((await joanna.asks(`/cases/${id}`)).body as { household: { id: string } }).household.id
    const people = async () =>
      (
        (await magda.asks(`/households/${household}`)).body as { people?: { givenName: string }[] }
      ).people?.map((person) => person.givenName) ?? []

    await joanna.open(`/families/${id}/consents`)
    await joanna.reads('Kto co o kim widzi')
    await joanna.picture('tabela osób i instytucji; nic jeszcze nie jest podpisane na wspólną pracę.')
    await joanna.press('Przygotuj arkusz: Mirosław Próbny')
    await joanna.picture('jeden arkusz dla jednej osoby dorosłej, a razem z nim kartki o dzieciach.')
    await joanna.press('Przygotuj')
    await joanna.press('Przygotuj arkusz: Karolina Próbna')
    await joanna.press('Przygotuj')
    await joanna.press('Przygotuj arkusz: Oliwia Próbna')
    await joanna.press('Przygotuj')
    await joanna.paper('Arkusz i kartki dla pana Mirosława', await printOf('Mirosław Próbny'))
    await joanna.paper('Kartka dla Oliwii', await printOf('Oliwia Próbna'))

    await joanna.press('Zapisz podpis: Oliwia Próbna')
    await joanna.pick('Poradnia Modelowa: sprawy rodziny')
    await joanna.picture('krzyżyki z kartki Oliwii: szkole mówi „nie”.')
    await joanna.press('Zapisz')
    for (const parent of ['Karolina', 'Mirosław']) {
      await joanna.press(`Zapisz podpis: ${parent} Prób`)
      for (const box of await joanna.page.getByRole('main').getByRole('checkbox').all()) await box.check()
      await joanna.press('Zapisz')
    }
    await joanna.reads('dziecko mówi „nie”')
    await joanna.picture('co jest otwarte, czego brakuje i kto powiedział „nie”; obok, co z tego widzą inni.')
    const seen = await people()
    if (!seen.includes('Mirosław') || !seen.includes('Kacper') || seen.includes('Oliwia'))
      throw new Error(`the school sees ${seen}`)
    await magda.open(`/families/${id}/consents`)
    await magda.doesNotRead('dziecko mówi „nie”')
    await magda.picture('szkoła widzi to, co jest dla niej otwarte, i nie dowiaduje się, kto odmówił.')

    const open = async () =>
      (
        (await joanna.asks(`/cases/${id}/joint-work`)).body as {
          open: { personName: string; institutionName: string; class: string }[]
        }
      ).open.map((it) => `${it.personName}, ${it.institutionName}, ${it.class}`)
    const before = await open()
    await joanna.press(/cofnij: sprawy rodziny, SP im. Nikogo/)
    await joanna.page.getByRole('dialog').getByLabel('Jak to powiedziano').fill('telefonem')
    await joanna.page.keyboard.press('Enter')
    await joanna.settled()
    const after = await open()
    const gone = before.filter((each) => !after.includes(each))
    if (gone.join() !== 'Mirosław Próbny, SP im. Nikogo, file' || after.length !== before.length - 1)
      throw new Error(`withdrawn is ${gone.join('; ')}`)

    async function printOf(name: string) {
      return (await joanna.page.getByRole('link', { name: `Wydrukuj: ${name}` }).getAttribute('href'))!
    }
  },
)
