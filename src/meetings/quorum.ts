/** Whether somebody was at the table themselves, from afar, or by who came in their place. */
export const wasThere = ({ attendance }: { attendance: string | null }) =>
  attendance === 'present' || attendance === 'remote' || attendance === 'stand_in'

/** Of those without whom a meeting does not begin, how many came of how many; nothing where it waits for nobody. */
export function cameOfNeeded(people: { needed: boolean; attendance: string | null }[]) {
  const needed = people.filter((each) => each.needed)
  return needed.length > 0 ? { came: needed.filter(wasThere).length, needed: needed.length } : null
}
