import type { JointWorkOf } from '../../consents/pages/api.ts'

/** What is to be done about consents: sheets to prepare first, then to have signed; or a consent that ran out or was lost. */
export type ConsentStep = { step: 'prepare' | 'sign' | 'lacking'; names: string[] }

type Joint = Pick<JointWorkOf, 'institutions' | 'people' | 'sheets'>

/**
 * The steps about consents, for whoever records them. A sheet names institutions: nothing is to be signed before somebody of
 * another one joined. Who refused or withdrew, and about whom a basis in law holds (`known`), is not asked again.
 */
export function consentSteps(joint: Joint, known: ReadonlySet<string>): ConsentStep[] {
  const partners = joint.institutions.filter(({ accepted }) => accepted)
  if (!partners.length) return []
  const waits = (about: string, signer: string) =>
    joint.sheets.some(({ personId, signerId }) => personId === about && signerId === signer)
  const lacking = joint.people.filter(
    (person) =>
      !known.has(person.personId) &&
      !person.order &&
      person.signers.some(
        (signer) =>
          !signer.notWritten &&
          !signer.withoutId &&
          (!signer.signedOn || signer.lapsed) &&
          !waits(person.personId, signer.personId),
      ),
  )
  const toSign = joint.people.filter(({ personId }) =>
    joint.sheets.some(({ signerId }) => signerId === personId),
  )
  const begun =
    joint.sheets.length > 0 ||
    known.size > 0 ||
    joint.people.some(({ order, signers }) => order || signers.some(({ signedOn }) => signedOn))
  const steps: ConsentStep[] = [
    begun
      ? { step: 'lacking', names: lacking.map(({ name }) => name) }
      : { step: 'prepare', names: lacking.length ? partners.map(({ name }) => name) : [] },
    { step: 'sign', names: toSign.map(({ name }) => name) },
  ]
  return steps.filter(({ names }) => names.length > 0)
}
