import { journey } from '../journey.ts'

export default journey(
  'Bez sieci Splot się otwiera',
  'W drodze do rodziny nie ma zasięgu. Aplikacja otwiera się z urządzenia i mówi, czego jej brakuje; o ludziach nic w niej nie zostaje.',
  async (walk) => {
    const kamil = await walk.as('Kamil Wzorcowy')
    await kamil.open('/concerns/new')
    await kamil.page.waitForFunction(() => navigator.serviceWorker.controller)
    // Once more, so that its files are kept on the device.
    await kamil.open('/concerns/new')
    await kamil.page.context().setOffline(true)
    await kamil.page.reload()
    await kamil.reads(/Nie ma połączenia|brak połączenia|bez sieci/i)
    await kamil.picture('bez sieci aplikacja się otwiera i mówi, że czeka na połączenie.')
    await kamil.page.context().setOffline(false)
    await kamil.open('/concerns/new')
    await kamil.reads('O kogo chodzi')
  },
)
