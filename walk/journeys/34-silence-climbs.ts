import { idOf, institutionId } from '../../practice/act.ts'
import { caseOf } from '../../practice/families.ts'
import { oksa } from '../../practice/institutions.ts'
import { addDays, today } from '../../src/platform/texts/dates.ts'
import { journey } from '../journey.ts'
import { nobody, type Walker } from '../walker.ts'

type Letter = { to: string; subject: string; body: string }
type Basket = { items: { id: string; pointId: string }[] }
type Awaited = { scopeId: string; usedDays: number; totalDays: number }

/** Nothing of these stands in a letter, nor is read before somebody takes it on. */
const hidden = /Borys|Nierealny|Adela|poranki/
const hiddenOfFamily = /Fikcyjn|Bart|Sylwi|Błogosz/
const aDay = 24 * 60
const phone = { width: 390, height: 844 }

export default journey(
  'Cisza idzie wyżej, a kierowniczka odpowiada z telefonu',
  'Szkoła skierowała chłopca do ośrodka i nikt nie odpowiada. Nikt nie dzwoni po kolei do wszystkich: Splot przypomina, potem mówi zastępcy, potem kierowniczce. Ona otwiera list na telefonie i odpowiada trzema dotknięciami. Tak samo w sprawie rodziny: o usługę z koszyka Joanna prosi poradnię, a po ciszy odpowiada jej kierujący. Przez cały czas widać, jak daleko doszło pytanie, a żaden list nie mówi, o kogo chodzi.',
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
    const joanna = await walk.as('Joanna Przykładna')
    const point = await anItemIsAsked(joanna)
    await walk.letters()

    const [danuta, leon] = [await walk.as('Danuta Zmyślna'), await walk.as('Leon Hipotetyczny')]
    const isNotRead = async () => {
      for (const [head, asked] of [
        [danuta, page],
        [leon, `/referrals/${point}`],
      ] as const) {
        const { status } = await head.asks(asked)
        if (status !== 404) throw new Error(`${head.name} reads it before silence was told: ${status}`)
      }
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
    await joanna.open('/')
    await joanna.reads('o ciszy wie już osoba kierująca')

    const outbox = (await magda.asks('/practice/outbox')).body as Letter[]
    for (const { subject, body } of outbox)
      if (hidden.test(`${subject} ${body}`) || hiddenOfFamily.test(`${subject} ${body}`))
        throw new Error(`a letter says: ${body}`)
    /** Where the one letter leads that asks a head to answer. */
    const linkTo = (address: string) => {
      const asked = outbox.filter(({ to, body }) => to === address && body.includes('prosi teraz Ciebie'))
      const link = asked.at(0)?.body.match(/\/asks\/\S+/)?.[0]
      if (asked.length !== 1 || !link) throw new Error(`${address} got ${asked.length} letters of it`)
      return link
    }

    await danuta.page.setViewportSize(phone)
    const before = danuta.done.taps
    await danuta.open(linkTo('danuta@cwiczenia.example'))
    await danuta.reads('chłopiec, 10 lat, gmina Oksa')
    await danuta.doesNotRead(hidden)
    await danuta.picture('z listu na telefonie: o co proszą, bez nazwiska, i odpowiedzi pod kciukiem.')
    await danuta.page.setViewportSize(phone)
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

    // Within a family's case: on a phone on which nobody has signed in, who opens the letter first says who they are.
    const stranger = await walk.as(nobody)
    await stranger.page.setViewportSize(phone)
    const since = stranger.done.taps
    await stranger.open(linkTo('leon@cwiczenia.example'))
    await stranger.doesNotRead(/Czy filia/)
    const toComeIn = stranger.done.taps
    await stranger.press(/Leon Hipotetyczny/)
    const cameIn = stranger.done.taps - toComeIn
    await stranger.reads('Czy filia przyjmie ucznia')
    await stranger.doesNotRead(hiddenOfFamily)
    await stranger.picture(
      'poradnię kierujący otwiera z listu na telefonie, na którym nikt się nie logował: o co prosi ośrodek, bez rodziny.',
    )
    await stranger.page.setViewportSize(phone)
    await stranger.press('Przyjmujemy')
    await stranger.press('Wyślij: przyjmujemy')
    walk.count({
      name: 'dotknięcia kierującego od listu do odpowiedzi w sprawie rodziny, bez logowania',
      value: stranger.done.taps - since - cameIn,
      unit: 'dotknięcia',
      bar: 3,
    })
    await stranger.reads(/Dziękujemy, przyjęte/)
    await stranger.doesNotRead(hiddenOfFamily)
    await stranger.picture('odpowiedź poszła; o rodzinie nadal nic.')
    await joanna.open(`/families/${caseOf('fikcyjni')}/basket`)
    await joanna.reads('Diagnoza w poradni, w filii')
    await joanna.reads(/^przyjęte/)
    await joanna.picture('w koszyku stoi już odpowiedź poradni, choć Nina nie odpisała.')

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

    /** Something is put into a family's basket and asked of an institution; what it is asked by. */
    async function anItemIsAsked(coordinator: Walker): Promise<string> {
      const ofCase = `/cases/${caseOf('fikcyjni')}`
      const item = crypto.randomUUID()
      await coordinator.sends(`${ofCase}/items`, {
        id: item,
        goalId: idOf('fikcyjni/goal/school'),
        serviceKind: 'ppp_diagnosis',
        what: 'Diagnoza w poradni, w filii',
        providerId: institutionId('ppp'),
        request: 'Czy filia przyjmie ucznia na diagnozę jeszcze w tym roku?',
        ask: true,
      })
      const { items } = (await coordinator.asks(`${ofCase}/basket`)).body as Basket
      return items.find(({ id }) => id === item)!.pointId
    }
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
