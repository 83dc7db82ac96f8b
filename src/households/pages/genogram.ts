import { Graph, layout } from '@dagrejs/dagre'
import type { Household, Person } from './relationWords.ts'

/** A drawing of who is who, in its own units (16 to a letter's size): the people, the lines between them, the home. */
export type Genogram = {
  width: number
  height: number
  people: { person: Person; x: number; y: number }[]
  lines: Line[]
  /** Around those who live here. */
  home: { x: number; y: number; width: number; height: number } | null
}
/** Why a line is broken: a couple without a wedding, parents of whom no more is written, by law or care and not by birth, or somebody between who is not written here. */
export const apartBecause = ['unwed', 'unsaid', 'care', 'further'] as const
export type Apart = (typeof apartBecause)[number]
/** `parted`: they were a couple. */
export type Line = {
  kind: 'couple' | 'child'
  way: [number, number][]
  parted: boolean
  apart: Apart | null
}

/** The sign of a person, and below it the room for a name. */
export const sign = 34
const under = 22
const wide = 64

type Kin = { parent: string; child: string; apart: boolean }
type Couple = { one: string; other: string; parted: boolean; apart: boolean }

const parents: Record<string, boolean> = {
  parent: false,
  mother: false,
  father: false,
  adoptive_parent: true,
  foster_parent: true,
  foster_mother: true,
  foster_father: true,
}
const children: Record<string, boolean> = {
  child: false,
  daughter: false,
  son: false,
  adopted_child: true,
  foster_child: true,
}
const couples: Record<string, { parted: boolean; apart: boolean }> = {
  spouse: { parted: false, apart: false },
  wife: { parted: false, apart: false },
  husband: { parted: false, apart: false },
  ex_spouse: { parted: true, apart: false },
  partner: { parted: false, apart: true },
  ex_partner: { parted: true, apart: true },
}
const grandparents = ['grandparent', 'grandmother', 'grandfather']
const siblings = ['sibling', 'sister', 'brother']

