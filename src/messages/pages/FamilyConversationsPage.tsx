import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { MatterList } from './MatterList.tsx'

/** What is talked over about a family, of which I read something. */
export function FamilyConversationsPage() {
  const { t } = useTranslation('messages')
  const [show, setShow] = useState<'open' | 'settled'>('open')
  return (
    <FamilyFrame
      part="conversations"
      sub={t('family.sub')}
      actions={({ id, closedAt }) =>
        !closedAt && (
          <Button kind="filled" to={pageAt('/conversations/new', {}, { query: { place: id } })}>
            {t('list.new')}
          </Button>
        )
      }
    >
      {({ id }) => <MatterList place={id} show={show} onShow={setShow} />}
    </FamilyFrame>
  )
}
