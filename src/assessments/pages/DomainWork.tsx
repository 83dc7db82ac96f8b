import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { Tabs } from '../../platform/kit/Tabs.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { type Assessment, assessmentsApi } from './api.ts'

type Side = 'mine' | 'family' | 'agreed'
type Anchor = { level: number; pl: string; en: string }

/** Work on one life domain: how we see it, how the family does, and what was agreed. */
export function DomainWork({
  family,
  assessment,
  domain,
}: {
  family: Family
  assessment: Assessment
  domain: string
}) {
  const { t } = useTranslation('assessments')
  const { entries } = useCodes()
  const [side, setSide] = useState<Side>('mine')
  const safety = entries('assessments.life_domain').find(({ code }) => code === domain)?.class === 'violence'
  const sides: Side[] = safety
    ? ['mine']
    : family.may.includes('coordinate')
      ? ['mine', 'family', 'agreed']
      : ['mine', 'family']
  return (
    <>
      {safety && <Note>{t('safety')}</Note>}
      {sides.length > 1 && (
        <Tabs
          label={t('sides')}
          current={side}
          onChoose={(key) => setSide(key as Side)}
          tabs={sides.map((key) => ({ key, label: t(`side.${key}`) }))}
        />
      )}
      <SeenForm key={side} family={family} assessment={assessment} domain={domain} side={side} />
    </>
  )
}

function SeenForm({
  family,
  assessment,
  domain,
  side,
}: {
  family: Family
  assessment: Assessment
  domain: string
  side: Side
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
  const [id] = useState(() => known?.id ?? newId())
  const draft = useFormDraft(`assessment/${assessment.id}/${domain}/${side}`, {
    seen: known ? (known.level ? String(known.level) : known.withoutLevel) : null,
    strengths: view?.strengths ?? '',
    barriers: view?.barriers ?? '',
    words: view?.words ?? '',
    today: agreed?.today ?? '',
    dissent: agreed?.dissent ?? '',
  })
  const { values, change } = draft
  const { seen, strengths, barriers, words, today, dissent } = values
  const [tried, setTried] = useState(false)
  const params = { id: family.id, assessmentId: assessment.id }
  const level =
    seen && /^[1-5]$/.test(seen)
      ? { level: Number(seen) }
      : { withoutLevel: seen as 'does_not_concern' | 'unknown' }
  const keep = useDeed(
    (_: object, key) =>
      side === 'agreed'
        ? assessmentsApi.agree({
            params: { ...params, agreedId: id },
            body: { domain, ...level, today, dissent },
            key,
            ...(known && { version: known.version }),
          })
        : assessmentsApi.enterView({
            params: { ...params, viewId: id },
            body: { domain, byFamily: side === 'family', ...level, strengths, barriers, words },
            key,
            ...(known && { version: known.version }),
          }),
    draft.settle,
  )
  const language = i18n.language === 'en' ? 'en' : 'pl'
  const choices = [
    ...anchors.map((anchor) => ({
      value: String(anchor.level),
      title: `${anchor.level}. ${anchor[language]}`,
    })),
    { value: 'does_not_concern', title: t('without.does_not_concern') },
    { value: 'unknown', title: t('without.unknown') },
  ]
  const needsToday = side === 'agreed' && seen === '1' && Boolean(entry?.needsTodayAtOne)
  return (
    <OldForm
      problem={keep.problem}
      onSubmit={() => {
        setTried(true)
        if (seen && !(needsToday && today.trim().length < 2)) keep.run(values)
      }}
      actions={
        <>
          <Button type="submit" busy={keep.busy}>
            {t(`keep.${side}`)}
          </Button>
          {keep.done && !keep.busy && !draft.savedAt && <Status kind="ok">{t('kept')}</Status>}
          <DraftLine draft={draft} />
        </>
      }
    >
      <ChoiceCards
        look="rows"
        label={t(`question.${side}`)}
        value={seen}
        onChange={(chosen) => change({ seen: chosen })}
        choices={choices}
        error={tried && !seen && t('chooseLevel')}
      />
      {side === 'mine' && (
        <>
          <TextArea
            label={t('strengths')}
            optional
            rows={2}
            maxLength={2000}
            value={strengths}
            onChange={(typed) => change({ strengths: typed })}
          />
          <TextArea
            label={t('barriers')}
            optional
            rows={2}
            maxLength={2000}
            value={barriers}
            onChange={(typed) => change({ barriers: typed })}
          />
        </>
      )}
      {side === 'family' && (
        <TextArea
          label={t('familyWords')}
          hint={t('familyWordsHint')}
          optional
          rows={2}
          maxLength={1000}
          value={words}
          onChange={(typed) => change({ words: typed })}
        />
      )}
      {side === 'agreed' && (
        <>
          {needsToday && (
            <TextArea
              label={t('whatToday')}
              rows={2}
              maxLength={1000}
              value={today}
              onChange={(typed) => change({ today: typed })}
              error={tried && today.trim().length < 2 && t('todayMissing')}
            />
          )}
          <TextArea
            label={t('dissent')}
            hint={t('dissentHint')}
            optional
            rows={2}
            maxLength={2000}
            value={dissent}
            onChange={(typed) => change({ dissent: typed })}
          />
        </>
      )}
    </OldForm>
  )
}
