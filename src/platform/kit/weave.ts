/**
 * The woven strip: two half-sine strands that cross between phases, over and under by turns.
 */
type Point = readonly [x: number, y: number]
type Curve = readonly [Point, Point, Point, Point]

const round = (value: number) => Math.round(value * 10) / 10
const say = (points: readonly Point[]) => points.map(([x, y]) => `${round(x)} ${round(y)}`).join(' ')
const pathOf = (curves: readonly Curve[]) =>
  curves.length === 0
    ? ''
    : `M${say([curves[0]![0]])}${curves.map((curve) => `C${say(curve.slice(1))}`).join('')}`

const between = ([ax, ay]: Point, [bx, by]: Point): Point => [(ax + bx) / 2, (ay + by) / 2]

/** The later (or earlier) half of a Bézier curve, by de Casteljau. */
function half([a, b, c, d]: Curve, which: 'first' | 'second'): Curve {
  const ab = between(a, b)
  const bc = between(b, c)
  const cd = between(c, d)
  const abc = between(ab, bc)
  const bcd = between(bc, cd)
  const middle = between(abc, bcd)
  return which === 'first' ? [a, ab, abc, middle] : [middle, bcd, cd, d]
}

export type Weave = {
  width: number
  /** Centre of each phase's eye. */
  eyes: number[]
  one: string
  other: string
  /** Where the first strand passes over again. */
  over: string[]
  /** Beginning of the loose, dotted threads of later phases; null when nothing is left. */
  loose: number | null
}

/**
 * @param phases number of phases
 * @param current index of the current one, whose eye is half woven; `phases` when all is done
 * @param step width of an eye, @param middle height of the axis, @param swing from the axis to the strand
 */
export function weave(phases: number, current: number, step: number, middle: number, swing: number): Weave {
  const halves = Math.min(current * 2 + 1, phases * 2)
  const strand = (first: 1 | -1): Curve[] =>
    Array.from({ length: halves }, (_, index) => {
      const eye = Math.floor(index / 2)
      const from = (index * step) / 2
      const peak = middle + swing * first * (eye % 2 === 0 ? 1 : -1)
      const near = middle + (peak - middle) * 0.665
      return index % 2 === 0
        ? [
            [from, middle],
            [from + step * 0.182, near],
            [from + step * 0.341, peak],
            [from + step / 2, peak],
          ]
        : [
            [from, peak],
            [from + step * 0.159, peak],
            [from + step * 0.318, near],
            [from + step / 2, middle],
          ]
    })
  const one = strand(1)
  const crossings = Array.from({ length: Math.max(0, Math.ceil(halves / 2) - 1) }, (_, index) => index + 1)
  return {
    width: phases * step,
    eyes: Array.from({ length: phases }, (_, index) => (index + 0.5) * step),
    one: pathOf(one),
    other: pathOf(strand(-1)),
    over: crossings
      .filter((crossing) => crossing % 2 === 1)
      .map((crossing) => pathOf([half(one[crossing * 2 - 1]!, 'second'), half(one[crossing * 2]!, 'first')])),
    loose: current < phases ? (current + 0.5) * step : null,
  }
}
