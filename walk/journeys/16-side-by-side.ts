import { caseOf } from '../../practice/families.ts'
import { journey } from '../journey.ts'
import type { Walker } from '../walker.ts'

const [school, ppp, clinic] = ['SP im. Nikogo', 'Poradnia Modelowa', 'Przychodnia Fikcja'] as const
const domain = 'Pieniądze i długi'

export default journey(
  'Każdy widzi po swojemu',
  'Szkoła, poradnia, przychodnia i rodzina nie zgadzają się co do pieniędzy. Każde zdanie stoi obok innych, ale każdy czyta tylko to, na co podpisała się osoba, o której mowa. Pan Mirosław cofa jedną zgodę i znika dokładnie tyle.',
  async (walk) => {
    const id = caseOf('probni')
    const family = `/families/${id}`
    const [joanna, magda, nina, halina] = [
      await walk.as('Joanna Przykładna'),
      await walk.as('Magda Bajkowska'),
      await walk.as('Nina Zapewne'),
      await walk.as('Halina Niby'),
    ]

    // Ms Karolina lets all three exchange what is about her; Mr Mirosław does not name the school.
    await joanna.open(`${family}/consents`)
    for (const [name, lets] of [
      ['Karolina Próbna', [school, ppp, clinic]],
      ['Mirosław Próbny', [ppp, clinic]],
    ] as const) {
      await joanna.press(`Przygotuj arkusz: ${name}`)
      await joanna.press(/^Przygotuj$/)
      await joanna.press(`Zapisz podpis: ${name}`)
      const sheet = joanna.page.getByRole('group', { name: new RegExp(name) }).first()
      for (const institution of lets) await joanna.tap(sheet.getByLabel(`${institution}: sprawy rodziny`))
      if (name === 'Mirosław Próbny')
        await joanna.picture('pan Mirosław zaznacza poradnię i przychodnię; szkoły nie.')
      await joanna.press(/^Zapisz$/)
      // They had agreed to more; what ends is asked about first.
      await joanna.confirm('Zapisz „nie”')
    }

    await joanna.open(`${family}/assessment`)
    await joanna.press('Zacznij kolejną')
    await writes(joanna, /^3\./, ['Mirosław', 'Karolina'], async () => {
      await joanna.press(/^Rodzina/)
    })
    await writes(magda, /^2\./, ['Karolina'])
    await writes(nina, /^4\./, ['Mirosław'])
    await writes(halina, /^1\./, ['Mirosław', 'Karolina'])

    const all = { family: 3, [school]: 2, [ppp]: 4, [clinic]: 1 }
    await reads(joanna, all)
    await joanna.picture('ośrodek prowadzi rodzinę i widzi wszystkie zdania obok siebie: różnica zostaje.')
    await reads(nina, all)
    await nina.picture(
      'poradnia jest w obu zgodach: widzi każde zdanie o pani Karolinie i o panu Mirosławie.',
    )
    await reads(halina, all)
    await reads(magda, { [school]: 2 })
    await magda.picture(
      'pan Mirosław nie wskazał szkoły: nie czyta ona niczego, co jest także o nim, ani tego, że coś takiego jest.',
    )

    // One consent of one person is withdrawn.
    await joanna.open(`${family}/consents`)
    await joanna.tap(
      joanna.page
        .locator('section')
        .filter({ has: joanna.page.getByRole('heading', { name: 'Mirosław Próbny' }) })
        .getByRole('button', { name: `cofnij: sprawy rodziny, ${ppp}` })
        .last(),
    )
    await joanna.page.getByRole('dialog').getByLabel('Jak to powiedziano').fill('telefonem')
    await joanna.confirm('Cofnij od teraz')
    await reads(nina, { [school]: 2, [ppp]: 4 })
    await nina.picture(
      'poradnia ma swój opis i czyta szkołę o pani Karolinie; niczego więcej o panu Mirosławie.',
    )
    await reads(halina, { family: 3, [school]: 2, [clinic]: 1 })
    await halina.picture('przychodni zniknęło tylko to, co o panu Mirosławie pisała poradnia.')
    await reads(magda, { [school]: 2 })
    await reads(joanna, all)

    /** Describes the domain, about these people alone, and shows it to the team. */
    async function writes(who: Walker, level: RegExp, about: string[], first = async () => {}) {
      if (who !== joanna) await who.open(`${family}/assessment`)
      await who.press(domain)
      await first()
      await who.pick(level)
      await who.press('zmień')
      const people = who.page.getByRole('group', { name: 'O kim' }).first().getByRole('checkbox')
      for (const box of await people.all()) {
        const name = (await box.evaluate((input) => input.closest('label')!.textContent)) ?? ''
        if (name !== 'cała rodzina' && (await box.isChecked()) !== about.includes(name)) await box.click()
      }
      await who.press(who === joanna ? /^Zapisz$/ : 'Zapisz i pokaż zespołowi')
      await who.reads(who === joanna ? 'zapisane' : /otwarte/)
    }

    /** Of the domain stands there exactly this: the family's level, and each institution's. */
    async function reads(
      who: Walker,
      expected: { family?: number; [institution: string]: number | undefined },
    ) {
      await who.open(`${family}/assessment`)
      const row = who.page.getByRole('row', { name: new RegExp(domain) }).first()
      const said = ((await row.locator('.vh').last().textContent()) ?? '').trim()
      const { family: own, ...institutions } = expected
      const voices = Object.entries(institutions).map(([name, level]) => `${name} ${level}`)
      const heard = said.match(/instytucje: (.*?)(?:;|\.?$)/)?.[1]?.split(', ') ?? []
      const ownHeard = said.match(/rodzina: (\d)/)?.[1]
      if (heard.toSorted().join() !== voices.toSorted().join() || ownHeard !== own?.toString())
        throw new Error(`${who.name} reads "${said}", not ${JSON.stringify(expected)}`)
    }
  },
)
