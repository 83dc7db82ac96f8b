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
import { daysBetween, today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useSession } from '../../platform/web/session.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type Colleague, institutionsApi, isOfficer, type Mine } from './api.ts'
import { Rests } from './Rests.tsx'

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
        worker.mayChange &&
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
            sub={
              cover ? (
                <Covered cover={cover} mayEnd={worker.mayChange} />
              ) : (
                worker.mayChange && (
                  <AskCover absenceId={id} from={from} until={until} worker={worker} mine={mine} />
                )
              )
            }
            end={
              worker.mayChange && (
                <Button
                  size="small"
                  kind="quiet"
                  busy={end.busy}
                  aria-label={t('absence.endNamed', { from: longDate(from) })}
                  onClick={() => end.run(id)}
                >
                  {t('absence.end')}
                </Button>
              )
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

type Days = { from: string; until: string }

/** The days of absences that lie in a time. */
const daysOf = (absences: Days[], then: Days) =>
  absences
    .filter(({ from, until }) => from <= then.until && until >= then.from)
    .map(({ from, until }) => ({
      from: [from, then.from].sort()[1]!,
      until: [until, then.until].sort()[0]!,
    }))

const length = ({ from, until }: Days) => daysBetween(from, until) + 1
const isAllOf = (days: Days[], then: Days) =>
  days.reduce((sum, each) => sum + length(each), 0) >= length(then)

/** Who does the work meanwhile, or was asked to. */
function Covered({ cover, mayEnd }: { cover: Cover; mayEnd: boolean }) {
  const { t } = useTranslation('institutions')
  const { id, workerId, name, duty, agreed } = cover
  const isMe = useSession().worker?.id === workerId
  const end = useDeed<void>((_, key) => institutionsApi.endCover({ params: { id }, body: {}, key }))
  return (
    <>
      <Status kind={agreed ? 'ok' : 'wait'}>{t(agreed ? 'cover.agreed' : 'cover.asked', { name })}</Status>
      {duty && <span> · {t('cover.withDuty')}</span>}
      <Rests of={cover} />{' '}
      {(mayEnd || isMe) && (
        <Button
          size="small"
          kind="quiet"
          busy={end.busy}
          aria-label={t('cover.endNamed', { name })}
          onClick={() => end.run()}
        >
          {t('cover.end')}
        </Button>
      )}
      <ProblemNotice problem={end.problem} />
    </>
  )
}

type AskCoverProps = { absenceId: string; from: string; until: string; worker: Colleague; mine: Mine }

/** Asks a colleague; the head may hand the duty over as well. Who is away in a part of that time stands last, with the days. */
function AskCover({ absenceId, from, until, worker, mine }: AskCoverProps) {
  const { t } = useTranslation('institutions')
  const { sortByName, shortDay } = useWords()
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
  const then = { from: from < today() ? today() : from, until }
  const others = sortByName(
    mine.workers.filter((each) => each.id !== worker.id && !each.until && !isOfficer(each)),
    ({ familyName, givenName }) => `${familyName} ${givenName}`,
  ).map((each) => ({ ...each, away: daysOf(each.absences, then) }))
  return (
    <Form
      of={form}
      deed={t('cover.ask')}
      beside={<Button onClick={() => setAsking(false)}>{t('cancel')}</Button>}
    >
      <SelectField
        {...form.field('workerId', t('cover.who'))}
        options={[
          ...others.filter(({ away }) => away.length === 0),
          ...others.filter(({ away }) => away.length > 0 && !isAllOf(away, then)),
        ].map(({ id, givenName, familyName, position, away }) => ({
          value: id,
          label: [
            `${givenName} ${familyName}, ${position}`,
            ...away.map((days) =>
              t(days.from === days.until ? 'cover.awayDay' : 'cover.away', {
                from: shortDay(days.from),
                until: shortDay(days.until),
              }),
            ),
          ].join(', '),
        }))}
      />
      {mine.iHead && worker.parts.some(({ part }) => part === 'duty') && (
        <CheckboxField {...form.field('duty', t('cover.duty'))} hint={t('cover.dutyHint')} />
      )}
      <Note>{t('cover.what')}</Note>
    </Form>
  )
}
