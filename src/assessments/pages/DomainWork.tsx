import { Send } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AboutWhom } from '../../cases/pages/AboutWhom.tsx'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import type { OpenClass } from '../../cases/pages/ReadBy.tsx'
import { byDefault, useWhom } from '../../cases/pages/useWhom.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { Tabs } from '../../platform/kit/Tabs.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { newId } from '../../platform/web/newId.ts'
import { isEmpty } from '../../platform/web/shape.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Assessment, assessmentsApi } from './api.ts'
import { asSeen } from './asSeen.ts'

type Side = 'mine' | 'family' | 'agreed'
/** Keeps what is written in the form beside, and then goes on; nothing where nothing was written there. */
type Besides = { current: ((then: () => void) => void) | null }
type Anchor = { level: number; pl: string; en: string }

/** Work on one life domain: how we see it, how the family does, and what was agreed. */
export function DomainWork({
  family,
  assessment,
  domain,
  onAgreed,
}: {
  family: Family
  assessment: Assessment
  domain: string
  onAgreed: () => void
}) {
  const { t } = useTranslation('assessments')
  const { entries } = useCodes()
  const seen = assessment.views.some((view) => view.domain === domain)
  const together = family.may.includes('coordinate')
  const [side, setSide] = useState<'mine' | 'family' | 'together'>(together && seen ? 'together' : 'mine')
  const voice: Besides = useRef(null)
  const safety = entries('assessments.life_domain').find(({ code }) => code === domain)?.class === 'violence'
  const sides = safety ? (['mine'] as const) : (['mine', together ? 'together' : 'family'] as const)
  const work = { family, assessment, domain }
  return (
    <>
      {safety && <Note>{t('safety')}</Note>}
      {sides.length > 1 && (
        <Tabs
          label={t('sides')}
          current={side}
          onChoose={(key) => setSide(key as typeof side)}
          tabs={sides.map((key) => ({ key, label: t(`side.${key}`) }))}
        />
      )}
      {side === 'together' ? (
        <>
          <SeenForm {...work} side="family" keptWith={voice} />
          <SeenForm {...work} side="agreed" keeps={voice} onKept={onAgreed} />
        </>
      ) : (
        <SeenForm key={side} {...work} side={side} />
      )}
    </>
  )
}

/** An endpoint of the same shape by which a level is agreed elsewhere, and what it is told besides. */
type Settled = {
  call: { endpoint: Pick<typeof assessmentsApi.agree.endpoint, 'body'> }
  params: Record<string, string>
  draft: string
}

/** The level of one domain that was agreed, where it is settled: at a meeting. */
export function AgreedLevel(props: {
  family: Family
  assessment: Assessment
  domain: string
  settled: Settled
  onKept: () => void
}) {
  return <SeenForm {...props} side="agreed" />
}

/** A level, or why there is none, as one answer. */
const seenIn = ({ level, withoutLevel }: { level?: number | null; withoutLevel?: string | null }) => ({
  seen: level ? String(level) : (withoutLevel ?? null),
})

type Said = Record<'strengths' | 'barriers' | 'words' | 'today' | 'dissent', string>
type Kept = { [Field in keyof Said]?: string | null }
const saidIn = (view: Kept | undefined, agreed: Kept | undefined): Said => ({
  strengths: view?.strengths ?? '',
  barriers: view?.barriers ?? '',
  words: view?.words ?? '',
  today: agreed?.today ?? '',
  dissent: agreed?.dissent ?? '',
})
/** What is written on a side. */
const wordsOf = ({ strengths, barriers, words, today, dissent }: Said, side: Side) =>
  ({ mine: `${strengths} ${barriers}`, family: words, agreed: `${today} ${dissent}` })[side]

