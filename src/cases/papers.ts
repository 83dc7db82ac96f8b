import { z } from 'zod'
import { formsOf, frame, maybe, text } from '../platform/documents/form.ts'

const person = z.strictObject({
  name: text,
  position: text,
  institution: text,
  phone: maybe(text),
  hours: maybe(text),
})

const team = frame.extend({ coordinator: maybe(person), people: z.array(person) })

/** What the papers about who works with a family need to know. */
export const papers = formsOf({ 'family-team': team })
