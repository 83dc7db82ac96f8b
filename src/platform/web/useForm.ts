import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { AnswerOf, Endpoint, GivenOf } from '../http/contract.ts'
import { type Fault, faultsOf, type Issue } from '../http/faults.ts'
import type { Call, Input } from './client.ts'
import { conflictIn, type FormConflict, type Told } from './formConflict.ts'
import { Problem } from './request.ts'
import { fitted, isEmpty, isOptional, limitOf, shapeAt, textsIn } from './shape.ts'
import { useDeed, whenCaughtUp } from './useDeed.ts'
import type { Draft } from './useDraft.ts'
import { useFormDraft } from './useFormDraft.ts'
import { useWords } from './useWords.ts'

type Values = Record<string, unknown>

/** What the shape is given: fields may still be empty, and a number be typed. */
type Written<T> = unknown extends T
  ? T
  : T extends string | number | boolean | undefined
    ? T | string | null | undefined
    : T extends readonly (infer Each)[]
      ? readonly Written<Each>[] | null | undefined
      : { [Key in keyof T]: Written<T[Key]> } | null | undefined

export type FormParts<E extends Endpoint, V extends Values, Answer> = {
  /** What it starts from; asked anew when it begins again. */
  start: () => V
  /** What is sent; without it the values themselves, as far as the shape names them. */
  body?: (values: V) => Written<GivenOf<E>[E extends { body: object } ? 'body' : 'query']>
  /** Keeps what is written in this browser and, encrypted, on the server: one name per form and thing. */
  draft?: string
  /**
   * The version of the record as it is now, 0 where there is none yet. The change starts from what its writer saw; what
   * nobody has written in follows the record.
   */
  version?: number | undefined
  /** How another's record is written in this form, where that is not what the record holds: a level among other answers. */
  written?: (theirs: Record<string, never>) => Partial<V>
  /** What the shape cannot say, in words at fields; true is a fault that is said elsewhere, false is none. */
  faults?: (values: V) => { [Field in keyof V]?: string | boolean | null | undefined }
  /** Asks once more before it is done: give `form.confirm` to a `ConfirmDialog`. */
  asks?: boolean | ((values: V) => boolean)
  /** What is written stays with who wrote it: nobody asks what it speaks of. */
  staysMine?: (values: V) => boolean
  /** Stays open after it is done, with what is written; else it begins anew. */
  stays?: boolean
  /** Does it in another way than by calling the endpoint alone: when a file is sent first. */
  by?: (input: Input<E>, values: V) => Promise<Answer>
  onDone?: (answer: Answer, values: V) => void
} & (GivenOf<E>['params'] extends undefined
  ? unknown
  : { params: GivenOf<E>['params'] | ((values: V) => GivenOf<E>['params']) })

type More = {
  /** What to do when it is empty: "Napisz, co się wydarzyło." */
  lack?: ReactNode
  /** Where the shape has it, when that is not its name: `task.due`. */
  at?: string
  /** How a value reads beside another's in a conflict, where that is not what is written: the name of a code. */
  said?: (value: never) => ReactNode
}

export type FieldOf<V> = {
  label: ReactNode
  value: V
  onChange(value: V): void
  error: ReactNode
  optional?: boolean
  maxLength?: number
}

/** What `Form` draws, whatever its fields are. */
export type FormState = {
  /** Checks, and does it when nothing is wrong. */
  submit: () => void
  busy: boolean
  /** How often it was submitted, so that the focus goes to the first wrong field each time. */
  sent: number
  /** What the server answered, when it was not a yes. */
  problem: unknown
  /** What no field of the form tells, though it is wrong. */
  unsaid: () => Problem | null
  /** What somebody changed meanwhile, if the server refused for that. */
  conflict: () => FormConflict | null
  /** What somebody at work writes in texts that others will read, each with the column that keeps it. */
  texts: () => { column: string; words: string }[]
  /** Null when nothing is kept. */
  draft: Pick<Draft<unknown>, 'savedAt' | 'restored' | 'clear'> | null
}

/** Fields that belong together: a form, or one line of a list in it. */
export type FieldsOf<V extends Values> = {
  values: V
  change(part: Partial<V>): void
  /** All that a field of the kit needs: `<TextField {...form.field('what', t('what'))} />`. */
  field<Name extends keyof V & string>(name: Name, label: ReactNode, more?: More): FieldOf<V[Name]>
}

