import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { MatterList } from './MatterList.tsx'

/** What is talked over in all my places: what I have not read first. */
export function ConversationsPage() {
  const { t } = useTranslation('messages')
  const [show, setShow] = useState<'open' | 'settled'>('open')
  return (
    <PageFrame
      tab={t('tab')}
      title={t('list.title')}
      sub={t('list.sub')}
      actions={
        <Button kind="filled" to="/conversations/new">
          {t('list.new')}
        </Button>
      }
    >
      <MatterList show={show} onShow={setShow} places />
    </PageFrame>
  )
}
