import { caseOf } from '../../practice/families.ts'
import { journey } from '../journey.ts'

const family = `/families/${caseOf('domyslni')}`

export default journey(
  'Rodzina w kryzysie i koniec sprawy',
  'Na ocenie dwa obszary są na poziomie 1: przy każdym stoi, co robimy dziś, a lista rodzin pokazuje kryzys. Sprawę można zamknąć także wtedy, ale nie bez zdania, co robimy dziś, i są daty, kiedy ktoś zajrzy. Po zamknięciu znak kryzysu znika z listy.',
  async (walk) => {
    const joanna = await walk.as('Joanna Przykładna')
    const line = () =>
      joanna.page.locator('main li').filter({ has: joanna.page.getByRole('link', { name: 'Domyślni' }) })
    const inCrisis = async () => {
      await joanna.open('/families')
      await line().first().waitFor()
      return line().getByText('kryzys', { exact: true }).count()
    }
    if (await inCrisis()) throw new Error('nothing is a crisis yet')

    await joanna.open(`${family}/assessment`)
    await joanna.press('Zacznij kolejną')
    for (const [domain, today] of [
      ['Opieka nad dziećmi', 'Asystent jest dziś u pana Krzysztofa, Hania śpi u babci.'],
      ['Zdrowie psychiczne', 'Pani doktor przyjmuje dziś o 16:00, Paweł jedzie razem.'],
    ] as const) {
      await joanna.press(domain)
      await joanna.press('Rodzina i ustalenie')
      await joanna.tap(joanna.page.getByRole('group', { name: 'Co ustaliliśmy razem?' }).getByLabel(/^1\. /))
      await joanna.press(/^Zapisz$/)
      await joanna.reads('Napisz jedno zdanie: kto i co robi jeszcze dzisiaj.')
      await joanna.fill('Co robimy dziś', today)
      await joanna.press(/^Zapisz$/)
      await joanna.reads('zapisane')
      await joanna.press(domain)
    }
    await joanna.fill('Kto był', 'Krzysztof Domyślny\nPaweł Umowny\nJoanna Przykładna')
    await joanna.press('Ustal diagnozę')
    await joanna.confirm('Ustal diagnozę')
    await joanna.reads('Ustalone przy ocenie')
    await joanna.reads('Asystent jest dziś u pana Krzysztofa, Hania śpi u babci.')
    if ((await inCrisis()) !== 1) throw new Error('the list does not show the crisis')
    await joanna.page.getByText('W kryzysie', { exact: true }).click()
    await line().first().waitFor()
    await joanna.picture('lista rodzin mówi, gdzie jest kryzys, i potrafi pokazać tylko takie.')

    await joanna.open(`${family}/close`)
    await joanna.choose('Powód', /Cele osiągnięte$/)
    await joanna.press('Zamknij sprawę')
    await joanna.reads('Napisz jedno zdanie: kto i co robi jeszcze dzisiaj.')
    await joanna.picture('sprawy w kryzysie nie zamyka się bez zdania, co robimy dziś.')
    const today = joanna.page.locator('main').getByLabel('Co robimy dziś')
    await today.nth(0).fill('Hania jest u babci, asystent zostaje do piątku.')
    await today.nth(1).fill('Poradnia zdrowia psychicznego przyjmuje co tydzień, najbliżej jutro.')
    await joanna.reads(/[Pp]o miesiącu/)
    await joanna.press('Zamknij sprawę')
    await joanna.page
      .getByRole('dialog')
      .getByText(/zajrzy|Zajrz/)
      .first()
      .waitFor()
    await joanna.confirm('Zamknij sprawę')
    await joanna.open(family)
    await joanna.reads(/Sprawa zamknięta/)
    await joanna.picture('sprawa jest zamknięta, a daty, kiedy ktoś zajrzy do rodziny, stoją na górze.')
    await joanna.open(`${family}/assessment`)
    await joanna.reads('Hania jest u babci, asystent zostaje do piątku.')
    await joanna.picture('zostaje, jak było na koniec i co wtedy robiono.')

    await joanna.open('/families')
    if (await joanna.page.getByText('kryzys', { exact: true }).count())
      throw new Error('a family that is not worked with any more still shows as in crisis')
    await joanna.open('/families?show=closed')
    await line().first().waitFor()
    if (await line().getByText('kryzys', { exact: true }).count())
      throw new Error('a closed family still shows as in crisis')
    await joanna.picture('wśród zamkniętych nie ma już znaku kryzysu.')
    const list = (await joanna.asks('/cases?show=open&only=crisis')).body as { items: unknown[] }
    if (list.items.length) throw new Error('a closed family is counted as in crisis')
  },
)
