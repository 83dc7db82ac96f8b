import { useTranslation } from 'react-i18next'
import { PageFrame } from '../platform/kit/PageFrame.tsx'
import { TextSections } from './TextSections.tsx'

/** The first answers; what a page is for, it says itself. */
export function HelpPage() {
  const { t } = useTranslation('shell')
  return (
    <PageFrame narrow tab={t('doors.help')} title={t('doors.help')} sub={t('help.sub')}>
      <TextSections
        of="help"
        parts={[
          'start',
          'member',
          'intake',
          'head',
          'animator',
          'first',
          'silence',
          'sees',
          'words',
          'contact',
          'urgent',
        ]}
      />
    </PageFrame>
  )
}
