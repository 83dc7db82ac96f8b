/**
 * The concepts of the domain, each a folder beside this file, in the order in which they may lean on one another:
 * a slice knows those before it, and the platform, which knows none of them; `arrows.test.ts` holds it, in imports, in
 * SQL and in words.
 */
export const slices = [
  'territory',
  'institutions',
  'partnerships',
  'worklist',
  'households',
  'questionnaires',
  'consents',
  'cases',
  'timeline',
  'concerns',
  'contacts',
  'assessments',
  'baskets',
  'contracts',
  'families',
  'looks',
  'oversight',
  'day',
] as const
