import type { PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = { '/administration/questionnaires': { who: 'Danuta Zmyślna' } }
