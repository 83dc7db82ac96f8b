import { z } from 'zod'
import { endpoint, id, withId } from '../http/contract.ts'

const fileLine = z.object({
  id,
  name: z.string(),
  type: z.string(),
  size: z.int(),
  addedAt: z.string(),
  mine: z.boolean(),
})

export const filesContract = {
  addFile: endpoint({
    method: 'POST',
    path: '/scopes/:scopeId/files',
    summary:
      'Adds a file (PDF, PNG, JPEG, WebP, DOCX, ODT; at most 20 MB) where I work: to a case or a partnership.',
    params: z.object({ scopeId: id }),
    query: z.object({
      id,
      class: z.enum(['file', 'health', 'addiction', 'justice']).default('file'),
      aboutId: id.optional(),
    }),
    upload: true,
    answer: withId,
    problems: ['kind-not-taken', 'too-large', 'too-many-pixels', 'missing'],
  }),
  files: endpoint({
    method: 'GET',
    path: '/scopes/:scopeId/files',
    summary: 'The files that I may see in a case or a partnership, newest first.',
    params: z.object({ scopeId: id }),
    within: 'scopeId',
    look: 'files',
    answer: z.array(fileLine),
  }),
  file: endpoint({
    method: 'GET',
    path: '/files/:id',
    summary: 'A file.',
    params: withId,
    stream: true,
    answer: z.any(),
  }),
}
