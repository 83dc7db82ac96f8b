import { randomBytes } from 'node:crypto'
import { readdirSync, readlinkSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { seal } from '../keys.ts'
import { openPassing, readOpened } from './receive.ts'

/** Files of a passing that this process holds open. */
const open = () =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return /\/splot-[0-9a-f]{24}/.test(readlinkSync(`/proc/self/fd/${fd}`))
    } catch {
      return false
    }
  }).length

const key = randomBytes(32)
const aPassing = async () => {
  const passing = await openPassing()
  await passing.write(seal(key, Buffer.from('dane')))
  return passing
}

describe.runIf(process.platform === 'linux')('a file on its way is closed', () => {
  test('when it was read to its end', async () => {
    const before = open()
    const bytes = readOpened(await aPassing(), key)
    expect(open()).toBe(before + 1)
    expect(Buffer.concat(await bytes.toArray()).toString()).toBe('dane')
    await expect.poll(open).toBe(before)
  })

  test('when whoever asked for it went away before a byte was read', async () => {
    const before = open()
    const bytes = readOpened(await aPassing(), key)
    bytes.destroy()
    await expect.poll(open).toBe(before)
  })

  test('when what held it was lost', async () => {
    const before = open()
    setFlagsFromString('--expose_gc')
    const gc = runInNewContext('gc') as () => void
    await (async () => {
      await aPassing()
    })()
    await expect
      .poll(() => {
        gc()
        return open()
      })
      .toBe(before)
  })
})
