import { inflateRawSync } from 'node:zlib'

const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Of what no office writes: an archive of more entries, or a list of contents of more bytes. */
const mostEntries = 10_000
const longestList = 1024 * 1024

/**
 * What a ZIP archive is that its first bytes did not tell: DOCX, by its list of contents (`[Content_Types].xml`), which may
 * stand anywhere in it; nothing for others. ZIP: PKWARE APPNOTE 4.3; DOCX: ISO/IEC 29500-2, 10.1.2.
 */
export function kindOfArchive(bytes: Buffer): string | undefined {
  try {
    const list = entryNamed('[Content_Types].xml', bytes)
    return list?.includes(`"${wordDocument}.main+xml"`) ? wordDocument : undefined
  } catch {
    // Torn, or packed in a way of its own.
    return undefined
  }
}

function entryNamed(wanted: string, bytes: Buffer): string | undefined {
  const end = bytes.lastIndexOf('PK\x05\x06', 'latin1')
  if (end < 0) return undefined
  let at = bytes.readUInt32LE(end + 16)
  for (let left = Math.min(bytes.readUInt16LE(end + 10), mostEntries); left > 0; left--) {
    if (bytes.toString('latin1', at, at + 4) !== 'PK\x01\x02') return undefined
    const [nameLength, extra, comment] = [28, 30, 32].map((step) => bytes.readUInt16LE(at + step)) as [
      number,
      number,
      number,
    ]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    if (name === wanted) {
      const packed = bytes.readUInt16LE(at + 10) === 8
      const length = bytes.readUInt32LE(at + 20)
      const header = bytes.readUInt32LE(at + 42)
      const begin = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
      const content = bytes.subarray(begin, begin + length)
      return (packed ? inflateRawSync(content, { maxOutputLength: longestList }) : content).toString('utf8')
    }
    at += 46 + nameLength + extra + comment
  }
  return undefined
}
