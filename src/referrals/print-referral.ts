import { sql } from 'kysely'
import { bare, party, shortIdOf } from '../partnerships/print-documents.ts'
import { onPaper, print } from '../platform/documents/paper.ts'
import { notFound } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { dayOf, longDate } from '../platform/texts/dates.ts'
import { papers } from './papers.ts'
import { pointsOf, referralById } from './questions.ts'

type Referral = Awaited<ReturnType<typeof findReferral>>

const findReferral = (work: Work, id: string) => work.mustFind(referralById(id))

/** Prints a referral for who sent it: what is asked, with each answer in the receiver's words. 404 for the receiver. */
export async function printReferral(work: Work, id: string) {
  const referral = await findReferral(work, id)
  const { particulars, sentBy } = referral
  if (referral.side !== 'sender' || !particulars) throw notFound()
  const points = await work.all(pointsOf(id))
  const { place, ...issuer } = await work.mustFind(party(referral.from.id))
  await work.record({ verb: 'referral.printed', subjectId: id, scopeId: id, aboutId: id })
  const short = shortIdOf('S', id)
  return print(
    work,
    papers.referral,
    { id: short, name: `skierowanie-${short}` },
    {
      issuer,
      place,
      to: referral.to.id
        ? bare(await work.mustFind(party(referral.to.id)))
        : { name: referral.to.name, address: referral.to.address ?? '–', phone: null, email: null },
      answerBy: (!referral.to.id && points.find(({ state }) => state === 'asked')?.answerBy) || null,
      about: aboutOf(referral),
      who: particulars.who,
      phone: particulars.phone && phoneOf(particulars.phone, particulars.phoneOf, particulars.phoneHours),
      sentOn: dayOf(referral.sentAt),
      sentBy: { name: sentBy.name, position: sentBy.position, phone: sentBy.phone },
      words: particulars.words,
      basis: await basisOf(work, referral),
      until: referral.basisUntil!,
      points: points.map(({ what, state, outcome, place: at, among, said }) => ({
        // Outside a case what is asked is always said in words.
        what: what!,
        state: [
          onPaper(outcome ? `referrals:outcome.${outcome}` : `referrals:state.${state}`),
          at !== null && onPaper('referrals:page.place', { place: at, among }),
        ]
          .filter(Boolean)
          .join(', '),
        said: said.flatMap(({ words, at: when }) =>
          words ? [`${longDate(dayOf(when), 'pl')}: „${words}”`] : [],
        ),
      })),
    },
  )
}

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
