/**
 * An image of more pixels than this is no photograph or scan of a paper (a phone's 108 million, A3 at 600 dpi 70 million);
 * opened, it would fill the memory of who opens it.
 */
export const mostPixels = 120_000_000

/**
 * Counts the pixels of an image while its bytes come, by what its header says: each piece given answers how many there
 * are, or null while nothing says so. PNG: ISO/IEC 15948, 11.2.2; JPEG: ITU-T T.81, B.1.1.2 and B.2.2; WebP: RFC 9649,
 * 2.5-2.7. PNG and WebP say it in their first 30 bytes.
 */
export function countingPixels(type: string): (piece: Buffer) => number | null {
  if (type === 'image/jpeg') return ofJpeg()
  let pixels: number | null | undefined
  return (piece) => {
    pixels ??= inTheFirst(type, piece)
    return pixels
  }
}

function inTheFirst(type: string, head: Buffer): number | null {
  try {
    return type === 'image/png' ? head.readUInt32BE(16) * head.readUInt32BE(20) : ofWebp(head)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return null
  }
}

/**
 * From marker to marker up to the frame, however much stands before it. Fill bytes and strays before a marker are passed
 * over, as whoever opens the image does.
 */
function ofJpeg(): (piece: Buffer) => number | null {
  let bytes: Buffer = Buffer.alloc(0)
  let at = 2
  let pixels: number | null = null
  return (piece) => {
    if (pixels !== null) return pixels
    bytes = Buffer.concat([bytes, piece])
    for (;;) {
      while (at + 1 < bytes.length && (bytes[at] !== 0xff || [0, 0xff].includes(bytes[at + 1]!))) at++
      if (at + 9 > bytes.length) break
      const marker = bytes[at + 1]!
      const startsFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
      // A height of nothing is told only behind the picture: it may be any.
      if (startsFrame) {
        pixels = (bytes.readUInt16BE(at + 5) || 0xffff) * bytes.readUInt16BE(at + 7)
        return pixels
      }
      const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
      at += alone ? 2 : 2 + bytes.readUInt16BE(at + 2)
    }
    const passed = Math.min(at, bytes.length)
    bytes = bytes.subarray(passed)
    at -= passed
    return null
  }
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
