import { idOf, institutionId } from '../../practice/act.ts'
import { oksa } from '../../practice/institutions.ts'
import { addDays, today } from '../../src/platform/texts/dates.ts'
import { journey } from '../journey.ts'
import type { Walker } from '../walker.ts'

type Letter = { to: string; subject: string; body: string }
type Awaited = { scopeId: string; usedDays: number; totalDays: number }

/** Nothing of these stands in a letter, nor is read before somebody takes it on. */
const hidden = /Borys|Nierealny|Adela|poranki/
const aDay = 24 * 60

export default journey(
  'Cisza idzie wyżej, a kierowniczka odpowiada z telefonu',
  'Szkoła skierowała chłopca do ośrodka i nikt nie odpowiada. Nikt nie dzwoni po kolei do wszystkich: Splot przypomina, potem mówi zastępcy, potem kierowniczce. Ona otwiera list na telefonie i odpowiada trzema dotknięciami. Przez cały czas widać, jak daleko doszło pytanie, a żaden list nie mówi, o kogo chodzi.',
  async (walk) => {
    const id = crypto.randomUUID()
    const magda = await walk.as('Magda Bajkowska')
    await magda.sends('/referrals', {
      id,
      partnershipId: idOf('partnership/oksa'),
      to: institutionId('gops'),
      aboutAs: 'boy',
      age: 10,
      commune: oksa,
      who: 'Borys Nierealny',
      words: 'Borys przychodzi głodny. Mama wstydzi się zapytać, poranki są najtrudniejsze.',
      points: [{ id: crypto.randomUUID(), what: 'Obiady w szkole i rozmowa z mamą o zasiłku' }],
      basis: 'representative',
      agreedBy: 'Adela Nierealna',
      agreedAs: 'mama',
      agreedForm: 'paper_signed',
      agreedOn: today(),
      until: addDays(today(), 200),
    })
    const page = `/referrals/${id}`
    await magda.open(page)
    await magda.reads('Jeśli GOPS Ćwiczebny zamilknie')
    await magda.picture('już po wysłaniu wiadomo, kto i kiedy dowie się o ciszy.')
    await walk.letters()

    const danuta = await walk.as('Danuta Zmyślna')
    const isNotRead = async () => {
      const { status } = await danuta.asks(page)
      if (status !== 404) throw new Error(`the head reads it before she is asked: ${status}`)
    }

    await daysGoBy(0)
    await magda.open('/')
    await magda.press('Przypomnij: GOPS Ćwiczebny')
    await magda.reads('przypomniano dziś')
    await magda.picture('ostatni dzień na odpowiedź: jedno dotknięcie przypomina.')
    await walk.letters()
    await isNotRead()

    await daysGoBy(1)
    await walk.letters()
    await magda.open('/')
    await magda.reads('o ciszy wie zastępca')
    await isNotRead()

    await daysGoBy(3)
    await walk.letters()
    await magda.open('/')
    await magda.reads('o ciszy wie osoba kierująca')
    await magda.picture('Magda widzi, że pytanie doszło do kierowniczki; niczego nie musiała pilnować.')
    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open('/')
    await joanna.reads('o ciszy wie już osoba kierująca')

    const outbox = (await magda.asks('/practice/outbox')).body as Letter[]
    for (const { subject, body } of outbox)
      if (hidden.test(`${subject} ${body}`)) throw new Error(`a letter says: ${body}`)
    const asked = outbox.filter(
      ({ to, body }) => to.startsWith('danuta@') && body.includes('prosi teraz Ciebie'),
    )
    const link = asked.at(0)?.body.match(/\/asks\/\S+/)?.[0]
    if (asked.length !== 1 || !link) throw new Error(`the head got ${asked.length} letters of it`)

    await danuta.page.setViewportSize({ width: 390, height: 844 })
    const before = danuta.done.taps
    await danuta.open(link)
    await danuta.reads('chłopiec, 10 lat, gmina Oksa')
    await danuta.doesNotRead(hidden)
    await danuta.picture('z listu na telefonie: o co proszą, bez nazwiska, i odpowiedzi pod kciukiem.')
    await danuta.page.setViewportSize({ width: 390, height: 844 })
    await danuta.press('Przyjmujemy')
    await danuta.press('Wyślij: przyjmujemy')
    walk.count({
      name: 'dotknięcia kierowniczki od listu do odpowiedzi',
      value: danuta.done.taps - before,
      unit: 'dotknięcia',
      bar: 3,
    })
    await danuta.reads('Dziękujemy, przyjęte.')
    await danuta.picture('odpowiedź poszła; nazwisko i telefon są od teraz na stronie.')
    await danuta.press('Zobacz skierowanie')
    await danuta.reads('Borys Nierealny')

    await magda.open(page)
    await magda.reads(/Przyjęte/)
    await magda.picture('Magda wie: przyjęte. Nikt nie zadzwonił.')
    await walk.letters()

    // Who was asked first finds by the link of their letter that it is answered.
    const first = outbox
      .filter(({ to }) => to.startsWith('joanna@'))
      .flatMap(({ body }) => [...body.matchAll(/\/asks\/[^\s]+/g)].map(([address]) => address))
    const side = await Promise.all(
      first.map(
        async (each) => (await joanna.asks(each.split('?')[0]!)).body as { side: string; kind: string },
      ),
    )
    if (!side.some((each) => each.kind === 'referral')) throw new Error(`Joanna: ${JSON.stringify(side)}`)

    /** Days pass until so many working days lie after the last one for the answer. */
    async function daysGoBy(after: number) {
      for (let days = 0; days < 40; days++) {
        const { usedDays, totalDays } = await waits(magda)
        if (usedDays >= totalDays + after) return
        await walk.later(aDay)
      }
      throw new Error('no day comes on which silence is told')
    }
    async function waits(who: Walker): Promise<Awaited> {
      const { iWaitFor } = (await who.asks('/day')).body as { iWaitFor: Awaited[] }
      const found = iWaitFor.find(({ scopeId }) => scopeId === id)
      if (!found) throw new Error('nobody waits for it any more')
      return found
    }
  },
)
