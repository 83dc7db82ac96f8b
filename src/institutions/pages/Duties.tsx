import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { Problem } from '../../platform/web/request.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { delegatedParts } from '../contract.ts'
import { type Colleague, institutionsApi, isOfficer, type Mine } from './api.ts'

type Part = (typeof delegatedParts)[number]
type Writing = 'part' | 'head' | null

/** Who stands in for the head, who is on duty, who are the officers; the head gives and ends these parts. */
export function Duties({ mine }: { mine: Mine }) {
  const { t } = useTranslation('institutions')
  const { longDate } = useWords()
  const [writing, setWriting] = useState<Writing>(null)
  const given = mine.workers
    .filter(({ until }) => !until)
    .flatMap((worker) => worker.parts.map((part) => ({ ...part, worker })))
  return (
    <Section
      heading={t('duties.heading')}
      more={
        mine.iHead && (
          <Button
            size="small"
            aria-expanded={writing === 'part'}
            onClick={() => setWriting(writing === 'part' ? null : 'part')}
          >
            {t('duties.give')}
          </Button>
        )
      }
    >
      <Rows>
        {delegatedParts.map((part) => {
          const holders = given.filter((each) => each.part === part)
          return holders.length === 0 ? (
            <Row key={part} title={t(`duties.name.${part}`)} sub={t(`duties.nobody.${part}`)} />
          ) : (
            holders.map(({ id, worker, until }) => (
              <Row
                key={id}
                title={`${worker.givenName} ${worker.familyName}`}
                sub={`${t(`parts.${part}`)}${until ? ` · ${t('duties.until', { day: longDate(until) })}` : ''}`}
                end={mine.iHead && <EndPart id={id} name={`${worker.givenName} ${worker.familyName}`} />}
              />
            ))
          )
        })}
      </Rows>
      {writing === 'part' && <GivePart mine={mine} onDone={() => setWriting(null)} />}
      {mine.iHead === 'myself' &&
        (writing === 'head' ? (
          <NextHead mine={mine} onDone={() => setWriting(null)} />
        ) : (
          <p style={{ marginTop: 12 }}>
            <Button size="small" onClick={() => setWriting('head')}>
              {t('head.change')}
            </Button>
          </p>
        ))}
      <div style={{ marginTop: 12 }}>
        <Explain question={t('duties.ask')}>
          <p style={{ whiteSpace: 'pre-line' }}>{t('duties.explain')}</p>
        </Explain>
      </div>
    </Section>
  )
}

function EndPart({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('institutions')
  const deed = useDeed<void>((_, key) => institutionsApi.endDelegation({ params: { id }, body: {}, key }))
  return (
    <>
      <ProblemNotice problem={deed.problem} />
      <Button
        size="small"
        kind="quiet"
        busy={deed.busy}
        aria-label={t('duties.endNamed', { name })}
        onClick={() => deed.run()}
      >
        {t('duties.end')}
      </Button>
    </>
  )
}

const useColleagueOptions = (workers: Colleague[]) => {
  const { sortByName } = useWords()
  return sortByName(
    workers.filter(({ until }) => !until),
    ({ familyName, givenName }) => `${familyName} ${givenName}`,
  ).map(({ id, givenName, familyName, position }) => ({
    value: id,
    label: `${givenName} ${familyName}, ${position}`,
  }))
}

/** Whoever heads or has a duty is no officer, and an officer nothing else; the head does not stand in for themselves. */
function mayHold(worker: Colleague, part: Part): boolean {
  if (part === 'duty') return !isOfficer(worker)
  if (part === 'stand_in') return !isOfficer(worker) && !worker.isHead
  return !worker.isHead && (worker.parts.length === 0 || isOfficer(worker))
}

function GivePart({ mine, onDone }: { mine: Mine; onDone: () => void }) {
  const { t } = useTranslation('institutions')
  const [id] = useState(newId)
  const [part, setPart] = useState<Part | null>(null)
  const [workerId, setWorkerId] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const deed = useDeed(
    (given: { part: Part; workerId: string; until?: string }, key) =>
      institutionsApi.delegate({ body: { id, ...given }, key }),
    onDone,
  )
  const at = (field: string) => (deed.problem instanceof Problem ? deed.problem.at(field) : undefined)
  // Who stands in gives the duty on, and nothing else.
  const parts = mine.iHead === 'myself' ? delegatedParts : (['duty'] as const)
  return (
    <div style={{ marginTop: 12 }}>
      <OldForm
        onSubmit={() => part && workerId && deed.run({ part, workerId, ...(until && { until }) })}
        problem={deed.problem}
        actions={
          <>
            <Button kind="filled" type="submit" busy={deed.busy}>
              {t('duties.give')}
            </Button>
            <Button onClick={onDone}>{t('cancel')}</Button>
          </>
        }
      >
        <ChoiceCards
          label={t('duties.which')}
          value={part}
          onChange={setPart}
          choices={parts.map((value) => ({
            value,
            title: t(`duties.name.${value}`),
            sub: t(`duties.means.${value}`),
          }))}
        />
        <SelectField
          label={t('duties.who')}
          options={useColleagueOptions(mine.workers.filter((worker) => part && mayHold(worker, part)))}
          value={workerId}
          onChange={setWorkerId}
          error={at('workerId')}
        />
        <DateField
          label={t('duties.lastDay')}
          hint={t('duties.lastDayHint')}
          optional
          min={today()}
          value={until}
          onChange={setUntil}
          error={at('until')}
        />
      </OldForm>
    </div>
  )
}

function NextHead({ mine, onDone }: { mine: Mine; onDone: () => void }) {
  const { t } = useTranslation('institutions')
  const { longDate } = useWords()
  const [id] = useState(newId)
  const [workerId, setWorkerId] = useState<string | null>(null)
  const [since, setSince] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const deed = useDeed(
    (given: { workerId: string; since: string }, key) =>
      institutionsApi.nameHead({ body: { id, ...given }, key }),
    onDone,
  )
  const at = (field: string) => (deed.problem instanceof Problem ? deed.problem.at(field) : undefined)
  const next = mine.workers.find((worker) => worker.id === workerId)
  return (
    <div style={{ marginTop: 12 }}>
      <OldForm
        onSubmit={() => workerId && since && setAsking(true)}
        problem={deed.problem}
        actions={
          <>
            <Button kind="filled" type="submit" busy={deed.busy}>
              {t('head.deed')}
            </Button>
            <Button onClick={onDone}>{t('cancel')}</Button>
          </>
        }
      >
        <SelectField
          label={t('head.who')}
          options={useColleagueOptions(mine.workers.filter((worker) => !worker.isHead && !isOfficer(worker)))}
          value={workerId}
          onChange={setWorkerId}
          error={at('workerId')}
        />
        <DateField
          label={t('head.since')}
          hint={t('head.sinceHint')}
          min={today()}
          value={since}
          onChange={setSince}
          error={at('since')}
        />
      </OldForm>
      <ConfirmDialog
        open={asking}
        title={t('head.ask', { name: next ? `${next.givenName} ${next.familyName}` : '' })}
        deed={t('head.deed')}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          if (workerId && since) deed.run({ workerId, since })
        }}
      >
        {t('head.sure', { day: since ? longDate(since) : '' })}
      </ConfirmDialog>
    </div>
  )
}
