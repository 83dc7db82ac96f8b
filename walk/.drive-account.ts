import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { openBrowser } from '/work/main/walk/browser.ts'

const require = createRequire('/work/main/package.json')
const pg = require('pg')
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const base = 'http://localhost:4377',
  out = '/work/notes/account/'
const links = [...readFileSync(out + 'links', 'utf8').matchAll(/http\S+/g)].map((m) => m[0])
const browser = await openBrowser()
const context = await browser.newContext({
  bypassCSP: true,
  locale: 'pl-PL',
  viewport: { width: 1280, height: 900 },
})
const page = await context.newPage()
page.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', m.text()))
page.on('pageerror', (e) => console.log('PAGEERROR', e.message))
const cdp = await context.newCDPSession(page)
await cdp.send('WebAuthn.enable')
await cdp.send('WebAuthn.addVirtualAuthenticator', {
  options: {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  },
})
async function shot(name: string) {
  for (const [w, h] of [
    [1280, 900],
    [390, 844],
  ]) {
    await page.setViewportSize({ width: w!, height: h! })
    await page.waitForTimeout(250)
    await page.screenshot({ path: `${out}${name}-${w}.png`, fullPage: true })
    await page.evaluate(axe)
    const v = await page.evaluate(async () =>
      (
        await (window as any).axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
        })
      ).violations.map((v: any) => v.id + ': ' + v.nodes.map((n: any) => n.html.slice(0, 120)).join(' | ')),
    )
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    if (v.length || wide) console.log('AXE', name, w, v, wide ? 'H-SCROLL' : '')
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
const b = (name: string | RegExp) => page.getByRole('button', { name }).first()
const f = (name: string | RegExp) => page.locator('input').and(page.getByLabel(name)).first()
const totp = (secret: string) => {
  const bits = [...secret.replace(/\s/g, '')]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map((x) => parseInt(x, 2)))
  const c = Buffer.alloc(8)
  c.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000)))
  const h = createHmac('sha1', key).update(c).digest()
  const o = h[19]! & 15
  return String((h.readUInt32BE(o) & 0x7fffffff) % 1e6).padStart(6, '0')
}
const step = (s: string) => console.log('·', s)
let password = 'kapusta rower deszcz lampa'
const env = Object.fromEntries(
  readFileSync(out + 'env', 'utf8')
    .trim()
    .split('\n')
    .map((l) => l.split(/=(.*)/)),
)
const { findDatabase, asOwner } = await import('/work/main/src/platform/database/open.ts')
const { readSettings } = await import('/work/main/src/platform/settings.ts')
const found = await findDatabase(readSettings(env))
await asOwner(found.ownerUrl, (c: any) =>
  c.query(
    'delete from identity.passkey; delete from identity."twoFactor"; update identity."user" set "twoFactorEnabled" = false; delete from identity."rateLimit"; delete from identity.attempt',
  ),
)
await page.goto(links[1]!)
await page.waitForTimeout(1500)
if (
  await f('Hasło')
    .isVisible()
    .catch(() => false)
) {
  step('accept')
  await f('Hasło').fill(password)
  await page.locator('form button[type=submit]').click()
  await page
    .getByText(/wejdź|Wejdź|Mojego/i)
    .first()
    .waitFor()
  await context.clearCookies()
}
await page.goto(base + '/sign-in')
await f('E-mail').waitFor()
await shot('sign-in')
await page.getByRole('link', { name: 'Nie pamiętam hasła' }).click()
await f(/Twój e-mail/).waitFor()
await shot('reset')
await f(/Twój e-mail/).fill('jan@o.example')
await b('Wyślij odnośnik').click()
await page.getByText('Sprawdź pocztę').waitFor()
await shot('reset-sent')
await page.waitForTimeout(500)
const letter = await asOwner(
  found.ownerUrl,
  async (c: any) => (await c.query('select * from mail.letter order by written_at desc limit 1')).rows[0],
)
console.log(letter.subject, letter.body.match(/http\S+/)[0])
await page.goto(letter.body.match(/http\S+/)[0])
await f(/Nowe hasło/).waitFor()
console.log(page.url())
await shot('reset-new')
await f(/Nowe hasło/).fill('password')
await b('Ustaw hasło').click()
await page.getByRole('alert').waitFor()
console.log(await page.getByRole('alert').innerText())
password = 'zupa tramwaj mgła okno ' + Math.random().toString(36).slice(2, 6)
await f(/Nowe hasło/).fill(password)
await b('Ustaw hasło').click()
await page.getByText('Masz nowe hasło').waitFor()
await shot('reset-done')
await page.goto(letter.body.match(/http\S+/)[0])
await page.getByText('Ten odnośnik już nie działa').waitFor()
await shot('reset-old')
await page.goto(base + '/sign-in')
await f('E-mail').fill('jan@o.example')
await f('Hasło').fill(password)
await b('Zaloguj się').click()
await page
  .locator('h1')
  .filter({ hasText: /dzień/i })
  .waitFor()
  .catch(() => {})
