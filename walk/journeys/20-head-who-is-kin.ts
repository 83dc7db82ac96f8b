import { randomUUID } from 'node:crypto'
import { institutionId, workerId } from '../../practice/act.ts'
import { caseOf } from '../../practice/families.ts'
import { journey } from '../journey.ts'

export default journey(
  'Kierowniczka jest krewną rodziny',
  'Kierowniczka ośrodka jest spokrewniona z rodziną, więc nic o niej nie wie. Gdy kończy pracę koordynatorka, o następną pyta Splot osobę, która ma dyżur; gdy nie ma i takiej, kierownictwo instytucji, która prowadzi partnerstwo. Rodzina nie zostaje sama nawet na dzień.',
  async (walk) => {
    const family = `/families/${caseOf('niebylscy')}`
    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open(`${family}/team`)
    await joanna.tap(joanna.page.locator('main').getByText('Wyłącz osobę'))
    await joanna.choose('Kogo', /Danuta Zmyślna/)
    await joanna.choose('Dlaczego', /./)
    await joanna.picture('koordynatorka wyłącza kierowniczkę i od razu wie, kto decyduje potem.')
    await joanna.press('Wyłącz')
    await joanna.reads('ta osoba nie zobaczy już tej sprawy')

    const danuta = await walk.as('Danuta Zmyślna')
    await danuta.sends('/institutions/mine/delegations', {
      id: randomUUID(),
      workerId: workerId('marta'),
      part: 'duty',
    })
    await danuta.sends(`/workers/${workerId('joanna')}/end`, {})
    await danuta.open('/')
    await danuta.doesNotRead('Niebylscy')
    await danuta.open('/my-team')
    await danuta.doesNotRead('Niebylscy')

    const marta = await walk.as('Marta Zastępowska')
    await marta.open('/')
    await marta.reads('Niebylscy')
    await marta.picture('koordynatorka odeszła z pracy: tego samego dnia wie o tym osoba, która ma dyżur.')
    await marta.open(family)
    await marta.picture('na stronie rodziny widzi to, co widziałaby kierowniczka, i dlaczego to widzi.')
    await marta.open(`${family}/team`)
    await marta.choose('Kto będzie koordynować', /Paweł Umowny/)
    await marta.picture('wyznacza koordynatora; Splot przypomina, z kim o tej rodzinie nie rozmawiać.')
    await marta.press('Wyznacz koordynatora')
    await marta.reads(/Paweł Umowny/)

    // Another family, which the county centre took over; its head is kin, and nobody there is on duty.
    const other = caseOf('probni')
    const lidia = await walk.as('Lidia Domniemana')
    const barbara = await walk.as('Barbara Zmyślona')
    await barbara.sends('/session/act-as', { workerId: workerId('barbara') })
    const [offer, adam] = [randomUUID(), randomUUID()]
    await danuta.sends(`/cases/${other}/handover`, {
      id: offer,
      to: institutionId('pcpr'),
      reason: 'Przeprowadzka.',
    })
    await lidia.sends(`/handovers/${offer}/answer`, { answer: 'accepted' })
    await lidia.sends(`/cases/${other}/coordinator`, { id: randomUUID(), workerId: workerId('barbara') })
    await lidia.sends('/institutions/mine/workers', {
      id: adam,
      givenName: 'Adam',
      familyName: 'Urojony',
      position: 'pracownik socjalny',
      socialWorker: true,
    })
    await barbara.sends(`/cases/${other}/exclusions`, {
      id: randomUUID(),
      workerId: workerId('lidia'),
      kind: 'kin',
    })
    await lidia.sends(`/workers/${workerId('barbara')}/end`, {})
    await danuta.open('/')
    await danuta.picture(
      'w powiatowym centrum nikt nie może wyznaczyć koordynatora: pytanie trafia do lidera partnerstwa.',
    )
    await danuta.open(`/families/${other}`)
    await danuta.picture('lider widzi tylko, że jest taka sprawa.')
    await danuta.open(`/families/${other}/coordinator`)
    await danuta.choose('Kto będzie koordynować', /Adam Urojony/)
    await danuta.picture('wybiera kogoś z instytucji, która prowadzi sprawę, znając tylko jej kod.')
    await danuta.press('Wyznacz koordynatora')
    await danuta.reads('Rodzina ma koordynatora')
    await danuta.picture('gotowe: tej sprawy lider już nie widzi.')
    if ((await danuta.asks(`/cases/${other}`)).status !== 404)
      throw new Error('the leader still sees the case after appointing')
  },
)
