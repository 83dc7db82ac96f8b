import { expect, test } from 'vitest'
import { browserFor } from './browser.ts'

const nowhere = () => false

test('on Linux x64 the browser comes from npm, whatever else is installed', () => {
  expect(browserFor({ platform: 'linux', arch: 'x64' }, undefined, () => true)).toBe('from npm')
})

test('elsewhere an installed Chromium is taken, else the Chrome of the machine', () => {
  const arm = { platform: 'linux', arch: 'arm64' }
  expect(browserFor(arm, undefined, (path) => path === '/usr/bin/chromium')).toEqual({
    path: '/usr/bin/chromium',
  })
  for (const machine of [arm, { platform: 'darwin', arch: 'arm64' }, { platform: 'win32', arch: 'x64' }])
    expect(browserFor(machine, undefined, nowhere)).toEqual({ channel: 'chrome' })
})

test('a browser that somebody names is the one', () => {
  expect(browserFor({ platform: 'linux', arch: 'x64' }, '/opt/chrome', nowhere)).toEqual({
    path: '/opt/chrome',
  })
})
