import { Lock } from 'lucide-react'
import { AnswerBar } from '../AnswerBar.tsx'
import { Button } from '../Button.tsx'
import { Columns } from '../Columns.tsx'
import { DomainLegend, type DomainRow, DomainTable } from '../DomainTable.tsx'
import { Explain } from '../Explain.tsx'
import { InstitutionTile } from '../InstitutionTile.tsx'
import { KeyFacts } from '../KeyFacts.tsx'
import { Link } from '../Link.tsx'
import { LockedLine } from '../LockedLine.tsx'
import { Note } from '../Note.tsx'
import { PersonLine } from '../PersonLine.tsx'
import { PhaseStrip } from '../PhaseStrip.tsx'
import { Quote } from '../Quote.tsx'
import { Rows } from '../Rows.tsx'
import { Section } from '../Section.tsx'
import { Status } from '../Status.tsx'
import { Table } from '../Table.tsx'
import { Timeline, TimelineEntry } from '../Timeline.tsx'
import { inDays, phases } from './examples.ts'

const domains: DomainRow[] = [
  {
    key: 'school',
    name: 'Szkoła i nauka',
    family: 3,
    institutions: 2,
    agreed: 2,
    goal: 4,
    note: 'do maja 2027',
  },
  {
    key: 'money',
    name: 'Pieniądze i długi',
    family: 2,
    institutions: 2,
    agreed: 2,
    goal: 3,
    note: 'do czerwca 2027',
  },
  {
    key: 'daily',
    name: 'Codzienne życie',
    family: 4,
    institutions: 2,
    agreed: 3,
    goal: 4,
    note: 'największa różnica zdań',
  },
  {
    key: 'mind',
    name: 'Zdrowie psychiczne',
    family: 3,
    institutions: 3,
    agreed: 3,
    goal: 3,
    note: 'utrzymać',
  },
  {
    key: 'people',
    name: 'Ludzie wokół i dojazd',
    family: 2,
    institutions: 3,
    agreed: 2,
    goal: 3,
    note: 'brak autobusu po 15:00',
  },
  { key: 'work', name: 'Praca', family: 'unknown', institutions: 2, note: 'bez ustaleń' },
  { key: 'ties', name: 'Relacje w rodzinie', family: 4, institutions: 4, agreed: 4, note: 'mocna strona' },
]

/** The family and those who work with it: strip, domains, timeline, team, quotes, explanations, the bar. */
export function PeopleExamples() {
  return (
    <>
      <PhaseStrip steps={phases} current={0} />
      <PhaseStrip steps={phases} current={7} />
      <Columns aside={<Team />}>
        <Section heading="Obszary życia" more={<DomainLegend />} flush>
          <DomainTable
            rows={domains}
            caption="Wspólna diagnoza, 6 listopada"
            foot={
              <>
                <Link to="/families">Siedem obszarów bez trudności</Link> · Poziom nie decyduje o żadnym
                świadczeniu.
              </>
            }
          />
        </Section>
        <Section heading="Oś czasu" more={<Link to="/families">Filtruj</Link>}>
          <Timeline>
            <TimelineEntry day={inDays(-1)} kind="family" title="Rodzina: Karolina Próbna">
              <Quote>Opieka dla teściowej tak, ale nie w środy.</Quote>
            </TimelineEntry>
            <TimelineEntry day={inDays(-4)} kind="primary_school" title="SP w Zmyślonej">
              Przyjęła wsparcie psychologa dla Kacpra, od 1 grudnia.
            </TimelineEntry>
            <LockedLine day={inDays(-5)} ask={<Link to="/families">Poproś o dostęp</Link>}>
              Widzą go 2 osoby z PCPR. Wiesz, że istnieje, bo prowadzisz ten plan.
            </LockedLine>
            <TimelineEntry
              day={inDays(-400)}
              kind="home_visit"
              title="Wizyta w domu: Joanna Przykładna, Paweł Umowny"
            >
              Pan Mirosław dostał dorywczą pracę w tartaku. Babcia Stanisława wstaje z łóżka.
            </TimelineEntry>
          </Timeline>
        </Section>
        <Section heading="Instytucje" count={3} flush>
          <Table
            caption="Instytucje partnerstwa"
            head={['Instytucja', 'Przedstawiciel, zastępca', 'Od', 'Dokument']}
            rows={[
              member({
                kind: 'social_assistance_centre',
                name: 'GOPS Ćwiczebny',
                who: 'Joanna Przykładna',
                deputy: 'prowadzi partnerstwo',
              }),
              member({
                kind: 'police_station',
                name: 'Policja, dzielnicowy',
                who: 'Tomasz Ćwiczebny',
                deputy: 'bez zastępcy',
              }),
              member({
                kind: 'labour_office',
                name: 'PUP Ćwiczebny',
                who: 'jeszcze nie wskazano',
                waiting: true,
              }),
            ]}
          />
        </Section>
      </Columns>
      <AnswerBar
        facts={[
          { label: 'Gotowe', value: '3 z 5 usług' },
          { label: 'Brakuje do zamrożenia', value: '1 odpowiedź', more: 'Fundacja' },
          { label: 'Koszt dla rodziny', value: '0 zł' },
        ]}
        actions={
          <>
            <Button>Przypomnij obojgu</Button>
            <Button kind="filled" icon={Lock}>
              Zamroź 3 gotowe i przygotuj kontrakt
            </Button>
          </>
        }
      />
    </>
  )
}

