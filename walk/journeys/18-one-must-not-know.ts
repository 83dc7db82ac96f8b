import { idOf } from '../../practice/act.ts'
import { caseOf } from '../../practice/families.ts'
import { journey } from '../journey.ts'

/** The father, her address and how she is reached: nobody but the coordinator reads a word of it. */
const hidden = /Krzysztof|Popowice 0|dom za lasem|500 000 311/
const id = caseOf('wymyslni')
const family = `/families/${id}`

export default journey(
  'Jedno z rodziców nie może wiedzieć',
  'Pani Renata mieszka z Hanią pod adresem, którego nie zna nikt poza koordynatorką. Ojciec ma władzę rodzicielską, ale sąd zakazał mu kontaktu. Arkusze są bez niego, nic się nie otwiera, dopóki koordynatorka nie zdecyduje i nie zapisze powodu, a szkoła i poradnia czytają dokładnie tyle, ile podpisano.',
  async (walk) => {
    const marta = await walk.as('Marta Zastępowska')
    await marta.open(`${family}/household`)
    await marta.press('Dodaj osobę')
    await marta.fill(/^Imię (?!i )/, 'Krzysztof')
    await marta.fill('Nazwisko', 'Domyślny')
    await marta.fill('albo sam rok', '1989')
    await marta.press('Dodaj do rodziny')
    await marta.press('Dodaj relację')
    await marta.choose(/^Kto$/, 'Krzysztof Domyślny')
    await marta.choose('jest dla tej osoby', /^ojciec$/i)
    await marta.choose('Dla kogo', 'Hanna Domyślna')
    await marta.choose('Władza rodzicielska lub opieka', /pełna/i)
    await marta.pick('Sąd zakazał kontaktu')
    await marta.press('Zapisz relację')
    await marta.reads('sąd zakazał kontaktu')
    await marta.picture(
      'adres jest chroniony, przy telefonie stoi, kto nie może o nim wiedzieć, a przy ojcu zakaz sądu.',
    )

    for (const [name, asked] of [
      ['Magda Bajkowska', 'Czy szkoła pomoże Hani?'],
      ['Nina Zapewne', 'Czy poradnia pomoże Hani?'],
    ] as const) {
      await marta.open(`${family}/team`)
      await marta.fill('Znajdź osobę albo instytucję', name)
      await marta.pick(`Zaproś: ${name}`)
      await marta.fill('O co pytasz', asked)
      await marta.press('Wyślij zaproszenie')
      await marta.reads(`Zaproszenie wysłane: ${name}`)
      const member = await walk.as(name)
      await member.open('/')
      await member.follow(asked)
      await member.doesNotRead(hidden)
      await member.press('Dołączam')
      await member.reads('Kto pracuje z rodziną')
      await member.doesNotRead(hidden)
    }
    const magda = await walk.as('Magda Bajkowska')
    const nina = await walk.as('Nina Zapewne')

    await marta.open(`${family}/consents`)
    await marta.reads('Krzysztof Domyślny: nie piszemy')
    await marta.press('Przygotuj arkusze')
    await marta.doesNotRead(/Krzysztof Domyślny podpisuje/)
    await marta.picture(
      'arkusze podpisuje tylko pani Renata, swój i kartkę o Hani; do ojca nikt nie pisze, także o nim samym.',
    )
    await marta.press(/^Przygotuj$/)
    await marta.reads('Wydrukuj: Renata Wymyślna')
    await marta.doesNotRead('Wydrukuj: Krzysztof Domyślny')
    const print = async (caption: string, path: string, ...stands: string[]) => {
      const text = await marta.paper(caption, path)
      for (const words of stands) if (!text.includes(words)) throw new Error(`${caption} lacks "${words}"`)
      if (hidden.test(text)) throw new Error(`${caption} says "${text.match(hidden)}"`)
    }
    await print(
      'Arkusz pani Renaty i kartka o Hani',
      `/api/cases/${id}/sheets.pdf?signer=${idOf('wymyslni/person/renata')}`,
      'Renata Wymyślna',
      'Hanna Domyślna',
      'Poradnia Modelowa',
    )

    await marta.press('Zapisz podpis: Renata Wymyślna')
    for (const box of await marta.page
      .getByRole('main')
      .getByRole('checkbox', { name: /: (sprawy rodziny|zdrowie)/ })
      .all())
      await box.check()
    await marta.press(/^Zapisz$/)
    await marta.reads('Dalej bez: Krzysztof Domyślny')
    await marta.picture(
      'pani Renata podpisała, a o Hani nic jeszcze nie jest otwarte: trzeba zdecydować o ojcu.',
    )
    const household = ((await marta.asks(`/cases/${id}`)).body as { household: { id: string } }).household.id
    const seenBy = async (who: typeof magda) =>
      ((await who.asks(`/households/${household}`)).body as { people?: { givenName: string }[] }).people
        ?.map(({ givenName }) => givenName)
        .sort()
        .join()
    const mustSee = async (people: string) => {
      for (const who of [magda, nina]) {
        const seen = await seenBy(who)
        if (seen !== people) throw new Error(`${who.name} sees ${seen}, not ${people}`)
      }
    }
    await mustSee('Renata')

    await marta.press('Dalej bez: Krzysztof Domyślny')
    await marta.confirm('Pracuj dalej bez niej')
    await marta.reads('Napisz powód.')
    await marta.page
      .getByRole('dialog')
      .getByLabel('Dlaczego')
      .fill('Sąd zakazał kontaktu, a adres jest chroniony.')
    await marta.confirm('Pracuj dalej bez niej')
    await marta.reads(/bez: Krzysztof Domyślny. Sąd zakazał kontaktu/)
    await marta.doesNotRead('Przygotuj arkusz: Krzysztof Domyślny')
    await marta.reads('nie piszemy do tej osoby')
    await marta.picture(
      'decyzja ma powód, który czyta koordynatorka; teraz o Hani czytają szkoła i poradnia.',
    )
    await mustSee('Hanna,Renata')

    // Every page that a partner may open, and what stands behind it
    for (const who of [magda, nina]) {
      for (const page of [
        '',
        '/household',
        '/team',
        '/consents',
        '/contacts',
        '/timeline',
        '/assessment',
        '/basket',
        '/contract',
      ]) {
        await who.open(`${family}${page}`)
        const read = (await who.page.locator('body').textContent()) ?? ''
        if (hidden.test(read))
          throw new Error(`${page} tells ${who.name}: ${read.match(RegExp(`.*(${hidden.source}).*`))}`)
      }
      for (const path of [
        `/cases/${id}`,
        `/households/${household}`,
        `/cases/${id}/joint-work`,
        `/cases/${id}/timeline`,
        `/cases/${id}/team`,
        `/cases/${id}/contacts`,
      ]) {
        const said = JSON.stringify((await who.asks(path)).body)
        if (hidden.test(said)) throw new Error(`${path} tells ${who.name}: ${said.match(hidden)}`)
      }
    }
    await magda.open(`${family}/household`)
    await magda.picture('szkoła zna panią Renatę i Hanię; adresu, telefonu i ojca nie widzi nigdzie.')
    await magda.open(`${family}/consents`)
    await magda.picture('szkoła czyta, co jest dla niej otwarte, i ani słowa o drugim rodzicu.')

    const renata = idOf('wymyslni/person/renata')
    await print(
      'Kto co czyta, dla pani Renaty',
      `/api/cases/${id}/joint-work.pdf?person=${renata}`,
      'Hanna Domyślna',
    )
    await print('Rejestr udostępnień', `/api/cases/${id}/disclosures.pdf`)

    // Whoever must not know gets no copy here, and hers bears neither the address nor the number.
    await marta.open(`${family}/copy`)
    await marta.reads('Tej kopii nie przygotujesz tutaj.')
    if (await marta.page.getByRole('radio', { name: /Krzysztof/ }).count()) throw new Error('a copy for him')
    await print(
      'Kopia danych pani Renaty',
      `/api/cases/${id}/copy.pdf?person=${renata}&to=${renata}`,
      'Renata',
    )

    // His own case, with the same daughter: nothing leads from it to where she lives.
    const joanna = await walk.as('Joanna Przykładna')
    const his = caseOf('domyslni')
    for (const page of ['', '/household', '/timeline', '/consents']) {
      await joanna.open(`/families/${his}${page}`)
      await joanna.doesNotRead(/Popowice|Renata|500 000 311|Wymyśln/)
    }
    const sheet = await joanna.paper('Kartka dla rodziny z jego sprawy', `/api/cases/${his}/family-sheet.pdf`)
    if (/Popowice|Renata|500 000 311|Wymyśln/.test(sheet)) throw new Error('his paper tells of her')

    await walk.letters()
    const letters = (await marta.asks('/practice/outbox')).body as { to: string; body: string }[]
    for (const { body } of letters)
      if (hidden.test(body) || /Renat|Wymyśln/.test(body)) throw new Error(`a letter says: ${body}`)
  },
)
