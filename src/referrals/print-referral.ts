import { sql } from 'kysely'
import { bare, party, shortIdOf } from '../partnerships/print-documents.ts'
import { onPaper, print } from '../platform/documents/paper.ts'
import { notFound } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { dayOf, longDate } from '../platform/texts/dates.ts'
import { papers } from './papers.ts'
import { guestsOf, pointsOf, referralById } from './questions.ts'

type Referral = Awaited<ReturnType<typeof findReferral>>

const findReferral = (work: Work, id: string) => work.mustFind(referralById(id))

/** What both papers of a referral say, for who sent it; 404 for the receiver. */
async function findSent(work: Work, id: string) {
  const referral = await findReferral(work, id)
  const { particulars, sentBy } = referral
  if (referral.side !== 'sender' || !particulars) throw notFound()
  const points = await work.all(pointsOf(id))
  const { place, ...issuer } = await work.mustFind(party(referral.from.id))
  await work.record({ verb: 'referral.printed', subjectId: id, scopeId: id, aboutId: id })
  return {
    referral,
    particulars,
    points,
    said: {
      issuer,
      place,
      who: particulars.who,
      words: particulars.words,
      sentOn: dayOf(referral.sentAt),
      sentBy: { name: sentBy.name, position: sentBy.position, phone: sentBy.phone },
    },
  }
}

/** Prints a referral for who sent it: what is asked, with each answer in the receiver's words. 404 for the receiver. */
export async function printReferral(work: Work, id: string) {
  const { referral, particulars, points, said } = await findSent(work, id)
  const short = shortIdOf('S', id)
  return print(
    work,
    papers.referral,
    { id: short, name: `skierowanie-${short}` },
    {
      ...said,
      to: referral.to.id
        ? bare(await work.mustFind(party(referral.to.id)))
        : { name: referral.to.name, address: referral.to.address ?? '–', phone: null, email: null },
      answerBy: (!referral.to.id && points.find(({ state }) => state === 'asked')?.answerBy) || null,
      about: aboutOf(referral),
      phone: particulars.phone && phoneOf(particulars.phone, particulars.phoneOf, particulars.phoneHours),
      basis: await basisOf(work, referral),
      until: referral.basisUntil!,
      points: points.map((point) => ({
        // Outside a case what is asked is always said in words.
        what: point.what!,
        state: [
          stateOf(point),
          point.place !== null && onPaper('referrals:page.place', { place: point.place, among: point.among }),
        ]
          .filter(Boolean)
          .join(', '),
        said: point.said.flatMap(({ words, at: when }) =>
          words ? [`${longDate(dayOf(when), 'pl')}: „${words}”`] : [],
        ),
      })),
    },
  )
}

/** The same for the family, in large letters: what is asked of whom, on what basis, and what they may say no to. */
export async function printForFamily(work: Work, id: string) {
  const { referral, points, said } = await findSent(work, id)
  const { to, basis, basisUntil, basisHolds } = referral
  const isLetter = !to.id
  const guests = await work.all(guestsOf(id))
  return print(
    work,
    papers['family-referral'],
    { id: shortIdOf('S', id), name: 'o-co-prosimy' },
    {
      ...said,
      to: to.name,
      toPhone: to.phone,
      points: points.map((point) => ({ what: point.what!, state: stateOf(point) })),
      reads: [
        // On paper there is no before and after; on the page of a guest there is.
        ...(isLetter ? [onPaper('referrals:family.letter')] : []),
        ...(isLetter && guests.every(({ state }) => state === 'refused')
          ? []
          : [
              onPaper('referrals:family.before', { about: aboutOf(referral) }),
              onPaper('referrals:family.after'),
            ]),
      ],
      basis: [
        ...(basis === 'representative' ? [onPaper('referrals:family.agreed')] : []),
        await basisOf(work, referral),
        onPaper(basisHolds ? 'referrals:family.until' : 'referrals:family.over', {
          day: longDate(basisUntil!, 'pl'),
        }),
      ].join(' '),
      mayRefuse: [
        onPaper(`referrals:family.refuse.${basis === 'law' ? 'law' : 'consent'}`),
        ...(isLetter ? [onPaper('referrals:family.refuse.letter')] : []),
        onPaper('referrals:family.refuse.point'),
        onPaper('referrals:family.refuse.copy'),
      ],
    },
  )
}

const stateOf = ({
  outcome,
  state,
}: Pick<Awaited<ReturnType<typeof findSent>>['points'][number], 'outcome' | 'state'>) =>
  onPaper(outcome ? `referrals:outcome.${outcome}` : `referrals:state.${state}`)

const formNamed = (code: string) =>
  sql<{ pl: string }>`select pl from consents.consent_form where code = ${code}`

const aboutOf = ({ aboutAs, age, communeName }: Referral) => {
  const who = onPaper(`referrals:about.${aboutAs}`)
  return [
    age === null ? who : onPaper('referrals:aboutAge', { who, age }),
    communeName && onPaper('referrals:commune', { name: communeName }),
  ]
    .filter(Boolean)
    .join(', ')
}

const phoneOf = (phone: string, whose: string | null, hours: string | null) => {
  const more = [whose, hours].filter(Boolean).join(', ')
  return more ? `${phone} (${more})` : phone
}

async function basisOf(work: Work, { basis, particulars }: Referral) {
  const { agreedBy, agreedAs, agreedForm, agreedOn, law } = particulars!
  const form = agreedForm && (await work.mustFind(formNamed(agreedForm))).pl.toLocaleLowerCase('pl')
  return onPaper(`referrals:page.basisBy.${basis}`, {
    name: agreedBy,
    as: agreedAs,
    form,
    day: agreedOn && longDate(agreedOn, 'pl'),
    law,
  })
}
