/** One line of the output. `ratio` is baseline by value for times. */
export type Figure = {
  name: string
  value: number
  unit: string
  baseline?: number | undefined
  ratio?: number | undefined
  bar?: string
  met?: boolean
  families?: number
}

export const figures: Figure[] = []

/** Prints a figure as a JSON line and remembers it. */
export function tell(figure: Figure) {
  const rounded = {
    ...figure,
    value: round(figure.value),
    baseline: figure.baseline && round(figure.baseline),
    ratio: figure.ratio && round(figure.ratio),
  }
  figures.push(rounded)
  console.log(JSON.stringify(rounded))
}
const round = (n: number) => Math.round(n * 100) / 100

/** Times `work`, called over and over for at least 0.7 s; milliseconds at the median and at 95 %. */
export async function timed(work: (i: number) => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  for (let i = 0; i < 20; i++) await work(i)
  const times: number[] = []
  for (let i = 0, began = performance.now(); i < 20 || performance.now() - began < 700; i++) {
    const start = performance.now()
    await work(i)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return { p50: times[times.length >> 1]!, p95: times[Math.floor(times.length * 0.95)]! }
}

const grown = new Map<string, number>()

/** Tells how much more a figure became with ten times the families, when the smaller size was measured before. */
export function tellGrowth(name: string, value: number, families: number) {
  const before = grown.get(`${name} ${families / 10}`)
  grown.set(`${name} ${families}`, value)
  if (!before) return
  const growth = value / before
  tell({
    name: `${name}: growth per tenfold`,
    value: growth,
    unit: '×',
    bar: '< 1.5',
    met: growth < 1.5,
    families,
  })
}
