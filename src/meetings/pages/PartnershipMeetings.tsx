import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { pageAt } from '../../platform/web/address.ts'
import type { PartnershipPartProps } from '../../platform/web/door.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { Topics } from '../../worklist/pages/Topics.tsx'
import { meetingsApi } from './api.ts'
import { MeetingRows } from './MeetingRows.tsx'

/** Meetings of a partnership, on its page. */
export function PartnershipMeetings({ id }: PartnershipPartProps) {
  const { t } = useTranslation('meetings')
  const query = useAsk(meetingsApi.ofPartnership, { params: { id } })
  return (
    <Stack>
      <Section
        heading={t('list.title')}
        more={<Link to={pageAt('/partnerships/$id/meetings/new', { id })}>{t('call.deed')}</Link>}
      >
        <Loaded query={query}>
          {(meetings) =>
            meetings.length ? (
              <MeetingRows meetings={meetings} />
            ) : (
              <EmptyState>{t('list.emptyHere')}</EmptyState>
            )
          }
        </Loaded>
      </Section>
      <Topics placeId={id} />
    </Stack>
  )
}
