import { Printer } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../Button.tsx'
import { PageFrame } from '../PageFrame.tsx'
import { PhaseStrip } from '../PhaseStrip.tsx'
import { Tabs } from '../Tabs.tsx'
import { phases } from './examples.ts'
import { FormExamples } from './FormExamples.tsx'
import { PeopleExamples } from './PeopleExamples.tsx'
import { StateExamples } from './StateExamples.tsx'
import { WorkExamples } from './WorkExamples.tsx'

const parts = {
  work: { label: 'Praca', page: WorkExamples },
  people: { label: 'Rodzina i ludzie', page: PeopleExamples },
  forms: { label: 'Formularze', page: FormExamples },
  states: { label: 'Stany', page: StateExamples },
}
type Part = keyof typeof parts

/** Each part of the kit in its states, with invented people: for those who compose pages, and for the eye. */
export function KitPage() {
  const [part, setPart] = useState<Part>('work')
  const Page = parts[part].page
  return (
    <PageFrame
      tab="Części"
      title="Części, z których składają się strony"
      crumbs={[{ to: '/', label: 'Mój dzień' }, { label: 'zestaw' }]}
      sub="Zmyślone osoby i zdarzenia; strona dla tych, którzy układają Splot."
      actions={
        <>
          <Button icon={Printer} onClick={() => window.print()}>
            Kopia dla rodziny
          </Button>
          <Button kind="filled" onClick={() => setPart('forms')}>
            Pokaż formularze
          </Button>
        </>
      }
    >
      <Tabs
        label="Grupy części"
        tabs={Object.entries(parts).map(([key, { label }]) => ({ key, label }))}
        current={part}
        onChoose={(key) => setPart(key as Part)}
      />
      <div style={{ display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {part === 'people' && <PhaseStrip steps={phases} current={3} notes={phaseNotes} />}
        <Page />
      </div>
    </PageFrame>
  )
}

const phaseNotes = [
  '14 września',
  '21 września',
  '6 listopada',
  'od 9 listopada',
  'plan: 1 grudnia',
  '12 miesięcy',
  'co 3 miesiące',
]
