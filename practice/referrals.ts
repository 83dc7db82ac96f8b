import { sql } from 'kysely'
import { see } from '../src/asks/see.ts'
import { keepDraft } from '../src/platform/drafts/keep-draft.ts'
import { addDays, today } from '../src/platform/texts/dates.ts'
import { answerPoint, beginPoint, finishPoint, tellPoint } from '../src/referrals/answer-point.ts'
import { inviteGuest } from '../src/referrals/guests.ts'
import { sayCapacity } from '../src/referrals/places.ts'
import { sendReferral } from '../src/referrals/send-referral.ts'
import { withdraw, withdrawBasis } from '../src/referrals/withdraw.ts'
import { idOf, institutionId, workerId } from './act.ts'
import { guestCameIn } from './guests.ts'
import { jedrzejow, oksa } from './institutions.ts'
import { serviceId } from './services.ts'
import type { Stage } from './story.ts'

type Sent = {
  by: string
  to?: string
  /** Somebody who is not in Splot, in place of an institution. */
  outside?: { name: string; address: string }
  aboutAs: 'girl' | 'boy'
  age: number
  who: string
  phone?: string
  words: string
  points: Record<string, string>
  agreedBy: string
  agreedAs: string
  urgency?: 'urgent'
  /** Of the neighbours, else of the commune of Oksa. */
  partnershipId?: string
  commune?: string
  /** For how many days the consent holds. */
  until?: number
}

