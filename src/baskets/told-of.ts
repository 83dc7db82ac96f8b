import { everybody } from '../platform/access/about.ts'

type Hanging = 'baskets.item' | 'baskets.need'

/**
 * Who is told of an item, or of a need, in the journal: it hangs on its goal, so who reads it holds the classes of both. Where
 * these are two different ones beyond the file, whoever reads the whole case.
 */
export const toldOf = <Fact extends Hanging = 'baskets.item'>(
  item: { class: string; goalClass: string },
  fact = 'baskets.item' as Fact,
): { class: string } & ({ fact: Fact } | { aboutId: string }) => {
  if (item.class === item.goalClass || item.goalClass === 'file') return { class: item.class, fact }
  return item.class === 'file' ? { class: item.goalClass, fact } : { class: item.class, aboutId: everybody }
}
