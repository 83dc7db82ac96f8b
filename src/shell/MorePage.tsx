import { useTranslation } from 'react-i18next'
import { PageFrame } from '../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../platform/kit/Rows.tsx'
import { Section } from '../platform/kit/Section.tsx'
import { further } from '../platform/web/all-doors.ts'
import { useSession } from '../platform/web/session.ts'

/** What does not fit among the five places of the header and of the bottom bar. */
export function MorePage() {
  const { t } = useTranslation('shell')
  const session = useSession()
  return (
    <PageFrame narrow tab={t('more.title')} title={t('more.title')}>
      <Section heading={t('more.splot')}>
        <Rows>
          {further
            .filter(({ seen }) => !seen || seen(session))
            .map(({ to, name, sub }) => (
              <Row key={to} to={to} title={t(name)} sub={sub && t(sub)} />
            ))}
        </Rows>
      </Section>
    </PageFrame>
  )
}
