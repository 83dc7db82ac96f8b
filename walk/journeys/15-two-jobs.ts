import { idOf, institutionId, workerId } from '../../practice/act.ts'
import { journey } from '../journey.ts'

const family = idOf('probni/case')
const [pcpr, foundation] = [workerId('barbara'), workerId('barbara2')]

export default journey(
  'Dwie prace, jeden dzień',
  'Barbara pracuje w PCPR i w fundacji. Każda karta stoi dla jednej pracy, Mój dzień łączy obie, a list otwiera od razu właściwe pytanie we właściwej pracy. Nic nie wychodzi pod złym nazwiskiem instytucji.',
  async (walk) => {
    const barbara = await walk.as('Barbara Zmyślona')
    const worksFor = (name: string) =>
      barbara.page.getByRole('button', { name: new RegExp(`Barbara Zmyślona ${name}`) }).waitFor()
    await barbara.sends('/session/act-as', { workerId: pcpr })
    await barbara.open('/concerns/new')
    await barbara.fill('O kogo chodzi', 'Rodzina Dwukartkowa, mama i syn')
    await barbara.fill('Gdzie mieszkają', 'Oksa, koło młyna')
    await barbara.fill('Co Cię niepokoi', 'Nie starcza do końca miesiąca.')
    await barbara.pick('Ubóstwo')
    await barbara.pick(/Może poczekać/)
    await barbara.pick('Nie wiem')

    const other = await barbara.page.context().newPage()
    await other.goto(new URL('/', barbara.page.url()).href)
    await other.getByRole('button', { name: /Barbara Zmyślona/ }).click()
    await other.getByRole('menuitemradio', { name: /Fundacja/ }).click()
    await other.getByRole('button', { name: /Barbara Zmyślona Fundacja/ }).waitFor()

    // The first tab goes on for its own job, and a letter of it stays its own after it is opened anew.
    await barbara.press('Wyślij zgłoszenie')
    await barbara.reads(/Wysłano do/)
    await barbara.open('/concerns?tab=mine')
    await barbara.reads('Rodzina Dwukartkowa, mama i syn')
    await worksFor('PCPR')
    await other.reload()
    await other.getByRole('button', { name: /Barbara Zmyślona Fundacja/ }).waitFor()
    await other.close()

    // One letter for each job, as soon as somebody asks.
    for (const job of [foundation, pcpr]) {
      await barbara.open(`/asks/letters?as=${job}`)
      await barbara.pick('Od razu')
      await barbara.reads('Zapisane.')
    }
    await barbara.picture('kiedy przychodzą listy: rano jednym listem albo od razu.')

    const joanna = await walk.as('Joanna Przykładna')
    const basket = (await joanna.asks(`/cases/${family}/basket`)).body as { goals: { id: string }[] }
    await joanna.sends(`/cases/${family}/items`, {
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
    await joanna.sends(`/cases/${family}/team`, {
      people: [{ id: crypto.randomUUID(), workerId: foundation, part: 'mediacja między rodzicami' }],
    })
    await walk.letters()

    const letters = (await joanna.asks('/practice/outbox')).body as { body: string }[]
    const linkFor = (job: string) => {
      // Of several things in one letter, what is due last: just asked.
      const found = letters
        .map(({ body }) => body.match(new RegExp(`/asks/\\S+as=${job}`, 'g'))?.at(-1))
        .find(Boolean)
      if (!found) throw new Error(`no letter for ${job}`)
      return found
    }

    await barbara.open('/')
    await barbara.reads(/mediacja między rodzicami/)
    await barbara.reads(/Poradnictwo specjalistyczne/)
    await barbara.picture('Mój dzień łączy obie prace; przy każdym pytaniu stoi, której dotyczy.')

    const before = barbara.done.taps
    await barbara.open(linkFor(foundation))
    await worksFor('Fundacja')
    await barbara.reads('mediacja między rodzicami')
    await barbara.picture('list z fundacji otwiera zaproszenie: wiadomo do czego, i w której pracy.')
    await barbara.press('Dołączam')
    walk.count({
      name: 'zaproszenie z listu: dotknięcia z linkiem',
      value: barbara.done.taps - before,
      unit: 'dotknięć',
      bar: 3,
    })

    const then = barbara.done.taps
    await barbara.open(linkFor(pcpr))
    await worksFor('PCPR')
    await barbara.reads('Dziecko, 9 lat, gmina Oksa. Rozmowy z psychologiem, raz w tygodniu.')
    await barbara.picture('list z PCPR otwiera pytanie o usługę, w tamtej pracy.')
    await barbara.press('Przyjmujemy')
    await barbara.press('Wyślij: przyjmujemy')
    await barbara.reads(/Dziękujemy/)
    walk.count({
      name: 'odpowiedź z listu: dotknięcia z linkiem',
      value: barbara.done.taps - then,
      unit: 'dotknięć',
      bar: 3,
    })

    await barbara.open(linkFor(pcpr))
    await barbara.reads('Na to pytanie jest już odpowiedź.')

    const [member] = (
      (await joanna.asks(`/cases/${family}/team`)).body as {
        name: string
        institutionId: string
        state: string
      }[]
    ).filter(({ name }) => name === 'Barbara Zmyślona')
    if (member?.institutionId !== institutionId('foundation') || member.state !== 'accepted')
      throw new Error(`the invitation was answered otherwise: ${JSON.stringify(member)}`)
  },
)
