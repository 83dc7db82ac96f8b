import { LogIn, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWhom } from '../../cases/pages/useWhom.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { pageAt, told } from '../../platform/web/address.ts'
import { useParam } from '../../platform/web/place.ts'
import { inMyName, useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { Agenda } from './Agenda.tsx'
import { type Meeting, meetingsApi } from './api.ts'
import { Begin } from './Begin.tsx'
import { CallOff } from './CallOff.tsx'
import { Coming } from './Coming.tsx'
import { Dates } from './Dates.tsx'
import { FixTime } from './FixTime.tsx'
import { InviteGuest } from './InviteGuest.tsx'
import { Minutes } from './Minutes.tsx'
import { People } from './People.tsx'
import { useTitle } from './useTitle.ts'
import { endOf, useWhen } from './when.ts'

/** A meeting before and after it is held: when, where, who, what is talked about; then its minutes. */
export function MeetingPage() {
  const { t } = useTranslation('meetings')
  const query = useAsk(meetingsApi.meeting, { params: { id: useParam('id') } })
  if (query.data) return <Shown meeting={query.data} />
  return (
    <PageFrame tab={t('doors.familyTab')} title={t('page.title')}>
      {query.error ? (
        <ProblemNotice problem={query.error} onRetry={() => query.refetch()} />
      ) : (
        <LoadingRows rows={6} />
      )}
    </PageFrame>
  )
}

function Shown({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const title = useTitle(meeting)
  const when = useWhen()
  const { id, caseId } = meeting
  const isOver = meeting.state === 'sent' || meeting.state === 'approved'
  return (
    <PageFrame
      tab={t('doors.familyTab')}
      title={title}
      sub={[meeting.startsAt ? when(meeting.startsAt) : t('list.noDate'), meeting.place]
        .filter(Boolean)
        .join(' · ')}
      crumbs={
        caseId
          ? [
              { to: '/families', label: t('page.families') },
              { to: pageAt('/families/$id/meetings', { id: caseId }), label: t('list.title') },
              { label: t('page.crumb') },
            ]
          : [
              { to: pageAt('/partnerships/$id', { id: meeting.partnershipId }), label: meeting.partnership },
              { label: t('page.crumb') },
            ]
      }
      actions={
        isOver ? (
          <Button
            kind="filled"
            icon={Printer}
            to={told(inMyName(`/api/meetings/${id}/minutes.pdf`))}
            target="_blank"
          >
            {t('minutes.print')}
          </Button>
        ) : meeting.state === 'goes-on' ? (
          <Button kind="filled" icon={LogIn} to={pageAt('/meetings/$id/table', { id })}>
            {t('page.enter')}
          </Button>
        ) : (
          meeting.state === 'planned' &&
          meeting.startsAt && <Begin meeting={meeting} startsAt={meeting.startsAt} />
        )
      }
    >
      {meeting.state === 'cancelled' && (
        <Note>{t('page.cancelled', { because: meeting.cancelledBecause })}</Note>
      )}
      <Columns
        aside={
          <>
            <When meeting={meeting} />
            <People meeting={meeting} />
          </>
        }
      >
        {isOver ? <Minutes meeting={meeting} /> : <Before meeting={meeting} />}
      </Columns>
    </PageFrame>
  )
}

function Before({ meeting }: { meeting: Meeting }) {
  const me = useSession().worker?.id
  const whom = useWhom(meeting.caseId)
  const invited = meeting.people.some(({ workerId }) => workerId === me)
  const planned = meeting.state === 'planned'
  return (
    <>
      {planned && !meeting.startsAt && <Dates meeting={meeting} />}
      {planned && meeting.startsAt && invited && <Coming meeting={meeting} />}
      <Agenda meeting={meeting} whom={whom} />
      {planned && meeting.iRun && meeting.points.length > 0 && <InviteGuest meeting={meeting} />}
      {planned && meeting.iRun && (
        <>
          <FixTime meeting={meeting} />
          <CallOff meeting={meeting} />
        </>
      )}
    </>
  )
}

function When({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const { clockTime } = useWords()
  const when = useWhen()
  return (
    <PlainSection heading={t('page.when')}>
      <KeyFacts
        facts={[
          {
            label: t('page.time'),
            value: meeting.startsAt ? when(meeting.startsAt) : t('list.noDate'),
            more: meeting.startsAt
              ? t('page.until', {
                  hour: clockTime(endOf({ startsAt: meeting.startsAt, minutes: meeting.minutes })),
                })
              : t('length', { count: meeting.minutes }),
          },
          ...(meeting.place ? [{ label: t('page.place'), value: meeting.place }] : []),
          ...(meeting.link
            ? [{ label: t('page.link'), value: <Link to={told(meeting.link)}>{t('page.join')}</Link> }]
            : []),
          { label: t('page.calledBy'), value: meeting.calledBy },
          ...(meeting.quorum ? [{ label: t('page.quorum'), value: meeting.quorum }] : []),
        ]}
      />
    </PlainSection>
  )
}
