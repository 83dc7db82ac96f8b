/**
 * The concepts of the domain, each a folder beside this file, and what each leans on: other slices named here, and the
 * platform, which knows none of them. Nobody leans on a later one. `arrows.test.ts` holds it, in imports, in SQL and in
 * words.
 */
export const slices = {
  territory: [],
  institutions: ['territory'],
  partnerships: ['territory', 'institutions'],
  worklist: ['institutions'],
  households: ['territory', 'institutions', 'partnerships'],
  questionnaires: [],
  consents: ['institutions', 'households'],
  cases: ['territory', 'institutions', 'partnerships', 'worklist', 'households', 'consents'],
  concerns: ['territory', 'institutions', 'partnerships', 'households', 'cases'],
  contacts: ['institutions', 'worklist', 'households', 'cases'],
  assessments: ['institutions', 'cases'],
  baskets: ['institutions', 'partnerships', 'worklist', 'households', 'consents', 'cases', 'assessments'],
  contracts: ['institutions', 'partnerships', 'households', 'consents', 'cases', 'assessments', 'baskets'],
  families: [
    'institutions',
    'partnerships',
    'worklist',
    'households',
    'questionnaires',
    'consents',
    'cases',
    'assessments',
    'baskets',
    'contracts',
  ],
  looks: [],
  oversight: ['institutions', 'partnerships', 'households', 'cases', 'concerns', 'looks'],
  day: ['institutions', 'partnerships', 'worklist', 'households', 'cases', 'baskets', 'families'],
} as const satisfies Record<string, readonly string[]>