/** Draws the people of a household by generations, from their relations; whoever has none stands in the first row. */
export function drawGenogram({ people, relations }: Pick<Household, 'people' | 'relations'>): Genogram {
  const here = new Map(people.map((person) => [person.personId, person]))
  const known = relations.filter(({ personId, toPersonId }) => here.has(personId) && here.has(toPersonId))
  const kin = new Map<string, Kin>()
  const pairs = new Map<string, Couple>()
  for (const { personId, toPersonId, kind } of known) {
    if (kind in parents)
      kin.set(`${personId} ${toPersonId}`, { parent: personId, child: toPersonId, apart: parents[kind]! })
    if (kind in children)
      kin.set(`${toPersonId} ${personId}`, { parent: toPersonId, child: personId, apart: children[kind]! })
    if (kind in couples) {
      const [one, other] = [personId, toPersonId].sort() as [string, string]
      pairs.set(`${one} ${other}`, { one, other, ...couples[kind]! })
    }
  }
  const parentsOf = (child: string) => [...kin.values()].filter((each) => each.child === child)

  const graph = new Graph({ compound: true })
  graph.setGraph({ ranksep: 22, nodesep: 12, edgesep: 6, marginx: 4, marginy: 4 })
  graph.setDefaultEdgeLabel(() => ({}))
  const home = people.filter(({ livesHere, diedOn }) => livesHere && !diedOn)
  const framed = home.length > 1
  if (framed) graph.setNode('home', {})
  const holds = (node: string, its: string[]) => {
    if (framed && its.every((id) => home.some(({ personId }) => personId === id)))
      graph.setParent(node, 'home')
  }
  for (const { personId, givenName, name } of people) {
    graph.setNode(personId, {
      width: Math.max(wide, 8 * (givenName ?? name).length + 8),
      height: sign + under,
    })
    holds(personId, [personId])
  }
  /** Between two generations: a couple, or one parent, from which children hang. */
  const unions = new Map<string, { of: string[]; couple: Couple | undefined; children: Kin[][] }>()
  const unionOf = (ids: string[]) => {
    const of = [...ids].sort()
    const key = of.join(' ')
    if (!unions.has(key)) {
      unions.set(key, { of, couple: pairs.get(key), children: [] })
      graph.setNode(`u ${key}`, { width: 2, height: 2 })
      holds(`u ${key}`, of)
      for (const id of of) graph.setEdge(id, `u ${key}`, { weight: 4 })
    }
    return unions.get(key)!
  }
  for (const { one, other } of pairs.values()) unionOf([one, other])
  for (const { personId: child } of people) {
    const its = parentsOf(child)
    // More than two stand over a child: those by birth first.
    const two = [...its].sort((a, b) => Number(a.apart) - Number(b.apart)).slice(0, 2)
    if (!two.length) continue
    const union = unionOf(two.map(({ parent }) => parent))
    union.children.push(two)
    graph.setEdge(`u ${union.of.join(' ')}`, child, { weight: 2 })
  }
  /** Kin with nobody between them who is written here: a grandmother and a grandchild, two brothers. */
  const loose: { from: string; to: string }[] = []
  for (const { personId, toPersonId, kind } of known) {
    const grand = grandparents.includes(kind)
      ? [personId, toPersonId]
      : kind === 'grandchild'
        ? [toPersonId, personId]
        : null
    if (grand && !parentsOf(grand[1]!).some(({ parent }) => kin.has(`${grand[0]} ${parent}`))) {
      graph.setEdge(grand[0]!, grand[1]!, { minlen: 4 })
      loose.push({ from: grand[0]!, to: grand[1]! })
    }
    const shared = parentsOf(personId).some(({ parent }) => kin.has(`${parent} ${toPersonId}`))
    if (
      siblings.includes(kind) &&
      !shared &&
      !loose.some(({ from, to }) => from === toPersonId && to === personId)
    ) {
      const above = `s ${personId} ${toPersonId}`
      graph.setNode(above, { width: 2, height: 2 })
      graph.setEdge(above, personId, { weight: 2 })
      graph.setEdge(above, toPersonId, { weight: 2 })
      loose.push({ from: personId, to: toPersonId })
    }
  }
  layout(graph)

  const at = (id: string) => graph.node(id) as { x: number; y: number; width: number; height: number }
  const top = (id: string): [number, number] => [at(id).x, at(id).y - (sign + under) / 2]
  const middle = (id: string): [number, number] => [at(id).x, top(id)[1] + sign / 2]
  const lines: Line[] = []
  /** The nearest place to `x` at which a line goes down from `from` to `to` through nobody's sign or name. */
  const clear = (x: number, from: number, to: number) => {
    const inWay = people
      .map(({ personId }) => at(personId))
      .filter((box) => box.y + box.height / 2 > from && box.y - box.height / 2 < to)
      .map((box) => [box.x - box.width / 2, box.x + box.width / 2] as const)
    const free = (place: number) => inWay.every(([left, right]) => place <= left || place >= right)
    return [x, ...inWay.flat()].filter(free).sort((a, b) => Math.abs(a - x) - Math.abs(b - x))[0] ?? x
  }
  /** Down from a point to above somebody: level below the one, and again above the other where somebody stands between. */
  const down = ([x, y]: [number, number], level: number, child: string): [number, number][] => {
    const [to, above] = top(child)
    const last = above - 4
    const column = clear(to, level, last)
    return column === to
      ? [
          [x, y],
          [x, level],
          [to, level],
          [to, above],
        ]
      : [
          [x, y],
          [x, level],
          [column, level],
          [column, last],
          [to, last],
          [to, above],
        ]
  }
  const couple = ({ of: [one, other], couple: pair }: { of: string[]; couple: Couple | undefined }) => {
    const [left, right] = [middle(one!), middle(other!)].sort((a, b) => a[0] - b[0]) as [
      [number, number],
      [number, number],
    ]
    const between = people.some(({ personId }) => {
      const [x, y] = middle(personId)
      return Math.abs(y - left[1]) < sign && x > left[0] + sign && x < right[0] - sign
    })
    const rise = between ? sign / 2 + 8 : 0
    const way: [number, number][] = between
      ? [
          [left[0], left[1] - sign / 2],
          [left[0], left[1] - rise],
          [right[0], left[1] - rise],
          [right[0], right[1] - sign / 2],
        ]
      : [
          [left[0] + sign / 2, left[1]],
          [right[0] - sign / 2, right[1]],
        ]
    lines.push({
      kind: 'couple',
      way,
      parted: pair?.parted ?? false,
      apart: !pair ? 'unsaid' : pair.apart ? 'unwed' : null,
    })
    return { x: (left[0] + right[0]) / 2, y: left[1] - rise }
  }
  for (const union of unions.values()) {
    const { of, children: hanging } = union
    const from =
      of.length === 2 ? couple(union) : { x: middle(of[0]!)[0], y: at(of[0]!).y + (sign + under) / 2 }
    const bar = at(`u ${of.join(' ')}`).y + 6
    for (const its of hanging) {
      lines.push({
        kind: 'child',
        way: down([from.x, from.y], bar, its[0]!.child),
        parted: false,
        apart: its.every(({ apart }) => apart) ? 'care' : null,
      })
    }
  }
  for (const { from, to } of loose) {
    const [a, b] = [top(from), top(to)]
    const level = a[1] === b[1]
    const [x, y] = [at(from).x, at(from).y + (sign + under) / 2]
    const way: [number, number][] = level
      ? [a, [a[0], a[1] - 8], [b[0], b[1] - 8], b]
      : down([x, y], y + 6, to)
    lines.push({ kind: 'child', way, parted: false, apart: level ? null : 'further' })
  }
  const { width = 0, height = 0 } = graph.graph()
  const frame = framed ? at('home') : null
  return {
    width,
    height,
    people: people.map((person) => ({
      person,
      x: middle(person.personId)[0],
      y: middle(person.personId)[1],
    })),
    lines,
    home: frame && {
      x: frame.x - frame.width / 2,
      y: frame.y - frame.height / 2,
      width: frame.width,
      height: frame.height,
    },
  }
}
