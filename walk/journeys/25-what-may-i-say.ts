import { journey } from '../journey.ts'

export default journey(
  'Ktoś pyta, a pedagożka wie, co wolno powiedzieć',
  'Dzwoni fundacja, potem kurator, potem sąsiadka. Magda Bajkowska mówi Splotowi, kto pyta i o co, i od razu czyta, czy wolno i na jakiej podstawie. Żadnych nazwisk, nic stąd nie zostaje.',
  async (walk) => {
    const magda = await walk.as('Magda Bajkowska')
    await magda.open('/more')
    await magda.follow(/Co mogę powiedzieć/)
    await magda.reads('Twoja instytucja: Szkoła podstawowa')
    await magda.choose('Komu', 'Stowarzyszenie lub fundacja (NGO)')
    await magda.pick(/^zdrowie/)
    await magda.reads('Tylko za zgodą')
    await magda.picture('fundacja pyta o zdrowie: wolno tylko za zgodą, i widać, jaka to zgoda.')
    await magda.choose('Komu', 'kuratorzy rodzinni')
    await magda.pick(/^sprawa rodziny/)
    await magda.reads('Na żądanie kuratora sądowego')
    await magda.picture('kurator pyta o sprawę rodziny: wolno, gdy żąda tego na podstawie ustawy.')
    await magda.choose('Komu', 'komuś spoza instytucji')
    await magda.reads('Nie potwierdzaj nawet')
    await magda.pick(/^przemoc/)
    await magda.choose('Komu', 'Komenda powiatowa lub miejska Policji (KPP)')
    await magda.reads('Zawiadomienie o przestępstwie')
    await magda.page.setViewportSize({ width: 390, height: 844 })
    await magda.settled()
    await magda.picture('o przemocy wolno zawiadomić policję bez zgody; obok droga do zgłoszenia.')
  },
)