export type FormOf<V extends Values, Answer = unknown> = FormState & {
  values: V
  change: Draft<V>['change']
  field: FieldsOf<V>['field']
  /** One line of a list, for fields of its own: `form.line('people', i)`. */
  line: <Name extends keyof V & string>(
    name: Name,
    index: number,
  ) => V[Name] extends readonly (infer Line extends Values)[] ? FieldsOf<Line> : never
  /** For `ConfirmDialog`. */
  confirm: { open: boolean; busy: boolean; problem: unknown; onConfirm: () => void; onClose: () => void }
  answer: Answer | undefined
  done: boolean
  /** Forgets what is written and what was answered. */
  begin: () => void
}

/**
 * A form of an endpoint: from its shape come the limits of fields, what is needed, and the words at what is wrong, said
 * before anything is sent and in the server's own words; besides them the draft, the deed and what to do when somebody
 * changed the same thing meanwhile.
 */
export function useForm<E extends Endpoint, V extends Values, Answer = AnswerOf<E>>(
  call: Call<E>,
  of: FormParts<E, V, Answer>,
): FormOf<V, Answer> {
  const { t } = useTranslation('http')
  const { t: said } = useTranslation('http', { keyPrefix: 'problems.invalid' })
  const { numericDate } = useWords()
  /** A value as people read it. */
  const inWords = (value: unknown) =>
    typeof value === 'boolean' ? t(value ? 'yes' : 'no') : isDay(value) ? numericDate(value) : String(value)
  const { body, query, who } = call.endpoint
  // A question by its address, or a file on its way: what is written is asked there.
  const shape = (body ?? query) as z.ZodType | undefined
  // What is on the screen is asked anew by itself, and a draft may be older than that: the change starts from what its
  // writer saw, which is kept with what is written.
  const draft = useFormDraft<V & { startsFrom?: number }>(of.draft, () =>
    of.version === undefined ? of.start() : { ...of.start(), startsFrom: of.version },
  )
  const { values, follow } = draft
  const change = draft.change as Draft<V>['change']
  const { startsFrom } = values
  useEffect(() => {
    if (of.version !== undefined && startsFrom !== undefined && of.version > startsFrom) follow()
  }, [of.version, startsFrom, follow])
  const [sent, setSent] = useState(0)
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  // Of this drawing of the form: fields that are not shown tell nothing.
  const told: Told<V> = new Map()

  const deed = useDeed(
    async ({ written, ...input }: { written: V } & Input<E>, key) => {
      const given = { ...input, key } as unknown as Input<E>
      const answer = of.by ? await of.by(given, written) : ((await call(given)) as Answer)
      const { version } = input as { version?: number }
      // Each change of a record counts its version on by one.
      if (of.stays)
        draft.settle(written, (version === undefined ? {} : { startsFrom: version + 1 }) as Partial<V>)
      else draft.forget()
      return answer
    },
    (answer, { written }) => {
      setTried(false)
      setAsking(false)
      if (!of.stays) draft.clear()
      of.onDone?.(answer, written)
    },
  )

  const { problem } = deed
  const bodyOf = (written: V) => shape && fitted(shape, of.body ? of.body(written) : written)
  const faults = tried ? faultsIn(values) : []
  const own = tried ? of.faults?.(values) : undefined
  function faultsIn(written: V): Fault[] {
    const found = shape?.safeParse(bodyOf(written))
    return found?.error ? faultsOf(found.error.issues as unknown as Issue[], t) : []
  }

  function run(written: V, from: number | undefined) {
    const { params } = of as { params?: unknown }
    deed.run({
      written,
      ...(params !== undefined && { params: typeof params === 'function' ? params(written) : params }),
      ...(shape && { [body ? 'body' : 'query']: bodyOf(written) }),
      ...(from !== undefined && { version: from }),
    } as unknown as { written: V } & Input<E>)
  }
  function conflict() {
    return conflictIn(
      problem,
      values,
      told,
      (kept, startsFrom) => {
        change({ ...kept, startsFrom })
        run({ ...values, ...kept, startsFrom }, startsFrom)
      },
      of.written,
    )
  }
  /** What its writer saw; who was told to look how it is now, that. */
  const seen = () => (codeOf(problem) === 'changed-meanwhile' && !conflict() ? of.version : startsFrom)
  function submit() {
    setTried(true)
    setSent((times) => times + 1)
    if (faultsIn(values).length > 0 || Object.values(of.faults?.(values) ?? {}).some(Boolean)) {
      // Nothing was asked: an answer to what was written before would read as one to this.
      if (of.stays) deed.reset()
      return
    }
    if (typeof of.asks === 'function' ? of.asks(values) : of.asks) setAsking(true)
    else run(values, seen())
  }

  // As it is drawn when its turn comes: with the version that is there then.
  const latest = useRef({ submit, confirm: () => run(values, seen()) })
  latest.current = { submit, confirm: () => run(values, seen()) }

  const isAt = (place: string) => (field: string) => field === place || field.startsWith(`${place}.`)
  /** What the kit needs of a value that stands at a place of the shape. */
  function fieldAt<Value>(
    place: string,
    value: Value,
    onChange: (given: Value) => void,
    label: ReactNode,
    lack: ReactNode,
  ): FieldOf<Value> {
    const part = shape && shapeAt(shape, place)
    const wrong = faults.find((fault) => isAt(place)(fault.field))
    const answered = problem instanceof Problem ? problem.at(place) : undefined
    const limit = part && limitOf(part)
    return {
      label,
      value,
      onChange,
      error: wrong ? wordsOf(wrong, value, lack, t('fields.missing')) : answered,
      ...(part && typeof value !== 'boolean' && { optional: isOptional(part) }),
      ...(limit !== undefined && { maxLength: limit }),
    }
  }
  const field: FormOf<V>['field'] = (name, label, { lack, at = name, said } = {}) => {
    told.set(at, { name, label, said: said ?? inWords, lists: said !== undefined })
    const set = (given: V[typeof name]) => change({ [name]: given } as unknown as Partial<V>)
    const drawn = fieldAt(at, values[name], set, label, lack)
    const answered = problem instanceof Problem ? problem.at(name) : undefined
    const fault = own?.[name]
    return { ...drawn, error: (fault !== true && fault) || drawn.error || answered }
  }
  const line = (list: keyof V & string, index: number): FieldsOf<Values> => {
    const lines = values[list] as Values[]
    const set = (part: Values) =>
      change({ [list]: lines.map((each, i) => (i === index ? { ...each, ...part } : each)) } as unknown as V)
    return {
      values: lines[index]!,
      change: set,
      field: (name, label, { lack, at = name } = {}) => {
        const place = `${list}.${index}.${at}`
        told.set(place, { name: list, label, said: inWords })
        return fieldAt(place, lines[index]![name], (given) => set({ [name]: given }), label, lack)
      },
    }
  }

  return {
    values,
    change,
    field,
    line: line as unknown as FormOf<V>['line'],
    submit: () => whenCaughtUp(() => latest.current.submit()),
    busy: deed.busy,
    sent,
    problem: asking ? null : problem,
    unsaid: () => {
      const fields = faults.filter((fault) => ![...told.keys()].some((place) => isAt(place)(fault.field)))
      if (fields.length === 0) return null
      return new Problem({ status: 400, code: 'invalid', title: said('title'), fields })
    },
    texts: () =>
      shape && !who && !of.staysMine?.(values) ? textsIn(shape, of.body ? of.body(values) : values) : [],
    conflict,
    confirm: {
      open: asking,
      busy: deed.busy,
      problem,
      onConfirm: () => whenCaughtUp(() => latest.current.confirm()),
      onClose: () => setAsking(false),
    },
    answer: deed.answer,
    done: deed.done,
    begin: () => {
      setTried(false)
      deed.reset()
      draft.clear()
    },
    draft: of.draft === undefined ? null : draft,
  }
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
const codeOf = (problem: unknown) => (problem instanceof Problem ? problem.code : null)

/** What stands at a field: where nothing is written yet, what to write there. */
const wordsOf = ({ message }: Fault, value: unknown, lack: ReactNode, missing: string) =>
  isEmpty(value) ? (lack ?? missing) : message === missing && lack ? lack : message
