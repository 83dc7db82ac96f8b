import { idOf, institutionId, workerId } from '../../practice/act.ts'
import { journey } from '../journey.ts'

const [pcpr, foundation] = [workerId('barbara'), workerId('barbara2')]

export default journey('Trzy partnerstwa, jeden dzień', 'Barbara', async (walk) => {
  const barbara = await walk.as('Barbara Zmyślona')
  for (const job of [pcpr, foundation]) {
    await barbara.sends('/session/act-as', { workerId: job })
    console.log(JSON.stringify((await barbara.asks('/day')).body, null, 1))
  }
  await barbara.open('/')
  await barbara.picture('dzień')
  console.log(idOf('x'), institutionId('x'))
})
