import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type Colleague, institutionsApi, isOfficer, type Mine } from './api.ts'

/** When somebody is away: a danger does not wait for them. Noted by themselves or their head. */
export function Absences({ worker, mine }: { worker: Colleague; mine: Mine }) {
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
      {adding && <NoteAbsence worker={worker} onDone={() => setAdding(false)} />}
      <Rows>
        {worker.absences.map(({ id, from, until, cover }) => (
          <Row
            key={id}
            title={t('absence.line', { from: longDate(from), until: longDate(until) })}
            sub={cover ? <Covered cover={cover} /> : <AskCover absenceId={id} worker={worker} mine={mine} />}
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

function NoteAbsence({ worker, onDone }: { worker: Colleague; onDone: () => void }) {
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

type Cover = NonNullable<Colleague['absences'][number]['cover']>

/** Who does the work meanwhile, or was asked to. */
function Covered({ cover: { id, name, duty, agreed } }: { cover: Cover }) {
  const { t } = useTranslation('institutions')
  const end = useDeed<void>((_, key) => institutionsApi.endCover({ params: { id }, body: {}, key }))
  return (
    <>
      <Status kind={agreed ? 'ok' : 'wait'}>{t(agreed ? 'cover.agreed' : 'cover.asked', { name })}</Status>
      {duty && <span> · {t('cover.withDuty')}</span>}{' '}
      <Button
        size="small"
        kind="quiet"
        busy={end.busy}
        aria-label={t('cover.endNamed', { name })}
        onClick={() => end.run()}
      >
        {t('cover.end')}
      </Button>
      <ProblemNotice problem={end.problem} />
    </>
  )
}

/** Asks a colleague; the head may hand the duty over as well. */
function AskCover({ absenceId, worker, mine }: { absenceId: string; worker: Colleague; mine: Mine }) {
  const { t } = useTranslation('institutions')
  const { sortByName } = useWords()
  const [asking, setAsking] = useState(false)
  const form = useForm(institutionsApi.askCover, {
    params: { id: absenceId },
    start: () => ({ id: newId(), workerId: null as string | null, duty: false }),
    onDone: () => setAsking(false),
  })
  if (!asking)
    return (
      <Button size="small" onClick={() => setAsking(true)}>
        {t('cover.who')}
      </Button>
    )
  const others = sortByName(
    mine.workers.filter((each) => each.id !== worker.id && !each.until && !isOfficer(each)),
    ({ familyName, givenName }) => `${familyName} ${givenName}`,
  )
  return (
    <Form
      of={form}
      deed={t('cover.ask')}
      beside={<Button onClick={() => setAsking(false)}>{t('cancel')}</Button>}
    >
      <SelectField
        {...form.field('workerId', t('cover.who'))}
        options={others.map(({ id, givenName, familyName, position }) => ({
          value: id,
          label: `${givenName} ${familyName}, ${position}`,
        }))}
      />
      {mine.iHead && worker.parts.some(({ part }) => part === 'duty') && (
        <CheckboxField {...form.field('duty', t('cover.duty'))} hint={t('cover.dutyHint')} />
      )}
      <Note>{t('cover.what')}</Note>
    </Form>
  )
}
