/** An image of more pixels than this is no photograph of a paper; opened, it would fill the memory of who opens it. */
export const mostPixels = 50_000_000

/**
 * How many pixels an image says in its header that it has; null for what is no PNG, JPEG or WebP, or says nothing in
 * these bytes. PNG: ISO/IEC 15948, 11.2.2; JPEG: ITU-T T.81, B.2.2; WebP: RFC 9649, 2.5-2.7.
 */
export function pixelsOf(type: string, head: Buffer): number | null {
  try {
    if (type === 'image/png') return head.readUInt32BE(16) * head.readUInt32BE(20)
    if (type === 'image/jpeg') return ofJpeg(head)
    if (type === 'image/webp') return ofWebp(head)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return null
}

function ofJpeg(head: Buffer): number | null {
  for (let at = 2; head[at] === 0xff; at += 2 + head.readUInt16BE(at + 2)) {
    const marker = head[at + 1]!
    const startsFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (startsFrame) return head.readUInt16BE(at + 5) * head.readUInt16BE(at + 7)
  }
  return null
}

function ofWebp(head: Buffer): number | null {
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8X':
      return (head.readUIntLE(24, 3) + 1) * (head.readUIntLE(27, 3) + 1)
    case 'VP8L': {
      const bits = head.readUInt32LE(21)
      return ((bits & 0x3fff) + 1) * (((bits >>> 14) & 0x3fff) + 1)
    }
    case 'VP8 ':
      return (head.readUInt16LE(26) & 0x3fff) * (head.readUInt16LE(28) & 0x3fff)
  }
  return null
}
