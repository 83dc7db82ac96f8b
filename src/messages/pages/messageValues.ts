import { byDefault, type WhomWritten } from '../../cases/pages/useWhom.ts'
import { newId } from '../../platform/web/newId.ts'

export type DataClass = 'request' | 'file' | 'health' | 'addiction' | 'justice'

/** What a form keeps of a message that is being written. */
export type MessageValues = {
  messageId: string
  words: string
  /** Institutions, or one of their workers (`institution/worker`); of those outside `outside/institution`. */
  to: string[]
  urgent: boolean
  answerAt: string | null
  class: DataClass
  quotes: string | null
} & WhomWritten

export const begun = (dataClass: DataClass): MessageValues => ({
  messageId: newId(),
  words: '',
  to: [],
  urgent: false,
  answerAt: null,
  class: dataClass,
  quotes: null,
  ...byDefault,
})

const outside = 'outside/'
export const isOutside = (whom: string) => whom.startsWith(outside)
export const keyOf = (someone: { institutionId: string; workerId: string | null; outside: boolean }) =>
  someone.outside
    ? `${outside}${someone.institutionId}`
    : [someone.institutionId, someone.workerId].filter(Boolean).join('/')

/** What it touches: to institutions outside nothing goes but what bears no name. */
export const classOf = ({ class: chosen, to }: MessageValues): DataClass =>
  to.some(isOutside) ? 'request' : chosen

/** Whom a reply is about where nobody is chosen: as what it answers, or else what was written there last about somebody. */
export const aboutAsAnswered = (quoted: { about: string[] } | null, written: { about: string[] }[]) =>
  [...written, ...(quoted ? [quoted] : [])].findLast(({ about }) => about.length > 0)?.about

/** What is sent of it. */
export const messageBody = (values: MessageValues) => ({
  id: values.messageId,
  class: classOf(values),
  about: classOf(values) === 'request' ? null : values.about,
  words: values.words,
  quotes: values.quotes,
  answerAt: values.urgent ? values.answerAt : null,
  to: values.to
    .filter((whom) => !isOutside(whom))
    .map((whom) => {
      const [institutionId, workerId] = whom.split('/')
      return { institutionId: institutionId!, ...(workerId && { workerId }) }
    }),
  outside: values.to.filter(isOutside).map((whom) => whom.slice(outside.length)),
})
