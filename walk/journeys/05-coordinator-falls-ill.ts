import { caseOf } from '../../practice/families.ts'
import { journey } from '../journey.ts'

export default journey(
  'Koordynatorka choruje, kierowniczka wyznacza inną',
  'Kierowniczka ośrodka widzi, że sprawa jest i kto ją prowadzi, ale nie czyta jej treści. Gdy koordynatorka choruje, wyznacza inną osobę; od tej chwili tamta sprawą już nie kieruje, a rodzina nie musi opowiadać wszystkiego od nowa.',
  async (walk) => {
    const family = `/families/${caseOf('niebylscy')}`
    const danuta = await walk.as('Danuta Zmyślna')
    await danuta.open('/families')
    await danuta.picture(
      'kierowniczka widzi wszystkie sprawy ośrodka: kod, etap i kto prowadzi. Nazwisk nie widzi.',
    )
    await danuta.open(`${family}/team`)
    await danuta.choose('Kto przejmie', /Marta Zastępowska/)
    await danuta.picture('wyznacza Martę w miejsce chorej Joanny.')
    await danuta.press('Zmień koordynatora')
    await danuta.reads(/Marta Zastępowska/)

    const marta = await walk.as('Marta Zastępowska')
    await marta.open(family)
    await marta.reads('Niebylscy')
    await marta.picture('Marta ma od razu całą sprawę: diagnozę, zespół, notatki i telefony.')
    const joanna = await walk.as('Joanna Przykładna')
    const mine = (await joanna.asks(`/cases/${caseOf('niebylscy')}`)).body as { may?: string[] }
    if (mine.may?.includes('coordinate')) throw new Error('the earlier coordinator still leads the case')
  },
)
