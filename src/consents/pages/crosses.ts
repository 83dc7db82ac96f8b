import type { JointClass, JointWorkOf } from './api.ts'

type Sheet = JointWorkOf['sheets'][number]
type Box = Sheet['boxes'][number]

/** A box of a sheet, as a form keeps it: sheet, institution and, of what may be exchanged, its class. */
export const boxKey = (...parts: [sheetId: string, institutionId: string, each?: JointClass]) =>
  parts.join(' ')

/** Whether a sheet is a child's own word about itself. */
export const isHeard = ({ people }: Pick<JointWorkOf, 'people'>, { signerId, personId }: Sheet) =>
  signerId === personId && people.some((it) => it.personId === personId && it.child)

/** Health and addiction are agreed to in writing; how a child was heard is noted whatever it said. */
export const mayBeAsked = (each: JointClass, { inWriting, heard }: { inWriting: boolean; heard: boolean }) =>
  inWriting || heard || (each !== 'health' && each !== 'addiction')

type Asked = (each: JointClass) => boolean

/** What is ticked on a sheet, of what could be asked. */
export const crossesOn = (sheet: Sheet, yes: readonly string[], isAsked: Asked): Box[] =>
  sheet.boxes
    .map(({ institutionId, classes }) => ({
      institutionId,
      classes: classes.filter((each) => isAsked(each) && yes.includes(boxKey(sheet.id, institutionId, each))),
    }))
    .filter(({ classes }) => classes.length > 0)

/** Whether a sheet says no: nothing that it asks is ticked, or less than stands. What it could not ask is no refusal. */
export function refuses(sheet: Sheet, yes: readonly string[], isAsked: Asked, standing: Box[]): boolean {
  const crosses = crossesOn(sheet, yes, isAsked)
  const has = (boxes: Box[], institutionId: string, each: JointClass) =>
    boxes.some((box) => box.institutionId === institutionId && box.classes.includes(each))
  if (!crosses.length) return sheet.boxes.some(({ classes }) => classes.some(isAsked))
  return standing.some(({ institutionId, classes }) =>
    classes.some(
      (each) => isAsked(each) && has(sheet.boxes, institutionId, each) && !has(crosses, institutionId, each),
    ),
  )
}
