import {
  Building2,
  ClipboardList,
  Gavel,
  GraduationCap,
  HeartHandshake,
  type LucideIcon,
  Stethoscope,
  Users,
} from 'lucide-react'
import { useState } from 'react'
import { AnswerThreads } from '../AnswerThreads.tsx'
import { Button } from '../Button.tsx'
import { Columns } from '../Columns.tsx'
import { DayPlan } from '../DayPlan.tsx'
import { DueLabel } from '../DueLabel.tsx'
import { Link } from '../Link.tsx'
import { Became, Message, MessageDay, Messages, MessageWords, QuotedWords } from '../Messages.tsx'
import { MiniPhase } from '../PhaseStrip.tsx'
import { PhoneLink } from '../PhoneLink.tsx'
import { Row, Rows } from '../Rows.tsx'
import { PlainSection, Section } from '../Section.tsx'
import { Status } from '../Status.tsx'
import { TaskRow } from '../TaskRow.tsx'
import { Tile } from '../Tile.tsx'
import { Track } from '../Track.tsx'
import { inDays, phases } from './examples.ts'

/** What waits, for whom and how long: `Section`, `Rows`, `DueLabel`, `AnswerThreads`, `TaskRow`, `DayPlan`. */
export function WorkExamples() {
  return (
    <Columns aside={<Aside />}>
      <Section heading="Gdzie to jest teraz">
        <Track
          label="Gdzie to jest teraz"
          stations={[
            { name: 'Wysłane', state: 'done', at: 'piątek, 6 listopada', by: 'Magda Bajkowska' },
            { name: 'Odczytane', state: 'done', at: 'poniedziałek, 9 listopada', by: 'Nina Zapewne' },
            { name: 'Przyjęte', state: 'now', at: 'czwartek, 12 listopada', words: 'Przyjmujemy.' },
            { name: 'W toku', state: 'next' },
            { name: 'Zakończone', state: 'next' },
          ]}
        />
      </Section>
      <Section heading="Wiadomości">
        <Messages label="Wiadomości">
          <MessageDay day={inDays(0)} />
          <Message
            at={`${inDays(0)}T09:31:00Z`}
            tile={<Tile icon={GraduationCap} />}
            by="Magda Bajkowska"
            from="SP im. Nikogo, pedagożka"
            to="do: Poradnia Modelowa"
            urgent="Pilne, do 14:00"
          >
            <QuotedWords by="Nina Zapewne">Da się od 9:30.</QuotedWords>
            <MessageWords>Kto może zawieźć na 9:00?</MessageWords>
            <Became icon={ClipboardList}>Zadanie: zapytać OSP o najbliższy czwartek.</Became>
          </Message>
        </Messages>
      </Section>
      <Section heading="Czekają na moją odpowiedź" count={3}>
        <Rows>
          <Row
            lead={<DueLabel day={inDays(-2)} />}
            tile={<Tile icon={Gavel} />}
            title="Czy rodzina korzysta z treningu budżetowego?"
            sub="Ewa Domyślna, kuratorka rodzinna · rodzina Wymyślnych"
            end={<Button size="small">Odpowiedz</Button>}
          />
          <Row
            lead={<DueLabel day={inDays(0)} detail="do 15:00" />}
            tile={<Tile icon={GraduationCap} />}
            title="Czy Kacper dojedzie w czwartek do poradni?"
            sub="Magda Bajkowska, pedagog, SP w Zmyślonej · rodzina Próbnych"
            end={<Button size="small">Odpowiedz</Button>}
          />
          <Row
            lead={<DueLabel day={inDays(3)} />}
            tile={<Tile icon={Users} />}
            title="Czy przyjmie Pani rodzinę z Popowic do wspólnej pracy, skoro mieszka na granicy dwóch gmin i dzieci chodzą do szkoły w sąsiedniej?"
            sub="Barbara Zmyślona, Powiatowe Centrum Pomocy Rodzinie Ćwiczebne z siedzibą w bardzo długiej nazwie miejscowości · nowe zgłoszenie"
            end={<Button size="small">Odpowiedz</Button>}
          />
        </Rows>
      </Section>
      <Section heading="Ja czekam na innych" count={4} more="umówiony czas odpowiedzi: 7 dni">
        <Rows>
          <Silent
            icon={Stethoscope}
            name="Poradnia uzależnień"
            what="termin rozmowy, plan 5/2026"
            used={10}
            phone="410004011"
            more="przypomniano 2 razy"
          />
          <Silent
            icon={Building2}
            name="Urząd Gminy"
            what="dowóz dzieci z Nowych Kanic"
            used={6}
            phone="410001005"
            more="odczytano w piątek"
          />
          <Silent
            icon={HeartHandshake}
            name="Fundacja „Próba”"
            what="świetlica dla Kacpra"
            used={4}
            phone="500000206"
            more="odczytano wczoraj"
          />
        </Rows>
        <p className="sm">
          <Link to="/">Jeszcze 1: Powiatowy Urząd Pracy, wysłano wczoraj</Link>
        </p>
      </Section>
      <Tasks />
      <Section heading="Stany odpowiedzi">
        <p style={{ display: 'flex', flexWrap: 'wrap', gap: '10px 24px' }}>
          <Status kind="ok">przyjęte</Status>
          <Status kind="wait">czekamy</Status>
          <Status kind="no">odrzucone</Status>
          <Status kind="declined">nie</Status>
          <Status kind="question">nie pytaliśmy</Status>
          <Status kind="asked">zastanowię się</Status>
          <Status kind="late">po terminie</Status>
        </p>
        <p style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 12 }}>
          <Status kind="ok" pill>
            zgoda ważna
          </Status>
          <Status kind="wait" pill>
            czekamy na podpis
          </Status>
          <Status kind="no" pill>
            brak miejsc
          </Status>
          <Status kind="question" pill>
            nie wiadomo
          </Status>
        </p>
      </Section>
    </Columns>
  )
}