/** Invented referrals in different states, each told from the day on which it was sent. */
function referralOf({ act, clock }: Stage, key: string) {
  const point = (name: string) => idOf(`referral/${key}/${name}`)
  const said = <Work extends object>(work: Work) => Object.assign(work, { expectedVersion: undefined })
  return {
    sent: ({ by, to, points, agreedBy, agreedAs, until = 240, ...referral }: Sent) =>
      act(by, (work) =>
        sendReferral(work, {
          id: idOf(`referral/${key}`),
          partnershipId: idOf('partnership/oksa'),
          to: to && institutionId(to),
          commune: oksa,
          urgency: 'usual',
          points: Object.entries(points).map(([name, what]) => ({ id: point(name), what })),
          basis: 'representative',
          agreedBy,
          agreedAs,
          agreedForm: 'paper_signed',
          agreedOn: clock.today,
          until: addDays(today(), until),
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
    ends: (by: string, name: string, outcome: 'reached' | 'partly', words: string) =>
      act(by, (work) => finishPoint(said(work), point(name), { on: clock.today, outcome, words })),
    isRead: (by: string) => act(by, async (work) => see(work, ['referral'], idOf(`referral/${key}`))),
    isTakenBack: (by: string, name: string, reason: string) =>
      act(by, (work) => withdraw(work, idOf(`referral/${key}`), { points: [point(name)], reason })),
    consentIsWithdrawn: (by: string) => act(by, (work) => withdrawBasis(work, idOf(`referral/${key}`))),
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
    // To a centre that is not in Splot, where a guest answers by themselves.
    key: 'referral/hela',
    began: 15,
    play: async (stage) => {
      const { act, clock } = stage
      const point = idOf('referral/hela/hearing')
      const guest = idOf('referral/hela/guest')
      await referralOf(stage, 'hela').sent({
        by: 'magda',
        outside: { name: 'Poradnia Audiologiczna w Zmyślonym', address: 'Rynek 1, Zmyślone' },
        aboutAs: 'girl',
        age: 8,
        who: 'Hela Niewymowna',
        phone: '500 000 514',
        words: 'Hela od jesieni prosi o powtarzanie poleceń i siada jak najbliżej.',
        points: { hearing: 'Badanie słuchu' },
        agreedBy: 'Teresa Niewymowna',
        agreedAs: 'mama',
      })
      await act('magda', (work) =>
        inviteGuest(work, idOf('referral/hela'), {
          id: guest,
          name: 'Edyta Domyślna',
          role: 'rejestracja',
          email: 'rejestracja@audiologia.example',
          confirmerId: workerId('iga'),
        }),
      )
      await clock.to(12)
      const visit = await guestCameIn(act, 'magda', 'iga', guest)
      await act('magda', async (work) => {
        await work.ask(sql`referrals.guest_page(${visit})`)
        await work.ask(
          sql`referrals.guest_answers(${visit}, ${point}, 'waiting', null, 'Zapisaliśmy, zadzwonimy do mamy.', ${clock.after(40)}::date)`,
        )
        await work.ask(sql`referrals.guest_page(${visit})`)
      })
    },
  },
  {
    // Of the neighbours, to the county.
    key: 'referral/igor',
    began: 2,
    play: (stage) =>
      referralOf(stage, 'igor').sent({
        by: 'bogna',
        to: 'pcpr',
        partnershipId: idOf('partnership/jedrzejow'),
        commune: jedrzejow,
        aboutAs: 'boy',
        age: 12,
        who: 'Igor Teoretycki',
        words:
          'Igor stracił dziadka, z którym spędzał każde popołudnie. Chętnie rozmawia, gdy coś robi rękami.',
        points: { grief: 'Rozmowy o stracie, kilka spotkań' },
        agreedBy: 'Maria Teoretycka',
        agreedAs: 'mama',
      }),
  },
  {
    // Not sent yet: words that wait in the form.
    key: 'referral/draft',
    began: 1,
    play: ({ act }) =>
      act('wanda', (work) =>
        keepDraft(work, 'referral/new', {
          to: `${idOf('partnership/oksa')}/${institutionId('ppp')}`,
          aboutAs: 'girl',
          age: '11',
          commune: oksa,
          who: 'Liliana Nienazwana',
          words:
            'Liliana pięknie rysuje, na zajęciach od miesiąca siedzi sama. Zapytam jeszcze mamę o zgodę.',
        }),
      ),
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
  {
    // The foundation's club has three places: one was free again, one is held by what was taken back after it had begun, and two wait.
    key: 'referral/club',
    began: 30,
    play: async (stage) => {
      const club = serviceId('Świetlica, popołudnia')
      await stage.act('ola', (work) => sayCapacity(work, { serviceId: club, total: 3 }))
      const child = async (
        key: string,
        more: Pick<Sent, 'aboutAs' | 'age' | 'who' | 'agreedBy'> & Partial<Sent>,
      ) => {
        const referral = referralOf(stage, `club-${key}`)
        await referral.sent({
          by: 'magda',
          to: 'foundation',
          words: 'Po lekcjach zostaje w domu bez nikogo. Lubi rówieśników i gry planszowe.',
          points: { place: 'Miejsce w świetlicy' },
          agreedAs: 'mama',
          ...more,
        })
        return referral
      }
      const done = await child('iwo', {
        aboutAs: 'boy',
        age: 11,
        who: 'Iwo Wymyślny',
        agreedBy: 'Ewa Wymyślna',
      })
      const begun = await child('hania', {
        aboutAs: 'girl',
        age: 9,
        who: 'Hania Pozorna',
        agreedBy: 'Irena Pozorna',
      })
      const left = await child('borys', {
        aboutAs: 'boy',
        age: 10,
        who: 'Borys Umowny',
        agreedBy: 'Olga Umowna',
      })
      await stage.clock.to(27)
      for (const referral of [done, begun, left])
        await referral.says('ola', 'place', {
          answer: 'accepted',
          serviceId: club,
          words: 'Zapraszamy od poniedziałku.',
        })
      await stage.clock.to(25)
      await done.begins('ola', 'place', 'Przychodzi chętnie.')
      await begun.begins('ola', 'place', 'Ma już dwie koleżanki.')
      await left.begins('ola', 'place', 'Był pierwszy raz.')
      await stage.clock.to(20)
      const waits = await child('lila', {
        aboutAs: 'girl',
        age: 8,
        who: 'Lila Niebyła',
        agreedBy: 'Maria Niebyła',
      })
      await stage.clock.to(18)
      await waits.says('ola', 'place', {
        answer: 'waiting',
        serviceId: club,
        expectedOn: stage.clock.after(60),
        words: 'Wszystkie miejsca są zajęte. Damy znać, gdy coś się zwolni.',
      })
      await stage.clock.to(12)
      const urgent = await child('kaj', {
        aboutAs: 'boy',
        age: 7,
        who: 'Kaj Zmyślony',
        agreedBy: 'Anna Zmyślona',
        urgency: 'urgent',
      })
      await stage.clock.to(11)
      await urgent.says('ola', 'place', {
        answer: 'waiting',
        serviceId: club,
        expectedOn: stage.clock.after(30),
        words: 'Jest pierwszy na liście.',
      })
      await stage.clock.to(6)
      await done.ends(
        'ola',
        'place',
        'reached',
        'Chodzi teraz na treningi, świetlica nie jest już potrzebna.',
      )
      await stage.clock.to(4)
      await left.isTakenBack('magda', 'place', 'moved_away')
    },
  },
  {
    // Read there, and not answered yet.
    key: 'referral/read',
    began: 4,
    play: async (stage) => {
      const referral = referralOf(stage, 'read')
      await referral.sent({
        by: 'kamil',
        to: 'ppp',
        aboutAs: 'girl',
        age: 13,
        who: 'Zoja Przykładna',
        words: 'Zoja od miesiąca nie odzywa się na lekcjach, na przerwach rysuje.',
        points: { talk: 'Rozmowa z psychologiem' },
        agreedBy: 'Jan Przykładny',
        agreedAs: 'tata',
      })
      await stage.clock.to(2)
      await referral.isRead('nina')
    },
  },
  {
    // Declined, and another that was taken back.
    key: 'referral/no',
    began: 16,
    play: async (stage) => {
      const [declined, back] = [referralOf(stage, 'declined'), referralOf(stage, 'back')]
      await declined.sent({
        by: 'magda',
        to: 'ppp',
        aboutAs: 'boy',
        age: 6,
        who: 'Gustaw Niezmyślony',
        words: 'Gustaw zaczyna szkołę za rok, mówi pojedynczymi zdaniami.',
        points: { speech: 'Zajęcia z logopedą' },
        agreedBy: 'Helena Niezmyślona',
        agreedAs: 'mama',
      })
      await back.sent({
        by: 'magda',
        to: 'foundation',
        aboutAs: 'girl',
        age: 12,
        who: 'Rita Fikcyjna',
        words: 'Rita chce uczyć się angielskiego, w domu nie ma kto pomóc.',
        points: { lessons: 'Korepetycje raz w tygodniu' },
        agreedBy: 'Dorota Fikcyjna',
        agreedAs: 'mama',
      })
      await stage.clock.to(12)
      await declined.says('nina', 'speech', {
        answer: 'declined',
        reason: 'no_capacity',
        words: 'Logopeda wraca w marcu. Do tego czasu przyjmuje poradnia w Sędziszowie.',
      })
      await stage.clock.to(11)
      await back.isTakenBack('magda', 'lessons', 'need_solved')
    },
  },
  {
    // The consent ran out before anybody answered; of another it was withdrawn while help went on.
    key: 'referral/consents',
    began: 24,
    play: async (stage) => {
      const [expired, stopped] = [referralOf(stage, 'expired'), referralOf(stage, 'stopped')]
      await expired.sent({
        by: 'kamil',
        to: 'foundation',
        aboutAs: 'boy',
        age: 14,
        who: 'Natan Domyślny',
        words: 'Natan szuka zajęć technicznych w ferie.',
        points: { holidays: 'Półkolonie' },
        agreedBy: 'Piotr Domyślny',
        agreedAs: 'tata',
        until: 10,
      })
      await stopped.sent({
        by: 'magda',
        to: 'ppp',
        aboutAs: 'girl',
        age: 9,
        who: 'Tola Umowna',
        words: 'Tola boi się sprawdzianów.',
        points: { group: 'Zajęcia w małej grupie' },
        agreedBy: 'Sara Umowna',
        agreedAs: 'mama',
      })
      await stage.clock.to(20)
      await stopped.says('nina', 'group', { answer: 'accepted', words: 'Przyjmujemy.' })
      await stage.clock.to(15)
      await stopped.begins('nina', 'group', 'Pierwsze zajęcia za nami.')
      await stage.clock.to(5)
      await stopped.consentIsWithdrawn('magda')
    },
  },
]