type MemberProps = { kind: string; name: string; who: string; deputy?: string; waiting?: boolean }

const member = ({ kind, name, who, deputy, waiting }: MemberProps) => ({
  key: name,
  cells: [
    <span key="name" style={{ display: 'flex', gap: 10, alignItems: 'center' }}>
      <InstitutionTile kind={kind} />
      {name}
    </span>,
    <span key="who">
      {who}
      {deputy && (
        <span className="xs muted" style={{ display: 'block' }}>
          {deputy}
        </span>
      )}
    </span>,
    waiting ? 'zaproszony' : '12.03.2026',
    <Status key="paper" kind={waiting ? 'wait' : 'ok'}>
      {waiting ? 'czekamy 12 dni' : 'porozumienie'}
    </Status>,
  ],
})

function Team() {
  return (
    <>
      <Section heading="Kto pracuje z rodziną" more={<Link to="/families">Zaproś</Link>}>
        <Rows>
          <PersonLine name="Joanna Przykładna" you part="GOPS Ćwiczebny, koordynatorka" phone="410001021" />
          <PersonLine
            name="Paweł Umowny"
            part="GOPS Ćwiczebny, asystent rodziny"
            phone="410001024"
            hours="po 12:00"
          />
          <PersonLine
            name="Magda Bajkowska"
            part="Szkoła w Zmyślonej, pedagog"
            phone="+48 500 000 118"
            hours="8:00–9:30"
          />
          <PersonLine name="Halina Niby" part="POZ, pielęgniarka" />
          <PersonLine
            name="Fundacja „Próba”"
            part="zaproszona 20 listopada; dane dopiero po zgodzie"
            waiting
          />
        </Rows>
      </Section>
      <Section heading={<Quote large>Żeby Kacper chodził do szkoły i się nie bał</Quote>}>
        <KeyFacts
          facts={[
            { label: 'Dla kogo', value: 'chłopiec, 9 lat', more: 'z gminy Oksa, bus o 13:40' },
            { label: 'Co', value: '3 popołudnia w tygodniu', more: 'od 1 grudnia do czerwca' },
            { label: 'Po co', value: 'spokojny czas po lekcjach, pomoc w nauce' },
          ]}
        />
        <Note>
          Poradnia odpowiada po terminie od września. Proponowany punkt spotkania: inny sposób pytania.
        </Note>
      </Section>
      <Note gap>
        <b className="m">Potrzeba bez usługi</b>
        <br />
        Powrót z Jędrzejowa po 15:00. Nikt w gminie tego nie oferuje.{' '}
        <Link to="/baskets">Zapisz jako brak w gminie</Link>
      </Note>
      <Explain>
        <KeyFacts
          across
          facts={[
            { label: 'Twoja rola', value: 'Koordynatorka planu IPW 7/2026, od 21 września.' },
            { label: 'Podstawa', value: 'Zgoda pani Karoliny i pana Mirosława z 14 września.' },
            { label: 'Czego nie widzisz', value: 'Zapisów psychologa PCPR.' },
          ]}
        />
      </Explain>
    </>
  )
}
