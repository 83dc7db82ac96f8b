import { idOf } from '../../practice/act.ts'
import { serviceId } from '../../practice/services.ts'
import { journey } from '../journey.ts'

const club = serviceId('Świetlica, popołudnia')
const at = (key: string) => `/referrals/${idOf(`referral/club-${key}`)}`

export default journey(
  'Ostatnie miejsce w świetlicy',
  'Fundacja powiedziała, ile miejsc ma świetlica. Przyjęcie zajmuje miejsce, zakończenie je zwalnia, a lista ma swoją kolejność: najpierw pilne, potem kto dłużej czeka. Inni widzą w katalogu tylko to, co fundacja sama podaje, i podaje to jednym dotknięciem.',
  async (walk) => {
    const ola = await walk.as('Aleksandra Umyślna')
    await ola.open('/')
    await ola.reads('Jest wolne miejsce, a ktoś czeka na liście')
    await ola.picture('Mój dzień: w świetlicy zwolniło się miejsce, a dwie osoby czekają.')
    await ola.follow('Świetlica, popołudnia')
    await ola.reads('zajęte 2 z 3')
    await ola.reads('Na liście czekają 2 osoby')
    await ola.reads(/W katalogu: .*2 wolne/)
    await ola.picture(
      'miejsca i lista: kto czeka i w jakiej kolejności, co zajmuje miejsce i co stoi w katalogu.',
    )

    // Whoever is second does not go first without a reason.
    await ola.open(at('lila'))
    await ola.reads('2. miejsce z 2')
    await ola.press('Zaczęliśmy')
    await ola.press('Zapisz początek')
    await ola.reads('Ktoś czeka na to miejsce dłużej albo pilniej.')
    await ola.picture('kto jest druga na liście, wchodzi przed pierwszą tylko z powodem.')

    await ola.open(at('kaj'))
    await ola.press('Zaczęliśmy')
    await ola.fill('Co chcesz napisać', 'Kaj był dziś pierwszy raz.')
    await ola.press('Zapisz początek')
    await ola.reads('w toku')

    // What was taken back after it had begun is freed by whoever knows.
    await ola.open('/referrals/places')
    await ola.reads('zajęte 3 z 3')
    await ola.press('Zwolnij miejsce')
    await ola.confirm('Zwolnij miejsce')
    await ola.reads('zajęte 2 z 3')
    const before = ola.done.taps
    await ola.press(/Podaj w katalogu: .*1 wolne/)
    await ola.reads(/W katalogu: .*1 wolne.*dzi/)
    walk.count({
      name: 'dotknięcia do poprawienia wolnych miejsc w katalogu',
      value: ola.done.taps - before,
      unit: 'dotknięcia',
      bar: 1,
    })
    await ola.picture('jedno dotknięcie i w katalogu stoi to, co jest naprawdę.')

    const magda = await walk.as('Magda Bajkowska')
    await magda.open(at('lila'))
    await magda.reads('1. miejsce z 1')
    await magda.picture(
      'kto kieruje, widzi miejsce na liście i to, że się przesuwa; nikt inny tego nie widzi.',
    )
    await magda.open(`/services/${club}`)
    await magda.reads(/1 wolne/)
    await magda.doesNotRead(/zajęte|Lila|Kaj/)
  },
)
