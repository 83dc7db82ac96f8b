import { journey } from '../journey.ts'

export default journey(
  'Bez sieci Splot się otwiera',
  'W drodze do rodziny nie ma zasięgu. Aplikacja otwiera się z urządzenia i mówi, czego jej brakuje; o ludziach nic w niej nie zostaje. To, co ktoś zaczął pisać, czeka, aż wróci sieć, i nie ginie przy wylogowaniu.',
  async (walk) => {
    const kamil = await walk.as('Kamil Wzorcowy')
    await kamil.open('/concerns/new')
    await kamil.page.waitForFunction(() => navigator.serviceWorker.controller)
    // Once more, so that its files are kept on the device.
    await kamil.open('/concerns/new')
    await kamil.page.context().setOffline(true)
    await kamil.fill('O kogo chodzi', 'Rodzina Bezzasięgowa, mama i syn')
    await kamil.reads('Bez połączenia. Szkic jest w tej przeglądarce.')
    await kamil.page.reload()
    await kamil.reads(/Nie ma połączenia|brak połączenia|bez sieci/i)
    await kamil.picture('bez sieci aplikacja się otwiera i mówi, że czeka na połączenie.')
    await kamil.page.context().setOffline(false)
    await kamil.open('/')
    await kamil.reads('Zaczęte i niewysłane')
    await kamil.picture('sieć wróciła: Mój dzień mówi, co czeka niewysłane.')
    await kamil.follow(/Nowe zgłoszenie|Zgłoś rodzinę/)
    await kamil.reads('O kogo chodzi')
    if ((await kamil.page.getByLabel('O kogo chodzi').inputValue()) !== 'Rodzina Bezzasięgowa, mama i syn')
      throw new Error('what was typed without a network is not there')
    const { body } = await kamil.asks('/drafts/concern%2Fnew')
    if (!JSON.stringify(body).includes('Bezzasięgowa')) throw new Error('the server has not got the draft')
  },
)
