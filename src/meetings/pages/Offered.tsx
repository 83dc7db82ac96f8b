import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Whom } from '../../cases/pages/useWhom.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { type Meeting, meetingsApi } from './api.ts'
import { useNumbers } from './useNumbers.ts'
import { useSource } from './useSource.ts'

type Thing = Awaited<ReturnType<typeof meetingsApi.offered>>[number]

/** What is open there: one tap puts it on the agenda. */
export function Offered({ meeting, whom }: { meeting: Meeting; whom: Whom | null }) {
  const { t } = useTranslation('meetings')
  const source = useSource()
  const { data } = useAsk(meetingsApi.offered, { params: { id: meeting.id } })
  const words = useNumbers(meeting.partnershipId, data)
  const called = (thing: Thing) => words(thing) ?? t(`source.what.${thing.kind}`)
  const put = useDeed((thing: Thing, key) =>
    meetingsApi.putPoint({
      params: { id: meeting.id },
      body: { id: newId(), what: called(thing), minutes: 10, source: { kind: thing.kind, id: thing.id } },
      key,
    }),
  )
  if (!data?.length) return null
  return (
    <Explain question={t('agenda.offered', { count: data.length })}>
      <Rows>
        {data.map((thing) => (
          <Row
            key={`${thing.kind}/${thing.id}`}
            title={called(thing)}
            sub={[source(thing.kind, thing.on), thing.class !== 'team' && whom?.beside(thing.about)]
              .filter(Boolean)
              .join(' · ')}
            end={
              <Button
                size="small"
                icon={Plus}
                busy={put.trying?.id === thing.id}
                onClick={() => put.run(thing)}
                aria-label={t('agenda.takeNamed', { what: called(thing) })}
              >
                {t('agenda.take')}
              </Button>
            }
          />
        ))}
      </Rows>
      <ProblemNotice problem={put.problem} />
    </Explain>
  )
}
