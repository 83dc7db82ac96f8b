/**
 * A random UUID (version 4) for a thing that begins here: its draft, the deed and every retry carry the same one. It is a
 * name and says nothing, as the code of a case does: one with a time in it would tell whoever is asked namelessly when the
 * case was opened, and with it whose it is. Where `crypto.randomUUID` is not, on a line that is not secure, it is made too.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = 0x40 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
