import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { attach } from '../src/messages/attach.ts'
import {
  acknowledge,
  agree,
  makeTask,
  putToMeeting,
  settleMatter,
  startMatter,
  writeMessage,
} from '../src/messages/write-message.ts'
import { receiveFile } from '../src/platform/files/receive.ts'
import { idOf, institutionId, workerId } from './act.ts'
import { caseOf } from './families.ts'
import type { Stage } from './story.ts'

type Words = Partial<Parameters<typeof writeMessage>[2]> & { words: string }

/** Invented matters of a place, each written day by day with the app's own deeds. */
function talkIn({ act }: Stage, place: string, key: string) {
  const matter = (name: string) => idOf(`conversation/${key}/${name}`)
  const message = (name: string) => idOf(`conversation/${key}/message/${name}`)
  const made = (name: string, words: Words) => ({
    id: message(name),
    class: 'request' as const,
    to: [],
    outside: [],
    ...words,
  })
  return {
    message,
    begins: (by: string, name: string, title: string, words: Words) =>
      act(by, (work) =>
        startMatter(work, { id: matter(name), place, title, readers: [], message: made(name, words) }),
      ),
    writes: (by: string, of: string, name: string, words: Words) =>
      act(by, (work) => writeMessage(work, matter(of), made(name, words))),
    attaches: (by: string, name: string, filename: string, words: string) =>
      act(by, async (work) =>
        attach(
          work,
          message(name),
          idOf(`conversation/${key}/file/${name}`),
          await receiveFile({ filename, file: Readable.from([aSheet(words)]) }),
        ),
      ),
    agrees: (by: string, name: string, words: string) =>
      act(by, (work) =>
        agree(work, message(name), { id: idOf(`conversation/${key}/agreed/${name}`), words }),
      ),
    gives: (by: string, name: string, what: string, due: string) =>
      act(by, (work) =>
        makeTask(work, message(name), { id: idOf(`conversation/${key}/task/${name}`), what, due }),
      ),
    puts: (by: string, name: string, what: string) =>
      act(by, (work) =>
        putToMeeting(work, message(name), { id: idOf(`conversation/${key}/topic/${name}`), what }),
      ),
    says: (by: string, name: string, to: string, answer: 'take' | 'cannot') =>
      act(by, async (work) => {
        const { id } = await work.mustFind(sql<{ id: string }>`
          select a.id from messages.addressee a where a.message_id = ${message(name)} and a.institution_id = ${institutionId(to)}`)
        return acknowledge(work, id, { answer })
      }),
    settles: (by: string, name: string, words: string) =>
      act(by, (work) => settleMatter(work, matter(name), words)),
  }
}

/** A PDF of one line, in letters that its font has. */
function aSheet(words: string) {
  const content = `BT /F1 16 Tf 60 760 Td (${words}) Tj ET`
  const parts = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ].map((part, i) => `${i + 1} 0 obj${part}endobj\n`)
  const starts = parts.map((_, i) => '%PDF-1.7\n'.length + parts.slice(0, i).join('').length)
  const table = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const body = `%PDF-1.7\n${parts.join('')}`
  return Buffer.from(
    `${body}xref\n0 6\n0000000000 65535 f \n${table}trailer<</Root 1 0 R/Size 6>>\nstartxref\n${body.length}\n%%EOF\n`,
  )
}

const whole = (key: string) => ({ institutionId: institutionId(key) })
const person = (key: string, of: string) => ({ institutionId: institutionId(of), workerId: workerId(key) })

/** Stories of what is talked over: how many days ago each began, and how it is played. */
export const practiceConversations: {
  key: string
  began: number
  play(stage: Stage): Promise<unknown>
}[] = [
  {
    // Goes on: an urgent message waits for one of three.
    key: 'conversation/probni',
    began: 9,
    play: async (stage) => {
      const talk = talkIn(stage, caseOf('probni'), 'probni')
      await talk.begins('magda', 'certificate', 'Zaświadczenie dla szkoły', {
        words: 'Czy ośrodek może przysłać zaświadczenie o dożywianiu do piątku?',
        to: [person('joanna', 'gops')],
      })
      await stage.clock.to(8)
      await talk.writes('joanna', 'certificate', 'certificate-sent', {
        words: 'Wysłane dziś pocztą i skanem.',
      })
      await talk.settles('magda', 'certificate', 'Zaświadczenie jest w szkole.')
      await stage.clock.to(7)
      await talk.begins('magda', 'way', 'Dojazd do poradni', {
        words: 'Uczeń ma u Państwa czwartki o 9:00. Autobus dojeżdża o 9:20. Czy da się zacząć później?',
        to: [whole('ppp'), person('joanna', 'gops'), person('pawel', 'gops')],
      })
      await stage.clock.to(6)
      await talk.writes('nina', 'way', 'later', {
        words: 'Da się: 9:30, od przyszłego tygodnia. Ten czwartek musi zostać o 9:00, przepraszam.',
      })
      await talk.agrees('nina', 'later', 'Czwartki o 9:30, od przyszłego tygodnia.')
      await stage.clock.to(4)
      await talk.begins('joanna', 'budget', 'Zajęcia z budżetu domowego', {
        words: 'Pani Karolina chce przyjść na zajęcia we wtorki. Czy asystent może być na pierwszych?',
        class: 'file',
        to: [person('pawel', 'gops')],
      })
      await talk.attaches('joanna', 'budget', 'plan zajęć.pdf', 'Plan: wtorki o 16:00, cztery spotkania')
      await stage.clock.to(0)
      await talk.writes('pawel', 'way', 'car', {
        words: 'Auto w naprawie, w ten czwartek nie dowiozę. Kto może zawieźć na 9:00?',
        answerAt: new Date(Math.ceil(Date.now() / 900_000) * 900_000 + 3 * 3_600_000).toISOString(),
        to: [person('joanna', 'gops'), whole('ppp'), person('magda', 'school')],
      })
      await talk.says('nina', 'car', 'ppp', 'cannot')
      await talk.writes('nina', 'way', 'from-afar', {
        words:
          'Jeśli nikt nie da rady, w czwartek spotkamy się zdalnie, ze szkoły. Wolałabym jednak ustalić dowóz na stałe.',
      })
      await talk.puts('nina', 'from-afar', 'Dowóz na czwartki, na stałe')
      await talk.gives('joanna', 'from-afar', 'Zapytać OSP o najbliższy czwartek', stage.clock.today)
    },
  },
  {
    // Of the partnership: no family in it.
    key: 'conversation/oksa',
    began: 5,
    play: (stage) =>
      talkIn(stage, idOf('partnership/oksa'), 'oksa').begins('danuta', 'winter', 'Zimowe dyżury', {
        words: 'Kto ma dyżur między świętami? Podajcie telefon i godziny, zbierzemy je na jedną kartkę.',
        to: [whole('school'), whole('ppp'), whole('police'), whole('clinic')],
      }),
  },
]
