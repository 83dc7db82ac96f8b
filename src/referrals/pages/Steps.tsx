import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { today } from '../../platform/texts/dates.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Point, referralsApi } from './api.ts'
import { InService } from './InService.tsx'
import { draftOf, paramsOf } from './ofVisit.ts'

type Step = 'begin' | 'tell' | 'finish'
type GoingPoint = Pick<Point, 'id' | 'state' | 'begunOn' | 'expectedOn'> &
  Partial<Pick<Point, 'serviceId' | 'place' | 'version'>>

/**
 * The receiver's next steps with what it took on: it begins, tells how it goes, says what came of it. `first`: nothing else
 * waits on the page. `outside`: who sent it writes it down; `visit`: of the
 * guest who does.
 */
export function Steps({
  point,
  first,
  outside = false,
  visit,
}: {
  point: GoingPoint
  first: boolean
  outside?: boolean
  visit?: string
}) {
  const { t } = useTranslation('referrals')
  const [step, setStep] = useState<Step | null>(null)
  const back = () => setStep(null)
  const next: Step = point.begunOn ? 'finish' : 'begin'
  if (step === null)
    return (
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, paddingTop: 12 }}>
        {[next, 'tell' as const].map((each) => (
          <Button
            key={each}
            kind={each === 'begin' && first ? 'filled' : 'default'}
            onClick={() => setStep(each)}
          >
            {t(`steps.${each}`)}
          </Button>
        ))}
      </div>
    )
  return step === 'begin' ? (
    <Begin point={point} outside={outside} visit={visit} onDone={back} />
  ) : step === 'tell' ? (
    <Tell point={point} visit={visit} onDone={back} />
  ) : (
    <Finish point={point} visit={visit} onDone={back} />
  )
}

type StepProps = { point: GoingPoint; visit: string | undefined; onDone: () => void }

function Begin({ point, outside, visit, onDone }: StepProps & { outside: boolean }) {
  const { t } = useTranslation('referrals')
  const call = (visit ? referralsApi.guestBegins : referralsApi.beginPoint) as typeof referralsApi.beginPoint
  const form = useForm(call, {
    start: () => ({
      on: today() as string | null,
      serviceId: point.serviceId ?? null,
      ahead: null as string | null,
      words: '',
    }),
    params: paramsOf(point.id, visit),
    draft: draftOf(point.id, 'begin', visit),
    version: point.version,
    onDone,
  })
  return (
    <Form of={form} deed={t('steps.send.begin')} beside={<Back onBack={onDone} />}>
      <DateField {...form.field('on', t('steps.on'), { lack: t('steps.onMissing') })} max={today()} />
      {point.state === 'waiting' && !outside && !visit && (
        <InService
          service={form.field('serviceId', t('inService.service'))}
          ahead={form.field('ahead', t('inService.ahead'))}
          {...(point.place != null &&
            point.serviceId === form.values.serviceId && { before: point.place - 1 })}
        />
      )}
      <TextArea {...form.field('words', t('steps.words'))} hint={t('steps.wordsHint')} rows={3} />
    </Form>
  )
}

function Tell({ point, visit, onDone }: StepProps) {
  const { t } = useTranslation('referrals')
  const call = (visit ? referralsApi.guestTells : referralsApi.tellPoint) as typeof referralsApi.tellPoint
  const form = useForm(call, {
    start: () => ({ words: '', expectedOn: point.begunOn ? null : point.expectedOn }),
    params: paramsOf(point.id, visit),
    draft: draftOf(point.id, 'tell', visit),
    version: point.version,
    onDone,
  })
  return (
    <Form of={form} deed={t('steps.send.tell')} beside={<Back onBack={onDone} />}>
      <TextArea
        {...form.field('words', t('steps.words'), { lack: t('steps.wordsMissing') })}
        hint={t('steps.wordsHint')}
        rows={3}
      />
      {!point.begunOn && <DateField {...form.field('expectedOn', t('steps.expected'))} min={today()} />}
    </Form>
  )
}

function Finish({ point, visit, onDone }: StepProps) {
  const { t } = useTranslation('referrals')
  const call = (
    visit ? referralsApi.guestFinishes : referralsApi.finishPoint
  ) as typeof referralsApi.finishPoint
  const form = useForm(call, {
    start: () => ({
      outcome: null as 'reached' | 'partly' | 'not_reached' | null,
      on: today() as string | null,
      words: '',
    }),
    params: paramsOf(point.id, visit),
    draft: draftOf(point.id, 'finish', visit),
    version: point.version,
    onDone,
  })
  return (
    <Form of={form} deed={t('steps.send.finish')} beside={<Back onBack={onDone} />}>
      <ChoiceCards
        {...form.field('outcome', t('steps.outcome'), { lack: t('steps.outcomeMissing') })}
        look="rows"
        choices={(['reached', 'partly', 'not_reached'] as const).map((value) => ({
          value,
          title: t(`outcome.${value}`),
        }))}
      />
      <DateField
        {...form.field('on', t('steps.on'), { lack: t('steps.onMissing') })}
        min={point.begunOn ?? undefined}
        max={today()}
      />
      <TextArea {...form.field('words', t('steps.words'))} hint={t('steps.wordsHint')} rows={3} />
    </Form>
  )
}

function Back({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('referrals')
  return (
    <Button kind="quiet" onClick={onBack}>
      {t('cancel')}
    </Button>
  )
}
