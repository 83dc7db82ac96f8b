import { expect, test } from 'vitest'
import { apiPage } from './api-page.ts'

test('an operation is told with its parameters, body and answer, and no text of it becomes markup', () => {
  const page = apiPage(
    {
      info: { title: 'Splot' },
      paths: {
        '/api/tries/{id}': {
          put: {
            summary: 'Tries <script>.',
            tags: ['tries'],
            parameters: [
              { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
            ],
            requestBody: {
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    required: ['words'],
                    properties: {
                      words: { type: 'string', minLength: 2, maxLength: 80 },
                      kind: { anyOf: [{ enum: ['one', 'two'] }, { type: 'null' }] },
                      days: { type: 'array', items: { type: 'string', format: 'date' }, maxItems: 3 },
                    },
                  },
                },
              },
            },
            responses: { 200: { content: { 'application/json': { schema: { type: 'object' } } } } },
          },
        },
      },
    },
    'n0nce',
  )
  expect(page).toContain('<style nonce="n0nce">')
  expect(page).not.toContain('<script')
  expect(page).toContain('id: uuid   (path)')
  expect(page).toContain('  words: string (2–80 signs)\n')
  expect(page).toContain('  kind?: &quot;one&quot; | &quot;two&quot; | null\n')
  expect(page).toContain('  days?: [date] (0–3 of them)\n')
})
