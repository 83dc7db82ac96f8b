import { useTranslation } from 'react-i18next'
import { PageFrame } from '../platform/kit/PageFrame.tsx'
import { TextSections } from './TextSections.tsx'

/**
 * Accessibility statement. Its legal form (Act of 4 April 2019 on digital accessibility, art. 10) is published by
 * the body that runs the installation; this page says what Splot itself provides.
 */
export function AccessibilityPage() {
  const { t } = useTranslation('shell')
  return (
    <PageFrame
      narrow
      tab={t('doors.accessibility')}
      title={t('doors.accessibility')}
      sub={t('accessibility.sub')}
    >
      <TextSections of="accessibility" parts={['standard', 'keyboard', 'contrast', 'gaps', 'report']} />
    </PageFrame>
  )
}
