import { CalendarPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Family, FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { Topics } from '../../worklist/pages/Topics.tsx'
import { meetingsApi } from './api.ts'
import { MeetingRows } from './MeetingRows.tsx'

/** Meetings about a family: those to come, and the minutes of those that were. */
export function FamilyMeetingsPage() {
  const { t } = useTranslation('meetings')
  return (
    <FamilyFrame
      part="meetings"
      sub={t('list.sub')}
      actions={(family) =>
        !family.closedAt && (
          <Button
            kind="filled"
            icon={CalendarPlus}
            to={pageAt('/families/$id/meetings/new', { id: family.id })}
          >
            {t('call.deed')}
          </Button>
        )
      }
    >
      {(family) => (
        <Stack>
          <Meetings family={family} />
          <Topics placeId={family.id} />
        </Stack>
      )}
    </FamilyFrame>
  )
}

function Meetings({ family }: { family: Family }) {
  const { t } = useTranslation('meetings')
  const query = useAsk(meetingsApi.ofCase, { params: { id: family.id } })
  return (
    <Section heading={t('list.title')}>
      <Loaded query={query}>
        {(meetings) =>
          meetings.length ? <MeetingRows meetings={meetings} /> : <EmptyState>{t('list.empty')}</EmptyState>
        }
      </Loaded>
    </Section>
  )
}
