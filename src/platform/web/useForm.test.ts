import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { endpoint, nothing } from '../http/contract.ts'
import { clientOf } from './client.ts'
import { useForm } from './useForm.ts'

const { changeNote } = clientOf({
  changeNote: endpoint({
    method: 'PUT',
    path: '/note',
    summary: 'Changes a note.',
    body: z.object({ what: z.string().min(1) }),
    answer: nothing,
  }),
})

type Note = { opened: (submit: () => void) => void; given: (input: unknown) => void }

function NoteForm({ opened, given }: Note) {
  const form = useForm(changeNote, {
    start: () => ({ what: 'Teraz.' }),
    draft: 'note',
    version: 7,
    by: async (input) => given(input),
  })
  opened(form.submit)
  return null
}

/** Opens a form of a note as it is now, with what its writer left in this browser, and sends it. */
async function sent(left: object | null) {
  vi.stubGlobal('localStorage', {
    getItem: () => left && JSON.stringify({ values: left, at: '2026-11-28T10:00:00Z' }),
  })
  let submit = () => {}
  const inputs: unknown[] = []
  const form = createElement(NoteForm, {
    opened: (whenSent) => {
      submit = whenSent
    },
    given: (input) => void inputs.push(input),
  })
  renderToString(createElement(QueryClientProvider, { client: new QueryClient() }, form))
  submit()
  await vi.waitFor(() => expect(inputs).toHaveLength(1))
  return inputs[0]
}
afterEach(() => vi.unstubAllGlobals())

test('a change starts from the version that was there when it was opened', async () => {
  expect(await sent(null)).toMatchObject({ body: { what: 'Teraz.' }, version: 7 })
})

test('what was written on an earlier version still starts from that: another’s change since is not written over', async () => {
  const input = (await sent({ what: 'Sprzed tygodnia.', startsFrom: 5 })) as object
  expect(input).toMatchObject({ version: 5 })
  expect(input).toHaveProperty('body', { what: 'Sprzed tygodnia.' })
})
