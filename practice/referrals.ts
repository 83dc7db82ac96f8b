import { answerPoint, beginPoint, tellPoint } from '../src/referrals/answer-point.ts'
import { sendReferral } from '../src/referrals/send-referral.ts'
import { idOf, institutionId } from './act.ts'
import { oksa } from './institutions.ts'
import type { Stage } from './story.ts'

type Sent = {
  by: string
  to: string
  aboutAs: 'girl' | 'boy'
  age: number
  who: string
  phone?: string
  words: string
  points: Record<string, string>
  agreedBy: string
  agreedAs: string
}

/** Invented referrals in different states, each told from the day on which it was sent. */
function referralOf({ act, clock }: Stage, key: string) {
  const point = (name: string) => idOf(`referral/${key}/${name}`)
  const said = <Work extends object>(work: Work) => Object.assign(work, { expectedVersion: undefined })
  return {
    sent: ({ by, to, points, agreedBy, agreedAs, ...referral }: Sent) =>
      act(by, (work) =>
        sendReferral(work, {
          id: idOf(`referral/${key}`),
          partnershipId: idOf('partnership/oksa'),
          to: institutionId(to),
          commune: oksa,
          urgency: 'usual',
          points: Object.entries(points).map(([name, what]) => ({ id: point(name), what })),
          basis: 'representative',
          agreedBy,
          agreedAs,
          agreedForm: 'paper_signed',
          agreedOn: clock.today,
          until: clock.after(240),
          ...(referral.phone && { phoneOf: agreedAs, phoneHours: 'po 16:00' }),
          ...referral,
        }),
      ),
    says: (by: string, name: string, answer: Parameters<typeof answerPoint>[2]) =>
      act(by, (work) => answerPoint(said(work), point(name), answer)),
    begins: (by: string, name: string, words: string) =>
      act(by, (work) => beginPoint(said(work), point(name), { on: clock.today, words })),
    tells: (by: string, name: string, words: string) =>
      act(by, (work) => tellPoint(said(work), point(name), { words })),
  }
}

/** Stories of referrals outside of any case: how many days ago each began, and how it is played with the app's own deeds. */
export const practiceReferrals: {
  key: string
  began: number
  play(stage: Stage): Promise<unknown>
}[] = [
  {
    // One thing goes on, the other waits on the list.
    key: 'referral/tymon',
    began: 20,
    play: async (stage) => {
      const referral = referralOf(stage, 'tymon')
      await referral.sent({
        by: 'magda',
        to: 'ppp',
        aboutAs: 'boy',
        age: 9,
        who: 'Tymon Nibylski',
        phone: '500 000 512',
        words:
          'Tymon unika czytania na głos i od października częściej boli go brzuch w dni z polskim. Lubi majsterkować i dobrze liczy.',
        points: { reading: 'Sprawdzić, skąd trudność z czytaniem', classes: 'Zajęcia, raz w tygodniu' },
        agreedBy: 'Weronika Nibylska',
        agreedAs: 'mama',
      })
      await stage.clock.to(16)
      await referral.says('nina', 'reading', {
        answer: 'accepted',
        words: 'Przyjmujemy. Zaczniemy od diagnozy czytania.',
      })
      await referral.says('nina', 'classes', {
        answer: 'waiting',
        expectedOn: stage.clock.after(80),
        words: 'Grupa rusza po feriach. Jeśli ktoś zrezygnuje, zadzwonimy do mamy.',
      })
      await stage.clock.to(9)
      await referral.begins('nina', 'reading', 'Pierwsze spotkanie za nami, dobry kontakt.')
      await stage.clock.to(3)
      await referral.tells('nina', 'reading', 'Był dwa razy, współpracuje. Opinia będzie za dwa tygodnie.')
    },
  },
  {
    // Waits for the foundation.
    key: 'referral/lena',
    began: 3,
    play: (stage) =>
      referralOf(stage, 'lena').sent({
        by: 'magda',
        to: 'foundation',
        aboutAs: 'girl',
        age: 8,
        who: 'Lena Umownicka',
        phone: '500 000 518',
        words: 'Lena czeka po lekcjach dwie godziny na autobus. W świetlicy miałaby spokój i pomoc w nauce.',
        points: { rooms: 'Miejsce w świetlicy na trzy popołudnia w tygodniu' },
        agreedBy: 'Paulina Umownicka',
        agreedAs: 'mama',
      }),
  },
  {
    // Sent back for completion.
    key: 'referral/oskar',
    began: 8,
    play: async (stage) => {
      const referral = referralOf(stage, 'oskar')
      await referral.sent({
        by: 'kamil',
        to: 'ppp',
        aboutAs: 'boy',
        age: 12,
        who: 'Oskar Fikcyjny',
        words: 'Oskar trudno znosi zmiany, na przerwach trzyma się z boku.',
        points: { help: 'Wsparcie psychologa' },
        agreedBy: 'Adam Fikcyjny',
        agreedAs: 'tata',
      })
      await stage.clock.to(5)
      await referral.says('nina', 'help', {
        answer: 'returned',
        reason: 'unclear_goal',
        words: 'Czy chodzi o diagnozę, czy o stałe spotkania?',
      })
    },
  },
  {
    // What the counselling centre asks of the school, and the school does.
    key: 'referral/maja',
    began: 12,
    play: async (stage) => {
      const referral = referralOf(stage, 'maja')
      await referral.sent({
        by: 'nina',
        to: 'school',
        aboutAs: 'girl',
        age: 10,
        who: 'Maja Przykładowska',
        words: 'Maja lepiej pracuje w ciszy i gdy polecenia ma przed oczami.',
        points: { seat: 'Miejsce z przodu klasy i polecenia na piśmie' },
        agreedBy: 'Elżbieta Przykładowska',
        agreedAs: 'mama',
      })
      await stage.clock.to(10)
      await referral.says('magda', 'seat', { answer: 'accepted', words: 'Tak, od poniedziałku.' })
      await stage.clock.to(7)
      await referral.begins('magda', 'seat', 'Siedzi w pierwszej ławce, dostaje karty pracy.')
    },
  },
]
