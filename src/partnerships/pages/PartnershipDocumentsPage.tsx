import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { InstitutionTile } from '../../institutions/pages/InstitutionTile.tsx'
import { filesApi } from '../../platform/files/pages/filesApi.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FileField } from '../../platform/kit/FileField.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { pathOf } from '../../platform/web/client.ts'
import { newId } from '../../platform/web/newId.ts'
import { formOf } from '../../platform/web/request.ts'
import { inMyName } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { partnershipsContract } from '../contract.ts'

import { type Agreement, addScan, type Partnership, partnershipsApi } from './api.ts'

import { GivenFields, givenHere, scanOf } from './GivenFields.tsx'
import { PartnershipFrame } from './PartnershipFrame.tsx'
import styles from './PartnershipPage.module.css'

/** The agreements with their signatures, and the papers of the partnership. */
export function PartnershipDocumentsPage() {
  const { t } = useTranslation('partnerships')
  return (
    <PartnershipFrame
      tab="documents"
      actions={({ id, iLead }) =>
        iLead && <Button to={pageAt('/partnerships/$id/agreement', { id })}>{t('steps.draftDeed')}</Button>
      }
    >
      {(partnership) => (
        <div className={styles.stack}>
          <Agreements partnership={partnership} />
          <Papers partnershipId={partnership.id} />
        </div>
      )}
    </PartnershipFrame>
  )
}

function Agreements({ partnership }: { partnership: Partnership }) {
  const { t } = useTranslation('partnerships')
  const { id } = partnership
  const query = useAsk(partnershipsApi.agreements, { params: { id } })
  if (!query.data?.length)
    return (
      <Section heading={t('agreement.word')}>
        <Loaded query={query}>{() => <EmptyState>{t('agreement.noneYet')}</EmptyState>}</Loaded>
      </Section>
    )
  return query.data.map((agreement, index) => (
    <AgreementCard
      key={agreement.id}
      agreement={agreement}
      partnership={partnership}
      // An older draft was replaced by a newer one.
      replaced={!agreement.inForceSince && query.data.findIndex((each) => !each.inForceSince) !== index}
    />
  ))
}

function AgreementCard({
  agreement,
  partnership,
  replaced,
}: {
  agreement: Agreement
  partnership: Partnership
  replaced: boolean
}) {
  const { t } = useTranslation('partnerships')
  const { longDate, numericDate } = useWords()
  const resume = useDeed<void>((_, key) =>
    partnershipsApi.resumeAgreement({ params: { id: agreement.id }, body: {}, key }),
  )
  const mine = agreement.parties.find((party) => party.mine)
  const waits = agreement.parties.filter(({ signedOn, founding }) => founding && !signedOn).length
  const status = replaced
    ? (['declined', 'agreement.replaced'] as const)
    : agreement.ended
      ? (['declined', 'state.ended'] as const)
      : agreement.suspension
        ? (['asked', 'state.suspended'] as const)
        : agreement.inForceSince
          ? (['ok', 'state.in_force'] as const)
          : (['wait', 'agreement.waits'] as const)
  return (
    <Section
      heading={agreement.number ? t('agreement.numbered', { number: agreement.number }) : t('agreement.word')}
      more={<Status kind={status[0]}>{t(status[1], { count: waits })}</Status>}
    >
      <p className="sm muted" style={{ marginBottom: 8 }}>
        {t('agreement.holds', { from: longDate(agreement.from), to: longDate(agreement.to) })} ·{' '}
        {t('agreement.answers', {
          urgent: agreement.answerDays.urgent,
          usual: agreement.answerDays.usual,
        })}
      </p>
      <Rows>
        {agreement.parties
          .filter(({ founding, signedOn }) => founding || signedOn)
          .map((party) => (
            <Row
              key={party.institutionId}
              tile={<InstitutionTile kind={party.kind} />}
              title={party.name}
              sub={!party.founding && t('agreement.acceded')}
              end={
                party.signedOn ? (
                  <>
                    <Status kind="ok">{t('agreement.signed', { day: numericDate(party.signedOn) })}</Status>
                    {party.fileId && (
                      <a href={inMyName(`/api/files/${party.fileId}`)} target="_blank" rel="noreferrer">
                        {t('papers.scan')}
                      </a>
                    )}
                  </>
                ) : (
                  <Status kind="wait">{t('agreement.notSigned')}</Status>
                )
              }
            />
          ))}
      </Rows>
      {mine &&
        !mine.signedOn &&
        partnership.iSign &&
        ['declared', 'member'].includes(partnership.mine ?? '') &&
        !replaced &&
        !agreement.ended && <Signature agreement={agreement} partnershipId={partnership.id} />}
      {agreement.endedEarly && (
        <p style={{ marginTop: 12 }}>
          {t('agreement.endedEarly', {
            day: longDate(agreement.endedEarly.decidedOn),
            reason: agreement.endedEarly.reason,
          })}
        </p>
      )}
      {agreement.suspension && (
        <p style={{ marginTop: 12 }}>
          {t('agreement.suspendedFor', {
            day: longDate(agreement.suspension.decidedOn),
            until: agreement.suspension.until ? longDate(agreement.suspension.until) : 'none',
            reason: agreement.suspension.reason,
          })}
        </p>
      )}
      <ProblemNotice problem={resume.problem} />
      <p style={{ marginTop: 12, display: 'flex', flexWrap: 'wrap', gap: 10 }}>
        <Button
          icon={FileText}
          size="small"
          to={pathOf(partnershipsContract.agreementDocument, { params: { id: agreement.id } })}
        >
          {t('papers.open')}
        </Button>
        {agreement.endedEarly && (
          <Button
            icon={FileText}
            size="small"
            to={pathOf(partnershipsContract.agreementEndDocument, { params: { id: agreement.id } })}
          >
            {t('papers.agreementEnd')}
          </Button>
        )}
        {partnership.iLead &&
          partnership.iSign &&
          agreement.inForceSince &&
          !agreement.ended &&
          !agreement.endedEarly && (
            <Button
              size="small"
              to={pageAt('/partnerships/$id/agreements/$agreementId/end', {
                id: partnership.id,
                agreementId: agreement.id,
              })}
            >
              {t('endAgreement.see')}
            </Button>
          )}
        {partnership.iLead &&
          partnership.iSign &&
          agreement.inForceSince &&
          !agreement.ended &&
          (agreement.suspension ? (
            <Button size="small" busy={resume.busy} onClick={() => resume.run()}>
              {t('suspendAgreement.resume')}
            </Button>
          ) : (
            <Button
              size="small"
              to={pageAt('/partnerships/$id/agreements/$agreementId/suspend', {
                id: partnership.id,
                agreementId: agreement.id,
              })}
            >
              {t('suspendAgreement.see')}
            </Button>
          ))}
      </p>
    </Section>
  )
}

