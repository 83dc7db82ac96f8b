// The order matters: every browser also claims to be an older one.
const browsers: [RegExp, string][] = [
  [/Edg\w*\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

/** "Firefox, Windows": what a person recognises in the name that a browser gives itself; null when nothing. */
export function deviceOf(userAgent: string | null): string | null {
  const named = [browsers, systems].flatMap(
    (list) => list.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? [],
  )
  return named.join(', ') || null
}
