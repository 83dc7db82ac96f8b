import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type Colleague, institutionsApi } from './api.ts'

/** When somebody is away: a danger does not wait for them. Noted by themselves or their head. */
export function Absences({ worker }: { worker: Colleague }) {
  const { t } = useTranslation('institutions')
  const { longDate } = useWords()
  const [adding, setAdding] = useState(false)
  const end = useDeed((id: string, key) => institutionsApi.endAbsence({ params: { id }, body: {}, key }))
  return (
    <Section
      heading={t('absence.heading')}
      more={
        !adding && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('absence.add')}
          </Button>
        )
      }
    >
      <p className="sm muted">{t('absence.why')}</p>
      <ProblemNotice problem={end.problem} />
      {adding && <Note worker={worker} onDone={() => setAdding(false)} />}
      <Rows>
        {worker.absences.map(({ id, from, until }) => (
          <Row
            key={id}
            title={t('absence.line', { from: longDate(from), until: longDate(until) })}
            end={
              <Button
                size="small"
                kind="quiet"
                busy={end.busy}
                aria-label={t('absence.endNamed', { from: longDate(from) })}
                onClick={() => end.run(id)}
              >
                {t('absence.end')}
              </Button>
            }
          />
        ))}
      </Rows>
      {worker.absences.length === 0 && !adding && <EmptyState>{t('absence.none')}</EmptyState>}
    </Section>
  )
}

function Note({ worker, onDone }: { worker: Colleague; onDone: () => void }) {
  const { t } = useTranslation('institutions')
  const form = useForm(institutionsApi.noteAbsence, {
    params: { id: worker.id },
    start: () => ({ id: newId(), from: today() as string | null, until: null as string | null }),
    onDone,
  })
  return (
    <Form of={form} deed={t('absence.add')} beside={<Button onClick={onDone}>{t('cancel')}</Button>}>
      <FieldRow>
        <DateField {...form.field('from', t('absence.from'))} min={today()} />
        <DateField {...form.field('until', t('absence.until'))} min={form.values.from ?? today()} />
      </FieldRow>
    </Form>
  )
}