console.log(await page.locator('h1').first().innerText())
await page.getByRole('button', { name: /Twoje menu/ }).click()
await page.waitForTimeout(300)
await page.screenshot({ path: out + 'menu.png' })
await page.getByRole('menuitem', { name: 'Moje konto' }).click()
await page.getByText('Gdzie jestem w Splocie').waitFor()
await page.waitForTimeout(500)
await shot('account')
step('passkey')
await b('Dodaj klucz dostępu').click()
await f('Nazwa klucza').waitFor()
await shot('passkey-add')
await b('Dodaj na tym urządzeniu').click()
await page.getByText(/dodany /).waitFor()
await shot('passkey-added')
step('2fa')
await b('Włącz kod z aplikacji').click()
await f('Twoje hasło').fill('zle haslo wcale')
await b('Włącz kod z aplikacji').click()
await page.getByRole('alert').waitFor()
console.log(await page.getByRole('alert').innerText())
await f('Twoje hasło').fill(password)
await b('Włącz kod z aplikacji').click()
await f('Kod z aplikacji').waitFor()
await shot('enrol')
const secret = await page.locator('form b.m').innerText()
await f('Kod z aplikacji').fill('000000')
await b('Sprawdź i włącz').click()
await page.getByRole('alert').waitFor()
console.log(await page.getByRole('alert').innerText())
await f('Kod z aplikacji').fill(totp(secret))
await b('Sprawdź i włącz').click()
await page.getByText('Zachowaj te kody').waitFor()
await shot('codes')
await page.emulateMedia({ media: 'print' })
await page.screenshot({ path: out + 'codes-print.png', fullPage: true })
await page.emulateMedia({ media: null })
const codes = await page.locator('main li.m').allInnerTexts()
console.log(codes)
await b('Mam je zachowane').click()
await page.getByText('włączony').waitFor()
await shot('second-on')
step('second device signs in with recovery code')
const other = await browser.newContext({
  locale: 'pl-PL',
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0',
})
const p2 = await other.newPage()
await p2.goto(base + '/sign-in')
await p2.getByLabel('E-mail').fill('jan@o.example')
await p2.getByLabel('Hasło').fill(password)
await p2.getByRole('button', { name: 'Zaloguj się', exact: true }).click()
await p2.getByRole('button', { name: /Nie mam telefonu/ }).click()
await p2.getByLabel('Kod zapasowy').fill('nope')
await p2.getByRole('button', { name: 'Zaloguj się', exact: true }).click()
await p2.getByRole('alert').waitFor()
console.log(await p2.getByRole('alert').innerText())
await p2.screenshot({ path: out + 'recovery.png' })
await p2.getByLabel('Kod zapasowy').fill(codes[0]!)
await p2.getByRole('button', { name: 'Zaloguj się', exact: true }).click()
await p2.locator('nav').first().waitFor()
console.log(await p2.locator('h1').first().innerText())
await page.reload()
await b(/Wyloguj: Firefox/).waitFor()
await shot('two-sessions')
await b(/Wyloguj: Firefox/).click()
await b(/Wyloguj: Firefox/).waitFor({ state: 'detached' })
await p2.reload()
await p2.getByLabel('E-mail').waitFor()
step('second device is out')
step('change password')
await f('Obecne hasło').fill(password)
password += ' dom'
await page.getByLabel(/Nowe hasło/).fill(password)
await b('Zmień hasło').click()
await page.getByText('Hasło zmienione').waitFor()
step('2fa off')
await b('Wyłącz kod').click()
await f('Twoje hasło').fill(password)
await b('Wyłącz kod').click()
await page.getByText('wyłączony').waitFor()
step('passkey sign-in')
await context.clearCookies()
await page.goto(base + '/sign-in')
await b('Zaloguj się kluczem dostępu').click()
await page.getByRole('button', { name: /Twoje menu/ }).waitFor()
console.log(await page.locator('h1').first().innerText())
await page.goto(base + '/my-account')
await b(/Usuń: /).click()
await page.getByRole('dialog').waitFor()
await shot('passkey-remove')
await page.getByRole('dialog').getByRole('button', { name: 'Usuń' }).click()
await page.getByRole('dialog').waitFor({ state: 'detached' })
await page.getByText(/dodany /).waitFor({ state: 'detached' })
step('passkey gone')
await context.clearCookies()
await page.goto(base + '/sign-in')
await b('Zaloguj się kluczem dostępu').click()
await page.getByRole('alert').waitFor()
console.log(await page.getByRole('alert').innerText())
await browser.close()
