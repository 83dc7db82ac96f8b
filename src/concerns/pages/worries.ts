import type { Code } from '../../platform/web/useCodes.ts'

/** Worries in the order in which a teacher or a nurse would look for them; a code that is missing here falls under `other`. */
const groups: Record<string, string[]> = {
  violence: ['domestic_violence', 'child_abuse_suspected', 'human_trafficking'],
  children: [
    'school_absence',
    'school_failure',
    'child_neglect',
    'parenting_helplessness',
    'peer_violence',
    'juvenile_demoralisation',
    'teen_parent',
    'child_in_foster_care',
    'care_leaver',
    'orphanhood',
  ],
  money: ['poverty', 'debt', 'unemployment', 'alimony_unpaid', 'energy_poverty', 'farm_loss'],
  home: [
    'poor_housing',
    'eviction_risk',
    'homelessness',
    'household_helplessness',
    'hoarding',
    'transport_exclusion',
    'digital_exclusion',
  ],
  health: [
    'mental_health',
    'suicide_risk',
    'long_term_illness',
    'disability',
    'dependent_elder',
    'carer_overload',
    'health_access',
    'maternity_protection',
  ],
  addiction: ['alcohol', 'drugs', 'behavioural_addiction'],
  ties: [
    'parental_conflict',
    'single_parent_strain',
    'many_children',
    'loneliness',
    'bereavement',
    'parents_abroad',
  ],
  events: ['crisis_situation', 'random_event', 'disaster', 'legal_problem', 'after_prison'],
  foreigners: ['refugee', 'foreigner_integration', 'language_barrier'],
}

/** The code list of worries in groups, each with its codes. */
export function groupWorries(
  entries: Code[],
  nameOf: (group: string) => string,
  wordsOf: (code: Code) => { label: string; also: string },
) {
  const groupOf = (code: string) =>
    Object.keys(groups).find((group) => groups[group]!.includes(code)) ?? 'other'
  return [...Object.keys(groups), 'other']
    .map((key) => ({
      key,
      label: nameOf(key),
      options: entries
        .filter(({ code }) => groupOf(code) === key)
        .sort((a, b) => (groups[key]?.indexOf(a.code) ?? 0) - (groups[key]?.indexOf(b.code) ?? 0))
        .map((entry) => ({ value: entry.code, ...wordsOf(entry) })),
    }))
    .filter(({ options }) => options.length > 0)
}
