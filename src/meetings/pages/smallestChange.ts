/** What changed in a text in which somebody types: so many letters are gone at a place, and these stand there now. */
export type Change = { at: number; gone: number; come: string }

/**
 * The smallest change that makes one text of another. Where it might stand at several places (a letter doubled), it stands
 * where the caret is: what others write beside it stays beside it.
 *
 * @param caret where the caret stands in the new text
 */
export function smallestChange(before: string, after: string, caret: number): Change | null {
  if (before === after) return null
  let end = 0
  const mostEnd = Math.min(before.length, after.length, after.length - caret)
  while (end < mostEnd && before.at(-1 - end) === after.at(-1 - end)) end++
  let at = 0
  const mostStart = Math.min(before.length, after.length) - end
  while (at < mostStart && before[at] === after[at]) at++
  return whole(before, after, {
    at,
    gone: before.length - at - end,
    come: after.slice(at, after.length - end),
  })
}

/** A sign of two halves is never parted: of one that changes in its second half both are gone. */
function whole(before: string, after: string, { at, gone, come }: Change): Change {
  const first = at > 0 && isFirstHalf(before.charCodeAt(at - 1))
  const last = isFirstHalf(before.charCodeAt(at + gone - 1)) || isFirstHalf(come.charCodeAt(come.length - 1))
  const end = before.length - at - gone
  return {
    at: first ? at - 1 : at,
    gone: gone + (first ? 1 : 0) + (last && end > 0 ? 1 : 0),
    come: after.slice(first ? at - 1 : at, after.length - end + (last && end > 0 ? 1 : 0)),
  }
}

const isFirstHalf = (code: number) => code >= 0xd800 && code <= 0xdbff
