import { caseOf } from '../../practice/families.ts'
import { journey } from '../journey.ts'

export default journey(
  'Sprawa się kończy, cała oś czasu zostaje',
  'Cele są osiągnięte. Rodzina i instytucje mówią, jak im się pracowało, są daty, kiedy ktoś jeszcze zajrzy, a całą drogę od zgłoszenia można przeczytać.',
  async (walk) => {
    const family = `/families/${caseOf('domyslni')}`
    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open(`${family}/close`)
    await joanna.choose('Powód', /Cele osiągnięte$/)
    await joanna.choose('Opieka nad dziećmi', /^4\./)
    await joanna.picture(
      'wybiera powód, zapisuje, jak jest na koniec (obok stoi, jak było na początku), opinie i daty, kiedy ktoś zajrzy do rodziny.',
    )
    await joanna.press('Zamknij sprawę')
    await joanna.confirm('Zamknij sprawę')
    await joanna.open(family)
    await joanna.reads(/Sprawa zamknięta/)
    const more = joanna.page.getByRole('button', { name: 'Pokaż więcej' })
    for (let pages = await more.count(); pages; pages = await more.count()) {
      await joanna.press('Pokaż więcej')
      // The next page begins to load a moment after the tap.
      await joanna.page.waitForTimeout(200)
      await joanna.settled()
    }
    await joanna.picture(
      'cała oś czasu, od zgłoszenia do zamknięcia; co zastrzeżone, to tylko „wpis zastrzeżony”.',
    )

    const ewa = await walk.as('Ewa Domyślna')
    const gone = await ewa.asks(`/cases/${caseOf('domyslni')}`)
    if (gone.status !== 404)
      throw new Error(`a probation officer still sees the closed case (${gone.status})`)
    await joanna.open('/families?show=closed')
    await joanna.picture('zamknięte sprawy są osobno i można je otworzyć ponownie.')
  },
)
