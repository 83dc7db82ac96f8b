import { useState } from 'react'
import { Problem } from '../../web/request.ts'
import { Button } from '../Button.tsx'
import { Columns } from '../Columns.tsx'
import { ConfirmDialog } from '../ConfirmDialog.tsx'
import { ConflictNotice } from '../ConflictNotice.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { Explain } from '../Explain.tsx'
import { LoadingRows } from '../LoadingRows.tsx'
import { PhoneLink } from '../PhoneLink.tsx'
import { ProblemNotice } from '../ProblemNotice.tsx'
import { Row, Rows } from '../Rows.tsx'
import { PlainSection, Section } from '../Section.tsx'
import { Urgent } from '../Urgent.tsx'

const answered = new Problem({
  status: 409,
  code: 'item-already-answered',
  title: 'Poradnia odpowiedziała już 12 marca.',
  detail: 'Odśwież, aby zobaczyć odpowiedź.',
})

/** Empty, loading, refused, in conflict, before what cannot be undone. */
export function StateExamples() {
  const [asking, setAsking] = useState(false)
  return (
    <Columns
      aside={
        <div>
          <PlainSection heading="Pusto na lnie">
            <EmptyState>Od wczoraj nic się nie zmieniło.</EmptyState>
          </PlainSection>
          <PlainSection heading="Wyjaśnienia">
            <Explain question="Jak powstała propozycja">
              <p>Z reguł partnerstwa i wolnych miejsc, bez ocen ludzi. Wybiera rodzina razem z zespołem.</p>
            </Explain>
          </PlainSection>
        </div>
      }
    >
      <Section heading="Czekają na moją odpowiedź" count={0}>
        <EmptyState action={<Button size="small">Zobacz wszystkie zadania</Button>}>
          Nikt nie czeka na Twoją odpowiedź.
        </EmptyState>
      </Section>
      <Section heading="Wczytywanie">
        <LoadingRows />
      </Section>
      <Section heading="Pilne">
        <Urgent heading="Co zrobić teraz">
          <Rows>
            <Row
              title="Ktoś jest w niebezpieczeństwie"
              sub="Najpierw telefon, potem zgłoszenie."
              end={<PhoneLink phone="112" />}
            />
          </Rows>
        </Urgent>
      </Section>
      <Section heading="Kłopoty">
        <div style={{ display: 'grid', gap: 12 }}>
          <ProblemNotice problem={answered} onRetry={() => {}} />
          <ProblemNotice
            problem={new Problem({ status: 0, code: 'no-connection', title: '' })}
            onRetry={() => {}}
          />
        </div>
      </Section>
      <Section heading="Dwie osoby, jedno pole">
        <ConflictNotice
          by="Paweł Umowny, dziś o 12:20"
          onDecide={() => {}}
          fields={[
            {
              field: 'frequency',
              label: 'Jak często',
              mine: '3 popołudnia w tygodniu, z dowozem',
              theirs: '2 popołudnia w tygodniu',
            },
            { field: 'from', label: 'Od kiedy', mine: '1 grudnia 2026', theirs: '7 stycznia 2027' },
          ]}
        />
      </Section>
      <Section heading="Zanim coś się zakończy">
        <Button onClick={() => setAsking(true)}>Zakończ udział szkoły</Button>
        <ConfirmDialog
          open={asking}
          title="Zakończyć udział szkoły?"
          deed="Zakończ udział"
          danger
          onConfirm={() => setAsking(false)}
          onClose={() => setAsking(false)}
        >
          <p>Szkoła od razu przestanie widzieć plan tej rodziny. Jej wpisy zostaną w historii.</p>
          <p>Możesz zaprosić ją ponownie.</p>
        </ConfirmDialog>
      </Section>
    </Columns>
  )
}