type SilentProps = { icon: LucideIcon; name: string; what: string; used: number; phone: string; more: string }

function Silent({ icon, name, what, used, phone, more }: SilentProps) {
  return (
    <Row
      tile={<Tile icon={icon} />}
      title={
        <>
          {name} <span style={{ fontWeight: 400 }}>· {what}</span>
        </>
      }
      sub={
        <>
          <AnswerThreads used={used} total={7} /> · {more}
        </>
      }
      end={
        <>
          <PhoneLink phone={phone} />
          <Button size="small">Przypomnij</Button>
        </>
      }
    />
  )
}

const tasks = [
  { what: 'Wysłać rodzinie kopię planu na papierze', about: 'Fikcyjni', day: -1 },
  { what: 'Zadzwonić do p. Karoliny po 16:00', about: 'Próbni', day: 0 },
  { what: 'Sprawdzić rozkład autobusu Węgleszyn – Jędrzejów', about: 'Próbni', day: 1 },
  { what: 'Przygotować ocenę po 3 miesiącach', about: 'Testowi', day: 9 },
]

function Tasks() {
  const [done, setDone] = useState<string[]>([])
  return (
    <Section
      heading="Zadania na dziś i jutro"
      count={tasks.length}
      more={<Link to="/">Wszystkie zadania</Link>}
    >
      <Rows>
        {tasks.map(({ what, about, day }) => (
          <TaskRow
            key={what}
            about={about}
            due={inDays(day)}
            done={done.includes(what)}
            onDone={(yes) => setDone(yes ? [...done, what] : done.filter((other) => other !== what))}
          >
            {what}
          </TaskRow>
        ))}
      </Rows>
    </Section>
  )
}

function Aside() {
  return (
    <div>
      <PlainSection heading="Dziś" more={<Link to="/">Tydzień</Link>}>
        <DayPlan
          items={[
            {
              time: '9:30',
              title: 'Wizyta w domu, Błogoszów',
              sub: 'rodzina Fikcyjnych · z asystentem rodziny',
            },
            {
              time: '12:00',
              next: true,
              title: 'Spotkanie zespołu, rodzina Próbnych',
              sub: 'GOPS, pokój 4 · potwierdziło 5 z 6 · rodzina będzie',
              action: (
                <Button size="small" icon={ClipboardList}>
                  Otwórz spotkanie
                </Button>
              ),
            },
            {
              time: '14:30',
              title: 'Telefon do Ewy Domyślnej, kuratorki',
              sub: 'rodzina Wymyślnych · 41 000 31 15',
            },
          ]}
        />
      </PlainSection>
      <PlainSection heading="Zbliża się ocena" more={<Link to="/families">Moje rodziny (9)</Link>}>
        <Rows onLinen>
          <Row
            title="Testowi"
            to="/families"
            sub="po 3 miesiącach · Realizacja"
            end={<Near day={1} phase={5} />}
          />
          <Row
            title="Fikcyjni"
            to="/families"
            sub="półroczna · Realizacja"
            end={<Near day={6} phase={5} />}
          />
          <Row
            title="Wymyślni"
            to="/families"
            sub="po miesiącu · Kontrakt"
            end={<Near day={12} phase={4} />}
          />
        </Rows>
      </PlainSection>
    </div>
  )
}

function Near({ day, phase }: { day: number; phase: number }) {
  return (
    <div>
      <DueLabel day={inDays(day)} inline />
      <MiniPhase steps={phases} current={phase} />
    </div>
  )
}
