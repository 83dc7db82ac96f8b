import {
  BriefcaseBusiness,
  House,
  HouseHeart,
  Lock,
  type LucideIcon,
  MessageCircle,
  Printer,
  Shield,
} from 'lucide-react'
import { AnswerBar } from '../AnswerBar.tsx'
import { Button } from '../Button.tsx'
import { Columns } from '../Columns.tsx'
import { Explain } from '../Explain.tsx'
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
import { Tile } from '../Tile.tsx'
import { TimelineDay, TimelineEntry, TimelineFold, TimelineMonth } from '../Timeline.tsx'
import { inDays, phases } from './examples.ts'

/** The family and those who work with it: strip, timeline, team, quotes, explanations, the bar. */
export function PeopleExamples() {
  return (
    <>
      <PhaseStrip steps={phases} current={0} />
      <PhaseStrip steps={phases} current={7} />
      <Columns aside={<Team />}>
        <Section heading="Oś czasu" more={<Link to="/families">Filtruj</Link>}>
          <TimelineMonth month={inDays(-1).slice(0, 7)} said="2 wydarzenia" open>
            <TimelineDay day={inDays(-1)}>
              <TimelineEntry
                at={`${inDays(-1)}T08:40:00Z`}
                tile={<Tile icon={MessageCircle} look="voice" />}
                title="Rodzina: tak"
                by="Karolina Próbna, przez telefon"
              >
                <Quote large>Opieka dla teściowej tak, ale nie w środy.</Quote>
              </TimelineEntry>
              <TimelineFold tile={<Tile icon={Printer} />} title="1 dokument">
                <TimelineEntry
                  at={`${inDays(-1)}T08:30:00Z`}
                  tile={<Tile icon={Printer} />}
                  title="Kartka dla rodziny wydrukowana"
                />
              </TimelineFold>
            </TimelineDay>
          </TimelineMonth>
          <TimelineMonth month={inDays(-400).slice(0, 7)} said="2 wydarzenia" open={false}>
            <TimelineDay day={inDays(-400)}>
              <LockedLine at={`${inDays(-400)}T10:20:00Z`} ask={<Link to="/families">Poproś o dostęp</Link>}>
                Widzą go 2 osoby z PCPR. Wiesz, że istnieje, bo prowadzisz ten plan.
              </LockedLine>
              <TimelineEntry
                at={`${inDays(-400)}T09:15:00Z`}
                tile={<Tile icon={House} />}
                title="Wizyta w domu"
                by="Joanna Przykładna, Paweł Umowny"
              >
                Pan Mirosław dostał dorywczą pracę w tartaku. Babcia Stanisława wstaje z łóżka.
              </TimelineEntry>
            </TimelineDay>
          </TimelineMonth>
        </Section>
        <Section heading="Instytucje" count={3} flush>
          <Table
            caption="Instytucje partnerstwa"
            head={['Instytucja', 'Przedstawiciel, zastępca', 'Od', 'Dokument']}
            rows={[
              member({
                icon: HouseHeart,
                name: 'GOPS Ćwiczebny',
                who: 'Joanna Przykładna',
                deputy: 'prowadzi partnerstwo',
              }),
              member({
                icon: Shield,
                name: 'Policja, dzielnicowy',
                who: 'Tomasz Ćwiczebny',
                deputy: 'bez zastępcy',
              }),
              member({
                icon: BriefcaseBusiness,
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
          { label: 'Na „tak”', value: '3 z 5 usług' },
          { label: 'Brakuje, żeby uzgodnić', value: '1 odpowiedź', more: 'Fundacja' },
          { label: 'Koszt dla rodziny', value: '0 zł' },
        ]}
        actions={
          <>
            <Button>Przypomnij obojgu</Button>
            <Button kind="filled" icon={Lock}>
              Uzgodnij 3 działania i przygotuj kontrakt
            </Button>
          </>
        }
      />
    </>
  )
}

type MemberProps = { icon: LucideIcon; name: string; who: string; deputy?: string; waiting?: boolean }

const member = ({ icon, name, who, deputy, waiting }: MemberProps) => ({
  key: name,
  cells: [
    <span key="name" style={{ display: 'flex', gap: 10, alignItems: 'center' }}>
      <Tile icon={icon} />
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
        <Link to="/families">Zapisz jako brak w gminie</Link>
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
