import { Navigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status, type StatusKind } from '../../platform/kit/Status.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAsked } from '../../platform/web/place.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type Line, partnershipsApi } from './api.ts'

/** The partnerships of my institution: a county worker has many, most people one, and go straight to it. */
export function PartnershipsPage() {
  const { t } = useTranslation('partnerships')
  const { worker } = useSession()
  const all = useAsked('all')
  const query = useAsk(partnershipsApi.partnerships, {})
  const exits = useAsk(partnershipsApi.left, {}, { enabled: worker?.isHead ?? false })
  if (!all && query.data?.length === 1)
    return <Navigate to={pageAt('/partnerships/$id', { id: query.data[0]!.id }) as never} replace />
  return (
    <PageFrame
      tab={t('list.title')}
      title={t('list.title')}
      sub={t('list.sub')}
      actions={
        worker?.isHead && (
          <Button kind="filled" icon={Plus} to="/partnerships/new">
            {t('found.deed')}
          </Button>
        )
      }
    >
      <Columns>
        <Section heading={t('list.mine')} {...(query.data && { count: query.data.length })}>
          <Loaded query={query}>
            {(lines) =>
              lines.length === 0 ? (
                <EmptyState>{t(worker?.isHead ? 'list.emptyHead' : 'list.empty')}</EmptyState>
              ) : (
                <Rows>
                  {lines.map((line) => (
                    <PartnershipRow line={line} key={line.id} />
                  ))}
                </Rows>
              )
            }
          </Loaded>
        </Section>
        {exits.data && exits.data.length > 0 && (
          <Section heading={t('list.left')}>
            <Rows>
              {exits.data.map(({ membershipId, leftOn }) => (
                <ExitRow key={membershipId} membershipId={membershipId} leftOn={leftOn} />
              ))}
            </Rows>
          </Section>
        )}
      </Columns>
    </PageFrame>
  )
}

function PartnershipRow({ line }: { line: Line }) {
  const { t } = useTranslation('partnerships')
  return (
    <Row
      title={line.name}
      to={pageAt('/partnerships/$id', { id: line.id })}
      sub={[
        line.area.map(({ name }) => name).join(', '),
        line.iLead ? t('list.weLead') : t('list.leads', { name: line.leadingInstitution.name }),
      ]
        .filter(Boolean)
        .join(' · ')}
      end={<Standing line={line} />}
    />
  )
}

/** How things stand between my institution and the partnership: what waits comes before what is in order. */
function Standing({ line }: { line: Line }) {
  const { t } = useTranslation('partnerships')
  const [kind, word]: [StatusKind, string] =
    line.mine === 'invited'
      ? ['wait', t('standing.invited')]
      : line.mine === 'suspended'
        ? ['asked', t('standing.suspended')]
        : line.state === 'ended'
          ? ['late', t('state.ended')]
          : line.state === 'suspended'
            ? ['asked', t('state.suspended')]
            : line.state === 'founding'
              ? ['wait', t('state.founding')]
              : ['ok', t('facts.members', { count: line.members })]
  return <Status kind={kind}>{word}</Status>
}

function ExitRow({ membershipId, leftOn }: { membershipId: string; leftOn: string }) {
  const { t } = useTranslation('partnerships')
  const { longDate } = useWords()
  return (
    <Row
      title={t('handover.title')}
      to={pageAt('/partnerships/handover/$membershipId', { membershipId })}
      sub={t('handover.leftOn', { day: longDate(leftOn) })}
    />
  )
}
