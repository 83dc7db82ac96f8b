import type { FastifyRequest } from 'fastify'

/**
 * What is left on the line of a request that was refused before it was read is read off, so that the next one behind
 * it is heard. A line on which more than `most` bytes still come is cut.
 */
export function readOff(most: number) {
  return async ({ raw }: FastifyRequest): Promise<void> => {
    const isRead = () => raw.complete || raw.readableEnded || raw.destroyed
    if (isRead()) return
    raw.unpipe()
    raw.resume()
    const { socket } = raw
    const before = socket.bytesRead
    // Node counts what it throws away on the line itself only.
    const watching = setInterval(() => {
      if (socket.bytesRead - before > most) socket.destroy()
      if (isRead() || socket.destroyed) clearInterval(watching)
    }, 100).unref()
  }
}
