import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Endpoint } from '../platform/http/contract.ts'

const textsOf = (folder: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', folder, 'texts/pl.json'), 'utf8')) as {
    problems: Record<string, object>
  }

/** Problems that any endpoint may answer with: of the request itself, and of who asks. */
const common = new Set([...Object.keys(textsOf('platform/http').problems), 'factor-needed'])
/** Those of an endpoint that takes a file. */
const ofFiles = new Set(Object.keys(textsOf('platform/files').problems))

/** Those of an endpoint that starts from a version. */
const ofVersions = new Set(['version-needed', 'changed-meanwhile'])

/** Whether a contract tells that its endpoint may answer with this problem. */
export const isTold = ({ problems, upload, version }: Endpoint, code: string) =>
  (ofVersions.has(code) ? Boolean(version) : common.has(code)) ||
  Boolean(upload && ofFiles.has(code)) ||
  Boolean(problems?.includes(code))
