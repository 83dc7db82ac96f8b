import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import type { PartnershipPartProps } from '../../platform/web/door.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { messagesApi } from './api.ts'
import { MatterRows } from './MatterRows.tsx'

/** What is talked over in a partnership, of which I read something. */
export function PartnershipConversations({ id }: PartnershipPartProps) {
  const { t } = useTranslation('messages')
  const query = useAsk(messagesApi.conversations, { query: { place: id, limit: 10 } })
  return (
    <Section
      heading={t('list.title')}
      more={
        <Button size="small" to={pageAt('/conversations/new', {}, { query: { place: id } })}>
          {t('list.new')}
        </Button>
      }
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length > 0 ? <MatterRows matters={items} /> : <EmptyState>{t('list.openEmpty')}</EmptyState>
        }
      </Loaded>
    </Section>
  )
}
