import { z } from 'zod'
import { readCodeLists } from '../../../data/codes.ts'

const lists = new Map(Object.entries(readCodeLists()))

function codesOf(name: string): [string, ...string[]] {
  const codes = lists.get(name)?.entries.map(({ code }) => code)
  if (!codes?.length) throw new Error(`data/codes has no list ${name}`)
  return codes as [string, ...string[]]
}

/**
 * The same shape, refusing keys that it does not name, however deep: a mistyped key would otherwise be dropped without
 * a word. A shape that takes in others' keys on purpose stays as it is. A code is one of those of its list.
 */
export function strictly(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod
  const { list } = z.globalRegistry.get(schema) ?? {}
  if (typeof list === 'string') return z.enum(codesOf(list))
  const like = (changes: object) => z.core.clone(schema, { ...def, ...changes } as typeof def)
  if (def.type === 'object') {
    const { shape, catchall } = def as z.core.$ZodObjectDef
    if (catchall && catchall._zod.def.type !== 'never') return schema
    return like({
      shape: Object.fromEntries(Object.entries(shape).map(([key, each]) => [key, strictly(each)])),
      catchall: z.never(),
    })
  }
  if (def.type === 'array') return like({ element: strictly((def as z.core.$ZodArrayDef).element) })
  if (def.type === 'union')
    return like({ options: (def as z.core.$ZodUnionDef).options.map((each) => strictly(each)) })
  if (def.type === 'record') return like({ valueType: strictly((def as z.core.$ZodRecordDef).valueType) })
  if ('innerType' in def) return like({ innerType: strictly(def.innerType as z.core.$ZodType) })
  return schema
}
