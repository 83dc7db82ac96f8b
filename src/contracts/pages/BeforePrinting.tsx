import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { mayBeEmpty } from '../contract.ts'
import { contractsApi, type Overview, type SocialContract, type Suggestion } from './api.ts'
import { ContractWords, type Part, wordsIn, wordsOf } from './ContractWords.tsx'
import { useLeftOut } from './LeftOutOf.tsx'
import { WhoAndWhen } from './WhoAndWhen.tsx'

type Props = { family: Family; overview: Overview; contract: SocialContract }
type Changing = { changing: boolean; onChanging: (changing: boolean) => void }

/** What will stand on the paper of a draft, word for word, what it would have a dash for, and the way to mend either. */
export function BeforePrinting({ changing, onChanging, ...props }: Props & Changing) {
  const { family, contract } = props
  const { t } = useTranslation('contracts')
  if (changing) return <ChangeDraft {...props} onDone={() => onChanging(false)} />
  return (
    <>
      <h3 style={{ marginTop: 16 }}>{t('wordsOfContract')}</h3>
      <p className="sm muted">{t('readThem')}</p>
      <KeyFacts
        facts={wordsOf(contract.type).map((part) => ({
          label: t(`words.${part}`),
          value: contract[part] ? (
            <span style={{ whiteSpace: 'pre-line' }}>{contract[part]}</span>
          ) : (
            <Empty part={part} {...props} />
          ),
        }))}
      />
      <div style={{ padding: '10px 0' }}>
        <Button onClick={() => onChanging(true)}>{t('changeWords')}</Button>
      </div>
      <Lacks family={family} contract={contract} />
    </>
  )
}

/** A field without words: asked for, or said to hold nothing. */
function Empty({ family, contract, part }: Omit<Props, 'overview'> & { part: Part }) {
  const { t } = useTranslation('contracts')
  const { saidNothing, from, to, reviewOn, version } = contract
  const asked = mayBeEmpty[contract.type].find((each) => each === part)
  const say = useDeed((nothing: SocialContract['saidNothing'][number], key) =>
    contractsApi.changeDraft({
      params: { id: family.id, contractId: contract.id },
      body: {
        ...wordsIn(contract),
        saidNothing: [...saidNothing, nothing],
        socialWorkerId: contract.socialWorker.id,
        from,
        to,
        reviewOn,
      },
      version,
      key,
    }),
  )
  if (!asked) return <span className="late">{t('emptyWords')}</span>
  if (saidNothing.includes(asked)) return <span className="muted">{t('nothing.said')}</span>
  return (
    <>
      <span className="late">{t('nothing.ask')}</span>{' '}
      <Button
        size="small"
        busy={say.busy}
        aria-label={t('nothing.named', { field: t(`words.${part}`) })}
        onClick={() => say.run(asked)}
      >
        {t('nothing.deed')}
      </Button>
      <ProblemNotice problem={say.problem} />
    </>
  )
}

function Lacks({ family, contract }: Omit<Props, 'overview'>) {
  const { t } = useTranslation('contracts')
  const { list } = useWords()
  const lacks = useLeftOut(family.id).data?.lacks[contract.id] ?? []
  const named = (what: 'pesel' | 'address') =>
    list(lacks.filter((each) => each.what === what).map(({ name }) => name))
  if (!lacks.length) return null
  return (
    <Note gap>
      {named('pesel') && <p>{t('lacks.pesel', { names: named('pesel') })}</p>}
      {named('address') && <p>{t('lacks.address', { names: named('address') })}</p>}
      <p>
        <Link to={pageAt('/families/$id/household', { id: family.id })}>{t('lacks.add')}</Link>
      </p>
    </Note>
  )
}

function ChangeDraft(props: Props & { onDone: () => void }) {
  const query = useAsk(contractsApi.suggestion, { params: { id: props.family.id } })
  return (
    <Loaded query={query} rows={6}>
      {(suggestion) => <ChangeForm {...props} sources={suggestion.sources} />}
    </Loaded>
  )
}

function ChangeForm({
  family,
  overview,
  contract,
  sources,
  onDone,
}: Props & { sources: Suggestion['sources']; onDone: () => void }) {
  const { t } = useTranslation('contracts')
  const form = useForm(contractsApi.changeDraft, {
    params: { id: family.id, contractId: contract.id },
    start: () => ({
      ...wordsIn(contract),
      socialWorkerId: contract.socialWorker.id as string | null,
      from: contract.from as string | null,
      to: contract.to as string | null,
      reviewOn: contract.reviewOn as string | null,
    }),
    draft: `contract/${contract.id}/words`,
    version: contract.version,
    onDone,
  })
  return (
    <Form
      of={form}
      deed={t('keepWords')}
      beside={
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      }
    >
      <ContractWords form={form} type={contract.type} sources={sources} />
      <WhoAndWhen form={form} workers={overview.socialWorkers} />
    </Form>
  )
}
