import type { Settings } from '../settings.ts'

/**
 * Whether an address belongs to a push service that Splot may speak to: a browser names it, and Splot is nobody's tool to reach
 * other machines. Services are named by origin, `https://*.example` with all below it.
 */
export function isPushService(endpoint: string, { pushServices }: Pick<Settings, 'pushServices'>): boolean {
  const { protocol, host } = new URL(endpoint)
  return pushServices.some((service) => {
    const [known, name] = service.split('//') as [string, string]
    return protocol === known && (name.startsWith('*.') ? host.endsWith(name.slice(1)) : host === name)
  })
}