function SeenForm({
  family,
  assessment,
  domain,
  side,
  keptWith,
  keeps,
  settled,
  onKept,
}: {
  family: Family
  assessment: Assessment
  domain: string
  side: Side
  settled?: Settled
  /** It has no deed of its own: the other form keeps it. */
  keptWith?: Besides
  keeps?: Besides
  onKept?: () => void
}) {
  const { t, i18n } = useTranslation('assessments')
  const { entries } = useCodes()
  const entry = entries('assessments.life_domain').find(({ code }) => code === domain)
  const anchors = (entry?.anchors ?? []) as Anchor[]
  const view = assessment.views.find(
    (each) => each.domain === domain && (side === 'family' ? each.byFamily : each.mine && !each.byFamily),
  )
  const agreed = assessment.agreed.find((each) => each.domain === domain)
  const known = side === 'agreed' ? agreed : view
  const whom = useWhom(family.id)
  const inDomains = useAsk(assessmentsApi.whomInDomains, { params: { id: family.id } })
  const there = inDomains.data?.find((each) => each.domain === domain)
  const usual = known
    ? { whom: null, people: known.about }
    : (side !== 'mine' && asSeen(assessment, domain)) ||
      (there && (side === 'agreed' ? there.shared : there.ours))
  const [begun] = useState(newId)
  const id = known?.id ?? begun
  // What was agreed has another shape and another name; each takes of what is written what it knows.
  const call = (settled?.call ??
    (side === 'agreed' ? assessmentsApi.agree : assessmentsApi.enterView)) as typeof assessmentsApi.enterView
  const params = {
    id: family.id,
    assessmentId: assessment.id,
    viewId: id,
    agreedId: id,
    ...settled?.params,
  }
  const kept = entry?.class === 'violence'
  const needsToday = (seen: string | null) =>
    side === 'agreed' && seen === '1' && Boolean(entry?.needsTodayAtOne)
  const open = useDeed((viewId: string, key) =>
    assessmentsApi.openViews({
      params: { id: family.id, assessmentId: assessment.id },
      body: { views: [viewId] },
      key,
    }),
  )
  const closed = side === 'mine' && !view?.opened
  /** Whether it is shown to the team as soon as it is kept. */
  const shows = useRef(false)
  const then = useRef<(() => void) | null>(null)
  const form = useForm(call, {
    params,
    start: () => ({
      seen: known ? seenIn(known).seen : null,
      ...saidIn(view, agreed),
      ...byDefault,
    }),
    body: ({ seen, ...values }) => ({
      ...values,
      domain,
      byFamily: side === 'family',
      ...(seen && /^[1-5]$/.test(seen)
        ? { level: Number(seen) }
        : { withoutLevel: seen as 'does_not_concern' | 'unknown' | null }),
    }),
    written: seenIn,
    staysMine: () => kept,
    faults: (values) => ({
      today: needsToday(values.seen) && isEmpty(values.today) && t('todayMissing'),
      about: !kept && whom?.fault(wordsOf(values, side), values, usual),
    }),
    draft: settled?.draft ?? `assessment/${assessment.id}/${domain}/${side}`,
    version: known?.version ?? 0,
    stays: true,
    onDone: () => {
      if (shows.current) open.run(id)
      shows.current = false
      then.current?.()
      then.current = null
      onKept?.()
    },
  })
  const language = i18n.language === 'en' ? 'en' : 'pl'
  const choices = [
    ...anchors.map((anchor) => ({
      value: String(anchor.level),
      title: `${anchor.level}. ${anchor[language]}`,
    })),
    { value: 'does_not_concern', title: t('without.does_not_concern') },
    { value: 'unknown', title: t('without.unknown') },
  ]
  const before = known ? seenIn(known).seen : null
  const { seen: chosen, about } = form.values
  const written =
    chosen !== before || Boolean(about) || wordsOf(form.values, side) !== wordsOf(saidIn(view, agreed), side)
  if (keptWith)
    keptWith.current = written
      ? (next) => {
          then.current = next
          form.submit()
        }
      : null
  const both = () => {
    const voice = keeps?.current
    if (!voice) form.submit()
    // The family's voice may be written down before anything is agreed.
    else voice(() => written && form.submit())
  }
  const justKept = form.done && !form.busy && !form.draft?.savedAt && <Status kind="ok">{t('kept')}</Status>
  const titleOf = (seen: string) => choices.find(({ value }) => value === seen)?.title
  return (
    <Form
      of={keeps ? { ...form, submit: both } : form}
      kind={keeps ? 'filled' : 'default'}
      deed={!keptWith && t(keeps ? 'keep.together' : `keep.${side}`)}
      beside={
        <>
          {closed && !kept && (
            <Button
              kind="filled"
              icon={Send}
              busy={open.busy}
              onClick={() => {
                shows.current = true
                form.submit()
              }}
            >
              {t('keepAndOpen')}
            </Button>
          )}
          {!keptWith && justKept}
        </>
      }
    >
      <ChoiceCards
        {...form.field('seen', t(`question.${side}`), {
          at: 'level',
          lack: t('chooseLevel'),
          said: titleOf,
        })}
        optional={false}
        look="rows"
        choices={choices}
      />
      {side === 'mine' && (
        <>
          <TextArea {...form.field('strengths', t('strengths'))} rows={2} />
          <TextArea {...form.field('barriers', t('barriers'))} rows={2} />
        </>
      )}
      {side === 'family' && (
        <TextArea {...form.field('words', t('familyWords'))} hint={t('familyWordsHint')} rows={2} />
      )}
      {side === 'agreed' && (
        <>
          {needsToday(form.values.seen) && (
            <TextArea
              {...form.field('today', t('whatToday'), { lack: t('todayMissing') })}
              optional={false}
              rows={2}
            />
          )}
          <TextArea {...form.field('dissent', t('dissent'))} hint={t('dissentHint')} rows={2} />
        </>
      )}
      {!kept && (
        <AboutWhom
          caseId={family.id}
          form={form}
          whom={whom}
          usual={usual}
          text={wordsOf(form.values, side)}
          opens={entry?.class as OpenClass}
          onceOpen={closed}
        />
      )}
      {keptWith && justKept}
      {open.problem ? <ProblemNotice problem={open.problem} /> : null}
    </Form>
  )
}
