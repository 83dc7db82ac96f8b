import type { PagesProof } from '../../walk/pages.ts'

export const proof: PagesProof = { '/administration/territory': { who: 'Danuta Zmyślna' } }
