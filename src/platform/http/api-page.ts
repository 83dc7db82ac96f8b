/** A shape as the OpenAPI document writes it (JSON Schema), as far as our contracts use it. */
type Shape = {
  type?: string | string[]
  format?: string
  description?: string
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  enum?: unknown[]
  const?: unknown
  anyOf?: Shape[]
  oneOf?: Shape[]
  additionalProperties?: boolean | Shape
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  default?: unknown
}
type Content = { content?: Record<string, { schema?: Shape }> }
type Operation = {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean; schema?: Shape }[]
  requestBody?: Content
  responses?: Record<string, Content & { description?: string }>
}
export type ApiDocument = { info: { title: string; description?: string }; paths?: Record<string, object> }

/**
 * The API as a page that anybody can read: operations by slice, each with its parameters, body and answer. Plain HTML
 * without a script; its one style is let through by the nonce of the answer's policy.
 */
export function apiPage(document: ApiDocument, nonce: string): string {
  const bySlice = new Map<string, string[]>()
  for (const [path, methods] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(methods as Record<string, Operation>)) {
      const slice = operation.tags?.[0] ?? 'other'
      bySlice.set(slice, [...(bySlice.get(slice) ?? []), operationOf(method, path, operation)])
    }
  const slices = [...bySlice].sort(([a], [b]) => a.localeCompare(b, 'en'))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Splot: API</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<header>
<h1>${safe(document.info.title)}: API</h1>
<p>${safe(document.info.description ?? '')} The same as <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>
<p>A request carries the session cookie. A deed says where it comes from: a browser by itself, a program in
<code>Origin</code>. A deed may carry <code>Idempotency-Key</code>: sent again with the same key it is
done once. A change carries the version that it starts from in <code>If-Match</code>. What did not work answers
<code>application/problem+json</code> with a stable <code>code</code>; what one may not see answers 404.</p>
<nav aria-label="Slices"><ul>${slices.map(([slice, all]) => `<li><a href="#${safe(slice)}">${safe(slice)}</a> ${all.length}</li>`).join('')}</ul></nav>
</header>
<main>
${slices.map(([slice, all]) => `<section aria-labelledby="${safe(slice)}"><h2 id="${safe(slice)}">${safe(slice)}</h2>${all.join('\n')}</section>`).join('\n')}
</main>
</body>
</html>`
}

function operationOf(method: string, path: string, operation: Operation): string {
  const { parameters = [], requestBody, responses } = operation
  const parts = [
    operation.description && `<p>${safe(operation.description)}</p>`,
    parameters.length &&
      part(
        'Parameters',
        parameters
          .map(
            ({ name, in: where, required, schema }) =>
              `${name}${required ? '' : '?'}: ${written(schema ?? {}, 0)}   (${where})`,
          )
          .join('\n'),
      ),
    requestBody && part('Body', contentOf(requestBody)),
    part('Answer', contentOf(responses?.['200'] ?? {})),
    responses?.default?.description && `<p>${safe(responses.default.description)}</p>`,
  ]
  return `<details><summary><code class="${method}">${method.toUpperCase()}</code> <code>${safe(path)}</code> <span>${safe(operation.summary ?? '')}</span></summary>
<div>${parts.filter(Boolean).join('\n')}</div></details>`
}

/** What is longer than the screen scrolls, and so can be reached by keyboard. */
const part = (heading: string, text: string) =>
  `<h3>${heading}</h3><pre tabindex="0" role="group" aria-label="${heading}">${safe(text)}</pre>`

function contentOf({ content }: Content): string {
  const given = Object.values(content ?? {})[0]?.schema
  return given ? written(given, 0) : 'a stream of bytes'
}

/** A shape in the way that TypeScript writes types, with its limits after it. */
function written(shape: Shape, depth: number): string {
  const inner = '  '.repeat(depth + 1)
  const outer = '  '.repeat(depth)
  const either = shape.anyOf ?? shape.oneOf
  if (either) return [...new Set(either.map((each) => written(each, depth)))].join(' | ')
  if (shape.const !== undefined) return JSON.stringify(shape.const)
  if (shape.enum) return shape.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (shape.type === 'array')
    return `[${written(shape.items ?? {}, depth)}]${limits(shape.minItems, shape.maxItems, ' of them')}`
  if (shape.type === 'object') {
    const fields = Object.entries(shape.properties ?? {})
    if (fields.length === 0)
      return typeof shape.additionalProperties === 'object'
        ? `{ [name]: ${written(shape.additionalProperties, depth)} }`
        : '{}'
    const lines = fields.map(([name, field]) => {
      const said = field.description ? `   // ${field.description.replace(/\s+/g, ' ')}` : ''
      const sure = shape.required?.includes(name) ? '' : '?'
      return `${inner}${name}${sure}: ${written(field, depth + 1)}${said}`
    })
    return `{\n${lines.join('\n')}\n${outer}}`
  }
  const kind = shape.format ?? (Array.isArray(shape.type) ? shape.type.join(' | ') : shape.type) ?? 'anything'
  const standard = shape.default === undefined ? '' : ` = ${JSON.stringify(shape.default)}`
  const signs = shape.format ? '' : limits(shape.minLength, shape.maxLength, ' signs')
  return `${kind}${signs}${limits(realBound(shape.minimum), realBound(shape.maximum), '')}${standard}`
}

/** The bounds of a machine's integer are no rule of ours. */
const realBound = (bound: number | undefined) =>
  bound !== undefined && Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? undefined : bound

const limits = (least: number | undefined, most: number | undefined, of: string) =>
  least === undefined && most === undefined ? '' : ` (${least ?? 0}–${most ?? '…'}${of})`

const safe = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const style = `
:root { color-scheme: light; }
body { max-width: 1000px; margin: 0 auto; padding: 24px 16px 64px; background: #f6f4ef; color: #1d2529; font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 26px; margin: 0 0 8px; }
h2 { font-size: 20px; margin: 32px 0 8px; }
h3 { font-size: 14px; margin: 12px 0 4px; }
a { color: #1a5673; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 0; list-style: none; }
nav a, summary { min-height: 24px; }
details { background: #fff; border: 1px solid #d9d5cb; border-radius: 8px; margin-bottom: 6px; }
summary { padding: 9px 12px; cursor: pointer; overflow-wrap: anywhere; }
summary span { color: #4a545a; }
details > div { padding: 0 12px 12px; }
code, pre { font: 14px/1.45 ui-monospace, monospace; }
pre { margin: 0; padding: 10px 12px; background: #f6f4ef; border-radius: 6px; overflow-x: auto; }
summary code:first-child { font-weight: 700; }
.get { color: #1a5673; } .post { color: #22603b; } .put, .patch { color: #7a4b00; } .delete { color: #9b2c1f; }
:focus-visible { outline: 3px solid #1a5673; outline-offset: 2px; }
`
