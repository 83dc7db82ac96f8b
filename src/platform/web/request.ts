import { openedFor } from './session.ts'

/** The body of an answer `application/problem+json` (RFC 9457) with what Splot adds. */
export type ProblemBody = {
  status: number
  /** Stable name of the problem: "basket-already-frozen". */
  code: string
  /** What happened, in the reader's language. */
  title: string
  /** What to do next. */
  detail?: string
  /** The field it concerns: `due`, `items.0.frequency`. */
  field?: string
  /** Several fields at once. */
  fields?: { field: string; message: string }[]
  [extra: string]: unknown
}

/** Why a request did not succeed; `status` 0 means that the answer never came. */
export class Problem extends Error {
  readonly body: ProblemBody

  constructor(body: ProblemBody) {
    super(body.title)
    this.name = 'Problem'
    this.body = body
  }

  get status() {
    return this.body.status
  }

  get code() {
    return this.body.code
  }

  /** What to say at a field of the form. */
  at(field: string): string | undefined {
    const listed = this.body.fields?.find((found) => found.field === field)?.message
    return listed ?? (this.body.field === field ? (this.body.detail ?? this.body.title) : undefined)
  }
}

/** The present values of a record that somebody changed meanwhile (409), to set beside one's own; else null. */
export function conflictOf<T>(problem: unknown): T | null {
  const current = problem instanceof Problem && problem.status === 409 ? problem.body.current : undefined
  return (current as T | undefined) ?? null
}

export type SendOptions = {
  /** The `version` the change starts from: sent as `If-Match`, so that nothing is overwritten in silence. */
  version?: number | string
  /** Names this deed: sent as `Idempotency-Key`; give the same one when trying again. A question has none (null). */
  key?: string | null
  /** In whose name, where that is another worker of the same person. */
  as?: string
}

/** Asks a question; in the name of `as`, where that is another worker of the same person. Throws `Problem`. */
export function read<T>(path: string, signal?: AbortSignal, as?: string): Promise<T> {
  return exchange<T>(path, {
    method: 'GET',
    signal: signal ?? null,
    ...(as && { headers: { 'acting-as': as } }),
  })
}

/** Does a deed; `body` is JSON or a form with files. Throws `Problem`. */
export function send<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  { version, key = crypto.randomUUID(), as }: SendOptions = {},
): Promise<T> {
  const headers: Record<string, string> = {}
  if (key !== null) headers['idempotency-key'] = key
  if (as) headers['acting-as'] = as
  if (version !== undefined) headers['if-match'] = `"${version}"`
  const form = body instanceof FormData
  if (body !== undefined && !form) headers['content-type'] = 'application/json'
  return exchange<T>(path, {
    method,
    headers,
    body: body === undefined ? null : form ? body : JSON.stringify(body),
  })
}

async function exchange<T>(path: string, init: RequestInit): Promise<T> {
  const worker = openedFor()
  const headers = {
    accept: 'application/json',
    'accept-language': document.documentElement.lang,
    ...(worker && { 'acting-as': worker.id }),
    ...init.headers,
  }
  let answer: Response
  try {
    answer = await fetch(path, { ...init, headers, credentials: 'same-origin' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem({ status: 0, code: 'no-connection', title: '' })
  }
  const type = answer.headers.get('content-type') ?? ''
  if (answer.ok) return (type.includes('json') ? await answer.json() : undefined) as T
  const body = type.includes('json') ? ((await answer.json().catch(() => ({}))) as Partial<ProblemBody>) : {}
  throw new Problem({ ...body, status: answer.status, code: body.code ?? 'unknown', title: body.title ?? '' })
}

/** A file as it travels. */
export function formOf(file: File): FormData {
  const form = new FormData()
  form.append('file', file)
  return form
}
