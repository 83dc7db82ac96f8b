/** Grosze as they are written in a field; nothing of what is unsaid. */
export const zlotyOf = (grosze: number | null | undefined) =>
  grosze == null ? '' : String(grosze / 100).replace('.', ',')

/** "12,50" or "1 260" in grosze; null for what is no amount, or nothing. */
export function groszeOf(typed: string): number | null {
  const plain = typed.replaceAll(/[\s ]|zł/g, '').replace(',', '.')
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}
