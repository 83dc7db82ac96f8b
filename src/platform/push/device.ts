import { clientOf } from '../web/client.ts'
import { pushContract } from './contract.ts'

export const pushApi = clientOf(pushContract)

/** Whether this browser can be told anything at all. */
export const canBeTold = () =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis

const subscriptionHere = async () =>
  (await (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription()) ?? undefined

/** Asks the browser, and tells Splot where this device is told. `denied` where the person, or the browser, says no. */
export async function tellThisDevice(key: string, idempotencyKey: string): Promise<'on' | 'denied'> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  const { pushManager } = await navigator.serviceWorker.ready
  const { endpoint, keys } = (
    await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  ).toJSON()
  await pushApi.openPush({
    body: { endpoint: endpoint!, p256dh: keys!.p256dh!, auth: keys!.auth! },
    key: idempotencyKey,
  })
  return 'on'
}

/** This device is told no more: neither by Splot nor by the browser. Whoever signs in next here asks for themselves. */
export async function tellItNoMore(): Promise<void> {
  if (canBeTold()) await (await subscriptionHere())?.unsubscribe()
}
