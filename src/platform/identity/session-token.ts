import { createHmac, timingSafeEqual } from 'node:crypto'

/** Name of the session cookie; `__Secure-` where the address is https. */
export const sessionCookie = (url: string) =>
  url.startsWith('https:') ? '__Secure-splot.session_token' : 'splot.session_token'

/**
 * The session token of a request's cookie, if its signature (HMAC-SHA256, as better-auth writes it) is ours.
 * A forged or torn cookie is no cookie.
 */
export function tokenFromCookie(
  cookieHeader: string | undefined,
  name: string,
  secret: string,
): string | undefined {
  const start = `${name}=`
  const found = cookieHeader?.split('; ').find((part) => part.startsWith(start))
  if (!found) return undefined
  const value = decode(found.slice(start.length))
  const dot = value?.lastIndexOf('.') ?? -1
  if (!value || dot < 1) return undefined
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  const wanted = createHmac('sha256', secret).update(token).digest()
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined
  return /^[A-Za-z0-9_-]{16,128}$/.test(token) ? token : undefined
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
