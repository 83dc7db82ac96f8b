import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { receiveFile } from '../platform/files/receive.ts'
import { done } from '../proof/case.ts'
import { cast, family, partnership, type Role } from '../proof/cast.ts'
import { type DeedsProof, through } from '../proof/deeds.ts'
import { answerOf, doing } from '../proof/partnership.ts'
import { attach } from './attach.ts'

/** A matter of the family, its messages and what stands below them; and one of the partnership. */
const it = {} as Record<
  | 'matter'
  | 'settled'
  | 'written'
  | 'ours'
  | 'attached'
  | 'urgent'
  | 'reader'
  | 'addressee'
  | 'letter'
  | 'outside',
  string
>

const readers: Role[] = ['coordinator', 'teammate', 'partner']

export const proof: DeedsProof = {
  deeds: [
    [
      'messages.startMatter',
      'begins a matter of a family',
      ['coordinator', 'teammate', 'partner'],
      through('messages.startMatter', () => ({
        body: {
          id: randomUUID(),
          place: family.id,
          title: 'Kto otworzy drzwi',
          readers: [],
          message: {
            id: randomUUID(),
            class: 'file',
            words: 'Kto może?',
            to: [],
            outside: [],
            about: undefined,
            answerAt: undefined,
            quotes: undefined,
          },
        },
      })),
    ],
    [
      'messages.writeMessage',
      'writes into a matter',
      readers,
      through('messages.writeMessage', () => ({
        params: { id: it.matter },
        body: {
          id: randomUUID(),
          class: 'request',
          words: 'Ja mogę.',
          to: [],
          outside: [],
          about: undefined,
          answerAt: undefined,
          quotes: undefined,
        },
      })),
    ],
    [
      'messages.addReaders',
      'lets a colleague read',
      readers,
      through('messages.addReaders', () => ({
        params: { id: it.matter },
        body: { readers: [{ institutionId: partnership.centre.id }] },
      })),
    ],
    [
      'messages.removeReader',
      'ends somebody’s reading',
      // Who began it, who coordinates, and the reader themselves.
      readers,
      through('messages.removeReader', () => ({ params: { id: it.reader } })),
    ],
    [
      'messages.settleMatter',
      'settles a matter',
      readers,
      through('messages.settleMatter', () => ({ params: { id: it.matter } })),
    ],
    [
      'messages.takeUpAgain',
      'takes a matter up again',
      readers,
      through('messages.takeUpAgain', () => ({ params: { id: it.settled } })),
    ],
    [
      'messages.editMessage',
      'edits a message',
      ['teammate'],
      through('messages.editMessage', () => ({
        params: { id: it.written },
        body: { words: 'Kto może jutro?' },
      })),
    ],
    [
      'messages.attach',
      'attaches something to a message',
      ['teammate'],
      through('messages.attach', async () => ({
        params: { id: it.ours },
        query: { id: randomUUID() },
        body: await receiveFile({ filename: 'plan.pdf', file: Readable.from([Buffer.from('%PDF-1.7\n')]) }),
      })),
    ],
    [
      'messages.takeOut',
      'takes out what is attached',
      ['teammate'],
      through('messages.takeOut', () => ({ params: { id: it.attached } })),
    ],
    [
      'messages.agree',
      'writes what was agreed',
      readers,
      through('messages.agree', () => ({ params: { id: it.written }, body: { id: randomUUID() } })),
    ],
    [
      'messages.makeTask',
      'makes a task of a message',
      readers,
      through('messages.makeTask', () => ({
        params: { id: it.written },
        body: { id: randomUUID(), what: 'Zadzwonić.', workerId: undefined },
      })),
    ],
    [
      'messages.putToMeeting',
      'puts a message on the agenda of the next meeting',
      readers,
      through('messages.putToMeeting', () => ({
        params: { id: it.written },
        body: { id: randomUUID(), what: 'Co dalej.' },
      })),
    ],
    [
      'messages.acknowledge',
      'acknowledges an urgent message',
      ['partner'],
      through('messages.acknowledge', () => ({ params: { id: it.addressee }, body: { answer: 'take' } })),
    ],
    [
      'messages.acknowledge',
      'answers a message from outside the team',
      ['representative'],
      through('messages.acknowledge', () => ({ params: { id: it.outside }, body: { answer: 'take' } })),
    ],
  ],
  async stage(database) {
    for (const key of ['matter', 'settled', 'written', 'ours', 'attached', 'urgent', 'letter'] as const)
      it[key] = randomUUID()
    const { teammate, coordinator, partner } = cast
    const start = (id: string, place: string) =>
      done(
        answerOf(
          database,
          teammate,
          sql`messages.start_matter(${id}, ${place}, 'Kto otworzy', ${[partner.institutionId]}::uuid[], ${[partner.workerId]}::uuid[])`,
        ),
      )
    const write = (id: string, to: string[], hour: boolean, outside: string[], ofClass = 'request') =>
      done(
        answerOf(
          database,
          teammate,
          sql`messages.write_message(${id}, ${it.matter}, ${ofClass}, ${ofClass === 'request' ? [] : [family.mother.id]}::uuid[], 'Kto może?', null, ${hour ? sql`now() + interval '2 hours'` : null},
            ${to.map(() => partner.institutionId)}::uuid[], ${to}::uuid[], ${outside}::uuid[])`,
        ),
      )
    await start(it.matter, family.id)
    await start(it.settled, family.id)
    await write(it.written, [], false, [])
    await write(it.ours, [], false, [], 'file')
    const paper = await receiveFile({
      filename: 'plan.pdf',
      file: Readable.from([Buffer.from('%PDF-1.7\n')]),
    })
    await doing(database, teammate, (work) => attach(work, it.ours, it.attached, paper))
    await write(it.urgent, [partner.workerId], true, [])
    await write(it.letter, [], false, [cast.representative.institutionId])
    await done(answerOf(database, coordinator, sql`messages.settle_matter(${it.settled}, null)`))
    const find = (table: string, where: string, id: string) =>
      answerOf<string>(
        database,
        coordinator,
        sql`(select x.id from ${sql.raw(table)} x where x.${sql.raw(where)} = ${id} order by x.worker_id is distinct from ${partner.workerId} limit 1)`,
      )
    it.reader = await find('messages.reader', 'matter_id', it.matter)
    it.addressee = await find('messages.addressee', 'message_id', it.urgent)
    it.outside = await find('messages.addressee', 'message_id', it.letter)
  },
  ids: {
    ofFamily: {
      conversations: 'select id from messages.matter where scope_id = $1',
      in: 'select id from access.scope where id = $1',
      messages: 'select id from messages.message where scope_id = $1',
      'matter-readers': 'select id from messages.reader where scope_id = $1',
      'message-files': 'select file_id as id from messages.attachment where scope_id = $1',
      'message-addressees': 'select id from messages.addressee where scope_id = $1',
      letters: 'select id from messages.message where scope_id = $1',
    },
  },
}
