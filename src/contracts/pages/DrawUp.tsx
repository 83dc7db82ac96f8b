import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MultiSelectField } from '../../platform/kit/MultiSelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { contractsApi, type Overview, type SocialContract, type Suggestion } from './api.ts'
import { ContractWords, wordsIn } from './ContractWords.tsx'
import { WhoAndWhen } from './WhoAndWhen.tsx'

/** Draws up plan and contract: everything known is filled in already, the person reads, mends and chooses who signs. */
export function DrawUp(props: {
  family: Family
  overview: Overview
  amends: SocialContract | undefined
  onDone: () => void
}) {
  const query = useAsk(
    contractsApi.suggestion,
    { params: { id: props.family.id } },
    { staleTime: Number.POSITIVE_INFINITY },
  )
  return (
    <Loaded query={query} rows={6}>
      {(suggestion) => <DrawUpForm {...props} suggestion={suggestion} />}
    </Loaded>
  )
}

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
  const [signatures] = useState(() =>
    Object.fromEntries(suggestion.signatories.map(({ personId }) => [personId, newId()])),
  )
  const form = useForm(contractsApi.drawUp, {
    params: { id: family.id },
    start: () => ({
      ...wordsIn(amends ?? suggestion),
      commitments: suggestion.commitments,
      consequences: suggestion.consequences,
      id: newId(),
      planId: newId(),
      type: 'A' as 'A' | 'B',
      signatories: suggestion.signatories
        .filter(({ livesHere }, _, all) => livesHere || all.every((each) => !each.livesHere))
        .map(({ personId }) => personId),
      socialWorkerId: (overview.socialWorkers.find(({ id }) => id === worker?.id)?.id ??
        overview.socialWorkers[0]?.id ??
        null) as string | null,
      from: suggestion.from as string | null,
      to: suggestion.to as string | null,
      reviewOn: suggestion.reviewOn as string | null,
    }),
    draft: `contract/${amends?.id ?? overview.freshVersion?.id}/draw-up`,
    body: ({ signatories, ...values }) => ({
      ...values,
      versionId: overview.freshVersion?.id,
      signatories: signatories.map((personId) => ({
        id: signatures[personId],
        personId,
        part: 'person' as const,
      })),
      amendsId: amends?.id,
    }),
    faults: ({ type, signatories }) => ({
      signatories: type === 'B' && signatories.length !== 1 && t('onePerson'),
    }),
    onDone,
  })
  const { type } = form.values
  return (
    <Form
      of={form}
      deed={t('keepDraft')}
      beside={
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      }
    >
      <ChoiceCards
        {...form.field('type', t('type'))}
        choices={[
          { value: 'A', title: t('types.A.title'), sub: t('types.A.sub') },
          { value: 'B', title: t('types.B.title'), sub: t('types.B.sub') },
        ]}
      />
      <MultiSelectField
        {...form.field('signatories', t('whoSigns'), { lack: t('somebody') })}
        hint={t('whoSignsHint')}
        options={suggestion.signatories.map((each) => ({
          value: each.personId,
          label: each.livesHere ? each.name : t('livesElsewhere', { name: each.name }),
        }))}
      />
      <WhoAndWhen form={form} workers={overview.socialWorkers} />
      <p className="sm muted">{t('filledIn')}</p>
      <ContractWords form={form} type={type} sources={suggestion.sources} />
      <TextArea {...form.field('commitments', t('commitmentsOfAll'))} hint={t('usualWords')} rows={3} />
      <TextArea {...form.field('consequences', t('whenNotKept'))} hint={t('usualWords')} rows={3} />
    </Form>
  )
}
