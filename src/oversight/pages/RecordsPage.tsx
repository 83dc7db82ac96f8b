import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { When } from '../../platform/kit/When.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { type OpenedRecord, oversightApi } from './api.ts'
import { codeOf } from './Noted.tsx'
import { OversightFrame } from './OversightFrame.tsx'

/** Which records were asked for, by whom and why: for the officers, and for the head, who notes that they know. */
export function RecordsPage() {
  const { t } = useTranslation('oversight')
  const { worker } = useSession()
  return worker?.oversees ? (
    <OversightFrame tab="records">
      <Records />
    </OversightFrame>
  ) : (
    <PageFrame narrow tab={t('tabs.records')} title={t('tabs.records')} sub={t('records.headSub')}>
      <Records />
    </PageFrame>
  )
}

function Records() {
  const { t } = useTranslation('oversight')
  const query = useAsk(oversightApi.records, {})
  return (
    <Section heading={t('records.heading')}>
      <Loaded query={query} rows={3}>
        {(records) =>
          records.length === 0 ? (
            <EmptyState>{t('records.none')}</EmptyState>
          ) : (
            <Rows>
              {records.map((record) => (
                <Opened key={record.id} record={record} />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Section>
  )
}

function Opened({ record }: { record: OpenedRecord }) {
  const { t } = useTranslation('oversight')
  const { worker } = useSession()
  const deed = useDeed<void>((_, key) =>
    oversightApi.acknowledge({ params: { id: record.id }, body: {}, key }),
  )
  return (
    <Row
      lead={<When at={record.since} />}
      title={`${t(`purpose.${record.purpose}`)}: ${record.reason}`}
      sub={
        <>
          {record.worker} · {t('place', { kind: record.kind, code: codeOf(record) })}
          <ProblemNotice problem={deed.problem} />
        </>
      }
      end={
        <>
          {record.open ? (
            record.mine ? (
              <Button size="small" to={pageAt('/oversight/records/$id', { id: record.id })}>
                {t('records.read')}
              </Button>
            ) : (
              <Status kind="question">{t('records.open')}</Status>
            )
          ) : (
            <Status kind="declined">{t('records.ended')}</Status>
          )}
          {record.seenAt ? (
            <Status kind="ok">{t('records.headKnows')}</Status>
          ) : (
            worker?.isHead && (
              <Button size="small" busy={deed.busy} onClick={() => deed.run()}>
                {t('records.know')}
              </Button>
            )
          )}
        </>
      }
    />
  )
}