function Signature({ agreement, partnershipId }: { agreement: Agreement; partnershipId: string }) {
  const { t } = useTranslation('partnerships')
  const form = useForm(partnershipsApi.sign, {
    params: { id: agreement.id },
    start: givenHere,
    by: async (input, values) => {
      const fileId = await addScan(partnershipId, scanOf(values))
      return partnershipsApi.sign({ ...input, body: { ...input.body, ...(fileId && { fileId }) } })
    },
  })
  return (
    <div style={{ marginTop: 16 }}>
      <Form of={form} deed={t('agreement.sign')}>
        <GivenFields of={form} />
      </Form>
    </div>
  )
}

function Papers({ partnershipId }: { partnershipId: string }) {
  const { t } = useTranslation('partnerships')
  const { longDate, number } = useWords()
  const query = useAsk(filesApi.files, { params: { scopeId: partnershipId } })
  const form = useForm(filesApi.addFile, {
    params: { scopeId: partnershipId },
    start: () => ({ id: newId(), file: [] as File[] }),
    by: (input, { file }) => filesApi.addFile({ ...input, body: formOf(file[0]!) }),
  })
  return (
    <Section heading={t('papers.others')} {...(query.data && { count: query.data.length })}>
      <Loaded query={query}>
        {(papers) =>
          papers.length === 0 ? (
            <EmptyState>{t('papers.none')}</EmptyState>
          ) : (
            <Rows>
              {papers.map((paper) => (
                <Row
                  key={paper.id}
                  title={
                    <a href={inMyName(`/api/files/${paper.id}`)} target="_blank" rel="noreferrer">
                      {paper.name}
                    </a>
                  }
                  sub={t('papers.added', {
                    day: longDate(dayOf(paper.addedAt)),
                    size: number(Math.max(1, Math.round(paper.size / 1024))),
                  })}
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
      <Form of={form} deed={form.values.file.length > 0 && t('papers.add')}>
        <FileField
          {...form.field('file', t('papers.new'))}
          hint={t('papers.newHint')}
          accept=".pdf,.png,.jpg,.jpeg,.webp,.docx,.odt"
        />
      </Form>
    </Section>
  )
}
