import { caseOf } from '../../practice/families.ts'
import { journey } from '../journey.ts'

export default journey(
  'Koordynatorka choruje, kierowniczka ją zastępuje',
  'Kierowniczka ośrodka widzi, że sprawa jest i kto ją prowadzi, ale nie czyta jej treści. Gdy koordynatorka choruje, wyznacza inną osobę; od tej chwili tamta przestaje prowadzić sprawę.',
  async (walk) => {
    const danuta = await walk.as('Danuta Zmyślna')
    await danuta.open(`/families/${caseOf('niebylscy')}`)
    await danuta.picture('Kierowniczka widzi sprawę bez jej treści i może zmienić koordynatorkę.')
  },
)
