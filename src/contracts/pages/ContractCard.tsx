import { Check, FileText, Printer, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status, type StatusKind } from '../../platform/kit/Status.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { mayBeEmpty } from '../contract.ts'
import { Actions } from './Actions.tsx'
import { contractsApi, type Overview, type SocialContract } from './api.ts'
import { BeforePrinting } from './BeforePrinting.tsx'
import { wordsOf } from './ContractWords.tsx'
import { FromBasket } from './FromBasket.tsx'
import { LeftOutOf } from './LeftOutOf.tsx'
import { reviewOf } from './nextReview.ts'
import { Signatures } from './Signatures.tsx'

const look: Record<SocialContract['state'], StatusKind> = {
  draft: 'question',
  printed: 'wait',
  signed: 'wait',
  approved: 'ok',
  amended: 'question',
  ended: 'declined',
}

/** One social contract: where it stands, its words, who signed, its actions and what came of them. */
export function ContractCard({
  family,
  overview,
  contract,
}: {
  family: Family
  overview: Overview
  contract: SocialContract
}) {
  const { t } = useTranslation('contracts')
  const { longDate } = useWords()
  const [changing, setChanging] = useState(false)
  const may = family.may.includes('coordinate') && !family.closedAt
  const review = reviewOf(contract, overview.reviews)
  return (
    <Section
      heading={t('contract', { type: contract.type, no: contract.number })}
      more={
        <Status kind={look[contract.state]} pill>
          {t(`states.${contract.state}`)}
        </Status>
      }
    >
      {contract.sentBack && (
        <div style={{ paddingBottom: 14 }}>
          <Note>
            <b className="m">{t('cameBack.title')}</b>
            <br />
            <span style={{ whiteSpace: 'pre-line' }}>{contract.sentBack.reason}</span>
            <br />
            <span className="sm muted">
              {t('cameBack.from', { name: contract.sentBack.by, day: longDate(contract.sentBack.on) })}.{' '}
              {t('cameBack.next')}
            </span>
          </Note>
        </div>
      )}
      <KeyFacts
        across
        facts={[
          {
            label: t('period'),
            value: t('fromTo', { from: longDate(contract.from), to: longDate(contract.to) }),
          },
          ...(review === undefined
            ? []
            : [{ label: t('reviewOn'), value: review ? longDate(review) : t('noReview') }]),
          { label: t('socialWorker'), value: contract.socialWorker.name },
        ]}
      />
      {/* What is being written is not on paper yet: first it is kept, or left. */}
      {!changing && (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, padding: '12px 0' }}>
          <Button icon={Printer} to={`/api/cases/${family.id}/contracts/${contract.id}/form.pdf`}>
            {t(contract.state === 'draft' ? 'preview' : 'printed')}
          </Button>
          {may && <NextDeed family={family} contract={contract} />}
          {contract.iMayApprove && <Approve contract={contract} />}
        </div>
      )}
      {may && !changing && <FromBasket family={family} contract={contract} fresh={overview.freshVersion} />}
      <Signatures family={family} contract={contract} may={may} />
      <LeftOutOf family={family} paper={contract.id} />
      <Actions family={family} contract={contract} />
      {may && contract.state === 'draft' ? (
        <BeforePrinting
          family={family}
          overview={overview}
          contract={contract}
          changing={changing}
          onChanging={setChanging}
        />
      ) : (
        <Explain question={t('wordsOfContract')}>
          <Words contract={contract} />
        </Explain>
      )}
      {contract.hash && (
        <Explain question={t('hash')}>
          <p className="sm">{t('hashMeans')}</p>
          <p className="xs muted" style={{ marginTop: 4, overflowWrap: 'anywhere' }}>
            {contract.hash}
          </p>
        </Explain>
      )}
    </Section>
  )
}

