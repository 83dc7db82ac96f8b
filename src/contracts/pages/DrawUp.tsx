import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MultiSelectField } from '../../platform/kit/MultiSelectField.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useSession } from '../../platform/web/session.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { contractsApi, type Overview, type SocialContract, type Suggestion } from './api.ts'

/** Draws up plan and contract: everything known is filled in already, the person reads, mends and chooses who signs. */
export function DrawUp(props: {
  family: Family
  overview: Overview
  amends: SocialContract | undefined
  onDone: () => void
}) {
  const query = useQuery({
    queryKey: ['case', props.family.id, 'contract-suggestion'],
    queryFn: () => contractsApi.suggestion({ params: { id: props.family.id } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Loaded query={query} rows={6}>
      {(suggestion) => <DrawUpForm {...props} suggestion={suggestion} />}
    </Loaded>
  )
}

type Words = Pick<
  Suggestion,
  | 'causes'
  | 'possibilities'
  | 'limits'
  | 'barriers'
  | 'mainGoal'
  | 'effects'
  | 'education'
  | 'skills'
  | 'experience'
  | 'earlierAttempts'
>
const forEverybody = ['causes', 'possibilities', 'limits', 'barriers', 'mainGoal', 'effects'] as const
const forB = ['education', 'skills', 'experience', 'earlierAttempts'] as const

function DrawUpForm({
  family,
  overview,
  amends,
  suggestion,
  onDone,
}: {
  family: Family
  overview: Overview
  amends: SocialContract | undefined
  suggestion: Suggestion
  onDone: () => void
}) {
  const { t } = useTranslation('contracts')
  const { worker } = useSession()
  const adults = suggestion.signatories.filter((each) => each.adult)
  const [type, setType] = useState<'A' | 'B'>('A')
  const [who, setWho] = useState<string[]>(adults.map((each) => each.personId))
  const [socialWorkerId, setSocialWorker] = useState<string | null>(
    overview.socialWorkers.find(({ id }) => id === worker?.id)?.id ?? overview.socialWorkers[0]?.id ?? null,
  )
  const [from, setFrom] = useState<string | null>(suggestion.from)
  const [to, setTo] = useState<string | null>(suggestion.to)
  const [reviewOn, setReviewOn] = useState<string | null>(suggestion.reviewOn)
  const [words, setWords] = useState<Words>(amends ?? suggestion)
  const [tried, setTried] = useState(false)
  const [ids] = useState(() => ({ contract: newId(), plan: newId() }))
  const wrong = {
    who: who.length === 0 || (type === 'B' && who.length !== 1),
    worker: !socialWorkerId,
    from: !from,
    to: !to,
    review: !reviewOn,
  }
  const draw = useDeed(
    (_: object, key) =>
      contractsApi.drawUp({
        params: { id: family.id },
        key,
        body: {
          ...Object.fromEntries([...forEverybody, ...forB].map((part) => [part, words[part]])),
          id: ids.contract,
          planId: ids.plan,
          versionId: overview.freshVersion!.id,
          type,
          socialWorkerId: socialWorkerId!,
          from: from!,
          to: to!,
          reviewOn: reviewOn!,
          signatories: who.map((personId) => ({ id: newId(), personId, part: 'person' as const })),
          ...(amends && { amendsId: amends.id }),
        },
      }),
    onDone,
  )
  return (
    <OldForm
      problem={draw.problem}
      onSubmit={() => {
        setTried(true)
        if (!Object.values(wrong).some(Boolean))
          draw.run({ type, who, socialWorkerId, from, to, reviewOn, words })
      }}
      actions={
        <>
          <Button kind="filled" type="submit" busy={draw.busy}>
            {t('keepDraft')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <ChoiceCards
        label={t('type')}
        value={type}
        onChange={setType}
        choices={[
          { value: 'A', title: t('types.A.title'), sub: t('types.A.sub') },
          { value: 'B', title: t('types.B.title'), sub: t('types.B.sub') },
        ]}
      />
      <MultiSelectField
        label={t('whoSigns')}
        hint={t('whoSignsHint')}
        options={suggestion.signatories.map((each) => ({ value: each.personId, label: each.name }))}
        value={who}
        onChange={setWho}
        error={tried && wrong.who && t(type === 'B' ? 'onePerson' : 'somebody')}
      />
      <SelectField
        label={t('socialWorker')}
        options={overview.socialWorkers.map((each) => ({ value: each.id, label: each.name }))}
        value={socialWorkerId}
        onChange={setSocialWorker}
        error={tried && wrong.worker && t('socialWorkerMissing')}
      />
      <FieldRow>
        <DateField
          label={t('begins')}
          value={from}
          onChange={setFrom}
          error={tried && wrong.from && t('dayMissing')}
        />
        <DateField
          label={t('ends')}
          value={to}
          onChange={setTo}
          error={tried && wrong.to && t('dayMissing')}
        />
        <DateField
          label={t('reviewOn')}
          value={reviewOn}
          onChange={setReviewOn}
          error={tried && wrong.review && t('dayMissing')}
        />
      </FieldRow>
      {[...forEverybody, ...(type === 'B' ? forB : [])].map((part) => (
        <TextArea
          key={part}
          label={t(`words.${part}`)}
          hint={words[part] === suggestion[part] && words[part] ? t('takenOver') : undefined}
          rows={3}
          maxLength={2000}
          value={words[part]}
          onChange={(value) => setWords({ ...words, [part]: value })}
        />
      ))}
    </OldForm>
  )
}
