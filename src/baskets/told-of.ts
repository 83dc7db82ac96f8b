import { everybody } from '../platform/access/about.ts'

/**
 * Who is told of an item in the journal: it hangs on its goal, so who reads it holds the classes of both. Where these
 * are two different ones beyond the file, whoever reads the whole case.
 */
export const toldOf = (item: {
  class: string
  goalClass: string
}): { class: string } & ({ fact: 'baskets.item' } | { aboutId: string }) => {
  if (item.class === item.goalClass || item.goalClass === 'file')
    return { class: item.class, fact: 'baskets.item' }
  return item.class === 'file'
    ? { class: item.goalClass, fact: 'baskets.item' }
    : { class: item.class, aboutId: everybody }
}
