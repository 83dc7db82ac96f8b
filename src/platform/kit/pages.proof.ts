import { nobody, type PagesProof } from '../../../walk/pages.ts'

export const proof: PagesProof = { '/kit': { who: nobody } }
