import { idOf, workerId } from '../../practice/act.ts'
import { journey } from '../journey.ts'

export default journey(
  'Nieobecność, zastępstwo i uczciwy zegar',
  'Paweł Umowny wyjeżdża na kilka dni. Prosi Joannę o zastępstwo, a ona się zgadza: jego zadania i pilne wiadomości stoją teraz także w jej dniu, nikt nie widzi więcej niż przedtem. Dni nieobecności nie liczą się do terminów. Kierowniczka widzi, jak długo partnerstwo czeka na odpowiedzi, i co może pomóc.',
  async (walk) => {
    const pawel = await walk.as('Paweł Umowny')
    await pawel.open('/institution')
    await pawel.follow('Paweł Umowny')
    await pawel.press('Zapisz nieobecność')
    const last = new Date(Date.now() + 5 * 86_400_000)
    await pawel.fill('Ostatni dzień', `${last.getDate()}.${last.getMonth() + 1}.${last.getFullYear()}`)
    await pawel.press('Zapisz nieobecność')
    await pawel.press('Kto zastąpi?')
    await pawel.choose('Kto zastąpi?', /Joanna Przykładna/)
    await pawel.picture('przy nieobecności od razu widać, co przechodzi, a co nie.')
    await pawel.press('Poproś o zastępstwo')
    await pawel.reads('czeka na zgodę: Joanna Przykładna')

    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open('/')
    await joanna.reads('Zastępstwo za: Paweł Umowny')
    const before = joanna.done.taps
    await joanna.follow('Zastępstwo za: Paweł Umowny')
    await joanna.reads('zadania i pilne wiadomości')
    await joanna.picture('prośba o zastępstwo: za kogo, na jak długo i co przechodzi.')
    await joanna.press('Tak, biorę zastępstwo')
    await joanna.reads('umówione')
    walk.count({
      name: 'dotknięcia do zgody na zastępstwo',
      value: joanna.done.taps - before,
      unit: 'dotknięcia',
      bar: 2,
    })
    await joanna.open('/')
    await joanna.reads('Zastępujesz')
    await joanna.picture('Mój dzień mówi, kogo zastępujesz i do kiedy.')

    await joanna.open('/asks/letters')
    await joanna.choose('O której godzinie?', '16:00')
    await joanna.reads('Zapisane.')
    await joanna.pick(/^codziennie/)
    await joanna.reads('Powiadomienia na tym urządzeniu')
    await joanna.picture('listy o wybranej godzinie; powiadomienia są wyłączone, a obok stoi, co pokażą.')

    const danuta = await walk.as('Danuta Zmyślna')
    await danuta.open('/institution')
    await danuta.reads(/zastępuje: Joanna Przykładna/)
    await danuta.open(`/partnerships/${idOf('partnership/oksa')}/answers`)
    await danuta.reads('Liczymy uczciwie')
    await danuta.reads('Co może pomóc')
    await danuta.press('Nie zgadzam się z tym')
    await danuta.fill('Co dopisać przy naszym czasie', 'W lipcu było nas o połowę mniej.')
    await danuta.press('Dopisz')
    await danuta.reads('Instytucja dopisuje: „W lipcu było nas o połowę mniej.”')
    await danuta.picture('jak długo partnerstwo czeka na odpowiedzi, według instytucji i rodzaju pytania.')
    await danuta.page.setViewportSize({ width: 390, height: 844 })
    await danuta.settled()
    await danuta.picture('to samo na telefonie.')
    await danuta.open('/institution/answers')
    await danuta.reads('Jak długo czekają na nas inni')
    await danuta.picture('o swojej instytucji kierowniczka czyta ze wszystkich partnerstw.')

    await pawel.open(`/institution/workers/${workerId('pawel')}`)
    await pawel.press(/^Zakończ nieobecność/)
    await joanna.open('/')
    await joanna.doesNotRead(/Paweł Umowny\s*do/)
  },
)
