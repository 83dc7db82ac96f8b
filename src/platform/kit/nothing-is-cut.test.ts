import { MantineProvider } from '@mantine/core'
import { type ComponentType, createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SuggestField } from './SuggestField.tsx'
import { TextArea } from './TextArea.tsx'
import { TextField } from './TextField.tsx'

test.each([
  ['a line', TextField],
  ['a text', TextArea],
  ['a suggestion', SuggestField],
])('what is pasted into %s and too long stays whole, for the form to say so', (_, field) => {
  const pasted = 'Mama mówi, że od wiosny brakuje na czynsz.'
  // As `useForm` gives it to every field whose shape has a limit.
  const of = {
    label: 'Co się dzieje',
    value: pasted,
    onChange: () => undefined,
    maxLength: 20,
    suggestions: [],
  }
  const drawn = renderToString(
    createElement(MantineProvider, null, createElement(field as ComponentType<typeof of>, of)),
  )
  expect(drawn).toContain(pasted)
  expect(drawn).not.toMatch(/maxlength/i)
})
