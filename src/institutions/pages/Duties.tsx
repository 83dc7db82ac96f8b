import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
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
                end={
                  (mine.iHead === 'myself' || (mine.iHead && part === 'duty')) && (
                    <EndPart id={id} name={`${worker.givenName} ${worker.familyName}`} />
                  )
                }
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
  const form = useForm(institutionsApi.delegate, {
    start: () => ({
      id: newId(),
      part: null as Part | null,
      workerId: null as string | null,
      until: null as string | null,
    }),
    onDone,
  })
  const { part } = form.values
  // Who stands in gives the duty on, and nothing else.
  const parts: readonly Part[] = mine.iHead === 'myself' ? delegatedParts : ['duty']
  return (
    <div style={{ marginTop: 12 }}>
      <Form of={form} deed={t('duties.give')} beside={<Button onClick={onDone}>{t('cancel')}</Button>}>
        <ChoiceCards
          {...form.field('part', t('duties.which'))}
          choices={parts.map((value) => ({
            value,
            title: t(`duties.name.${value}`),
            sub: t(`duties.means.${value}`),
          }))}
        />
        <SelectField
          {...form.field('workerId', t('duties.who'))}
          options={useColleagueOptions(mine.workers.filter((worker) => part && mayHold(worker, part)))}
        />
        <DateField
          {...form.field('until', t('duties.lastDay'))}
          hint={t('duties.lastDayHint')}
          min={today()}
        />
      </Form>
    </div>
  )
}

function NextHead({ mine, onDone }: { mine: Mine; onDone: () => void }) {
  const { t } = useTranslation('institutions')
  const { longDate } = useWords()
  const form = useForm(institutionsApi.nameHead, {
    start: () => ({ id: newId(), workerId: null as string | null, since: null as string | null }),
    asks: true,
    onDone,
  })
  const { workerId, since } = form.values
  const next = mine.workers.find((worker) => worker.id === workerId)
  const officerIsTold = mine.workers.some(
    ({ parts, email }) => email && parts.some(({ part }) => part === 'data_protection_officer'),
  )
  return (
    <div style={{ marginTop: 12 }}>
      <Form of={form} deed={t('head.deed')} beside={<Button onClick={onDone}>{t('cancel')}</Button>}>
        <SelectField
          {...form.field('workerId', t('head.who'))}
          options={useColleagueOptions(mine.workers.filter((worker) => !worker.isHead && !isOfficer(worker)))}
        />
        <DateField {...form.field('since', t('head.since'))} hint={t('head.sinceHint')} min={today()} />
      </Form>
      <ConfirmDialog
        {...form.confirm}
        title={t('head.ask', { name: next ? `${next.givenName} ${next.familyName}` : '' })}
        deed={t('head.deed')}
      >
        {t('head.sure', { day: since ? longDate(since) : '', told: officerIsTold ? 'yes' : 'no' })}
      </ConfirmDialog>
    </div>
  )
}