function NextDeed({ family, contract }: { family: Family; contract: SocialContract }) {
  const { t } = useTranslation('contracts')
  const params = { id: family.id, contractId: contract.id }
  const { list } = useWords()
  const unsaid = mayBeEmpty[contract.type].filter(
    (part) => !contract[part] && !contract.saidNothing.includes(part),
  )
  const print = useDeed((saidNothing: typeof unsaid, key) =>
    contractsApi.printContract({
      params,
      body: { fileId: newId(), saidNothing },
      version: contract.version,
      key,
    }),
  )
  const back = useDeed((_: 'back', key) =>
    contractsApi.takeBackPrint({ params, version: contract.version, key }),
  )
  const problem = print.problem ?? back.problem
  return (
    <>
      {contract.state === 'draft' && (
        <>
          <Button kind="filled" icon={FileText} busy={print.busy} onClick={() => print.run(unsaid)}>
            {t(unsaid.length ? 'nothing.print' : 'printForSigning')}
          </Button>
          {unsaid.length > 0 && (
            <p className="sm" style={{ flexBasis: '100%' }}>
              {t('nothing.fields', { fields: list(unsaid.map((part) => `„${t(`words.${part}`)}”`)) })}
            </p>
          )}
        </>
      )}
      {contract.state === 'printed' && contract.signatures.every((each) => !each.signedOn) && (
        <Button kind="quiet" busy={back.busy} onClick={() => back.run('back')}>
          {t('takeBack')}
        </Button>
      )}
      {contract.state === 'approved' && <EndContract family={family} contract={contract} />}
      {problem ? <ProblemNotice problem={problem} /> : null}
    </>
  )
}

function EndContract({ family, contract }: { family: Family; contract: SocialContract }) {
  const { t } = useTranslation('contracts')
  const [ending, setEnding] = useState(false)
  const form = useForm(contractsApi.end, {
    params: { id: family.id, contractId: contract.id },
    start: () => ({ because: '' }),
    draft: `contract/${contract.id}/end`,
    asks: true,
  })
  if (!ending)
    return (
      <Button kind="quiet" onClick={() => setEnding(true)}>
        {t('end')}
      </Button>
    )
  return (
    <Form
      of={form}
      kind="danger"
      deed={t('endNow')}
      beside={
        <Button kind="quiet" onClick={() => setEnding(false)}>
          {t('cancel')}
        </Button>
      }
    >
      <TextArea {...form.field('because', t('endWhy'), { lack: t('endWhyMissing') })} rows={2} />
      <ConfirmDialog {...form.confirm} title={t('ending.title')} deed={t('endNow')} danger>
        {t('ending.means')}
      </ConfirmDialog>
    </Form>
  )
}

/** The head approves, once asked, or sends it back with a reason; afterwards the paper is there to be signed. */
function Approve({ contract }: { contract: SocialContract }) {
  const { t } = useTranslation('contracts')
  const [way, setWay] = useState<'approve' | 'back' | null>(null)
  const approve = useDeed(
    (_: 'approve', key) =>
      contractsApi.approve({ params: { id: contract.id }, version: contract.version, key }),
    () => setWay(null),
  )
  const form = useForm(contractsApi.sendBack, {
    params: { id: contract.id },
    start: () => ({ id: newId(), reason: '' }),
    draft: `contract/${contract.id}/send-back`,
    version: contract.version,
  })
  if (way === 'back')
    return (
      <Form
        of={form}
        deed={t('sendBack.deed')}
        beside={
          <Button kind="quiet" onClick={() => setWay(null)}>
            {t('sendBack.cancel')}
          </Button>
        }
      >
        <TextArea
          {...form.field('reason', t('sendBack.what'), { lack: t('sendBack.missing') })}
          hint={t('sendBack.hint')}
          rows={3}
        />
      </Form>
    )
  return (
    <>
      <Button kind="filled" icon={Check} onClick={() => setWay('approve')}>
        {t('approve')}
      </Button>
      <Button icon={Undo2} onClick={() => setWay('back')}>
        {t('sendBack.open')}
      </Button>
      <ConfirmDialog
        open={way === 'approve'}
        title={t('approving.title')}
        deed={t('approve')}
        busy={approve.busy}
        problem={approve.problem}
        onConfirm={() => approve.run('approve')}
        onClose={() => setWay(null)}
      >
        {t('approving.means')}
      </ConfirmDialog>
    </>
  )
}

function Words({ contract }: { contract: SocialContract }) {
  const { t } = useTranslation('contracts')
  return (
    <KeyFacts
      facts={wordsOf(contract.type)
        .filter((part) => contract[part])
        .map((part) => ({
          label: t(`words.${part}`),
          value: <span style={{ whiteSpace: 'pre-line' }}>{contract[part]}</span>,
        }))}
    />
  )
}
