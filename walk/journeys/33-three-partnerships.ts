import { idOf, institutionId, workerId } from '../../practice/act.ts'
import { caseOf } from '../../practice/families.ts'
import { addDays, instantAt, today } from '../../src/platform/texts/dates.ts'
import { journey } from '../journey.ts'

const [pcpr, foundation] = [workerId('barbara'), workerId('barbara2')]

export default journey(
  'Trzy partnerstwa, jeden dzień',
  'Barbara pracuje w powiecie i w fundacji, a czekają na nią trzy partnerstwa: o usługę, zespół, skierowanie, terminy i pilną wiadomość. Wszystko stoi na jednej stronie, od najpilniejszego. Odpowiada po kolei i kończy dzień bez długów, a każdy, kto pytał, już wie.',
  async (walk) => {
    const [joanna, celina, bogna] = [
      await walk.as('Joanna Przykładna'),
      await walk.as('Celina Fikcyjna'),
      await walk.as('Bogna Pozorna'),
    ]
    const oksa = caseOf('probni')
    const basket = (await joanna.asks(`/cases/${oksa}/basket`)).body as { goals: { id: string }[] }
    await joanna.sends(`/cases/${oksa}/items`, {
      id: crypto.randomUUID(),
      goalId: basket.goals[0]!.id,
      serviceKind: 'specialist_counselling',
      what: 'Rozmowy z psychologiem',
      providerId: institutionId('pcpr'),
      forWhom: [],
      frequency: 'raz w tygodniu',
      costGrosz: 0,
      familyCostGrosz: 0,
      funding: 'free',
      request: 'Dziecko, 9 lat, gmina Oksa. Rozmowy z psychologiem, raz w tygodniu.',
      ask: true,
    })
    await joanna.sends(`/cases/${oksa}/team`, {
      people: [{ id: crypto.randomUUID(), workerId: foundation, part: 'mediacja między rodzicami' }],
    })
    await celina.sends('/conversations', {
      id: crypto.randomUUID(),
      place: caseOf('umowni'),
      title: 'Środa',
      message: {
        id: crypto.randomUUID(),
        words: 'Bus w środę nie jedzie. Czy rozmowa może być o 13:00?',
        class: 'request',
        answerAt: new Date(Math.ceil(Date.now() / 900_000) * 900_000 + 3 * 3_600_000).toISOString(),
        to: [{ institutionId: institutionId('pcpr'), workerId: pcpr }],
      },
    })
    await bogna.sends(`/partnerships/${idOf('partnership/jedrzejow')}/meetings`, {
      id: crypto.randomUUID(),
      kind: 'partnership',
      place: 'MGOPS w Jędrzejowie, sala 2',
      minutes: 90,
      dates: [5, 6].map((days) => ({
        id: crypto.randomUUID(),
        startsAt: instantAt(addDays(today(), days), days === 5 ? '10:00' : '13:00'),
      })),
      people: [workerId('bogna'), pcpr].map((each) => ({ id: crypto.randomUUID(), workerId: each })),
    })

    const barbara = await walk.as('Barbara Zmyślona')
    await barbara.sends('/session/act-as', { workerId: pcpr })
    await barbara.page.setViewportSize({ width: 390, height: 844 })
    await barbara.open('/')
    await barbara.reads(/7 pytań/)
    await barbara.picture(
      'siedem pytań z trzech partnerstw i dwóch prac: najpierw to, co ma godzinę, potem według dnia.',
    )
    await barbara.page.setViewportSize({ width: 390, height: 844 })
    const before = barbara.done.taps
    await answers(/Pilna wiadomość/, async () => {
      await barbara.press('Widzę, zajmę się')
      await barbara.reads(/bierze to/)
    })
    await answers(/odpowiedz na zaproszenie/, async () => {
      await barbara.choose(/10:00/, 'pasuje')
      await barbara.choose(/13:00/, 'w ostateczności')
      await barbara.press('Zapisz odpowiedzi')
    })
    await answers(/Poradnictwo specjalistyczne/, async () => {
      await barbara.press(/^Przyjmujemy$/)
      await barbara.press('Wyślij: przyjmujemy')
      await barbara.reads('Dziękujemy, przyjęte.')
    })
    await answers(/Oskarem/, async () => {
      await barbara.press('Dołączam')
    })
    await answers(/Rozmowy o stracie/, async () => {
      await barbara.press('Wpisujemy na listę')
      await barbara.fill(/Kiedy mniej więcej/, addDays(today(), 30).split('-').reverse().join('.'))
      await barbara.press('Wyślij: na liście')
      await barbara.reads('Dziękujemy, wpisane na listę.')
    })
    await barbara.page.setViewportSize({ width: 390, height: 844 })
    await barbara.reads(/2 pytania/)
    await barbara.picture('z trzech partnerstw zostaje jedno; przy każdym pytaniu stoi, w której pracy.')
    await barbara.page.setViewportSize({ width: 390, height: 844 })
    await answers(/Poradnictwo specjalistyczne/, async () => {
      await barbara.press('Nie możemy')
      await barbara.pick('Brak wolnych miejsc')
      await barbara.press('Wyślij odmowę')
      await barbara.reads('Dziękujemy za jasną odpowiedź.')
    })
    await answers(/mediacja/, async () => {
      await barbara.press('Dołączam')
    })
    walk.count({
      name: 'dotknięcia od pierwszego z siedmiu pytań do niczego',
      value: barbara.done.taps - before,
      unit: 'dotknięć',
      // To the question, its answer, a word or a day, sending, and back.
      bar: 5 * 7,
    })
    await barbara.reads('Nikt nie czeka na Twoją odpowiedź.')
    await barbara.picture('na nikogo już nie czekają: dzień zostaje dla rodzin.')

    for (const who of [joanna, celina, bogna]) {
      const { iWaitFor } = (await who.asks('/day')).body as {
        iWaitFor: { worker: string | null; institution: string | null; what: string | null }[]
      }
      const still = iWaitFor.filter(
        ({ worker, institution }) => worker === 'Barbara Zmyślona' || institution === 'PCPR Próbne',
      )
      if (still.length) throw new Error(`${who.name} still waits: ${JSON.stringify(still)}`)
    }
    await joanna.open('/')
    await joanna.picture('Joanna widzi od razu: odmowa z powodem i zgoda na mediację.')

    /** From My day to the question, its answer, and back to My day. */
    async function answers(question: RegExp, answer: () => Promise<void>) {
      await barbara.follow(question)
      await answer()
      await barbara.tap(
        barbara.page
          .getByRole('navigation')
          .getByRole('link', { name: /^Mój dzień/ })
          .last(),
      )
    }
  },
)
