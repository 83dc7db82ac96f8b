import { useTranslation } from 'react-i18next'
import { PageFrame } from '../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../platform/kit/Rows.tsx'
import { Section } from '../platform/kit/Section.tsx'
import { useSession } from '../platform/kit/session.ts'
import { further } from './navigation.ts'

/** What does not fit among the five places of the header and of the bottom bar. */
export function MorePage() {
  const { t } = useTranslation('shell')
  const { account, mode, worker } = useSession()
  return (
    <PageFrame narrow tab={t('more.title')} title={t('more.title')}>
      <Section heading={t('more.splot')}>
        <Rows>
          <Row to="/institution" title={t('more.institution')} sub={t('more.institutionSub')} />
          {worker?.oversees && (
            <Row to="/oversight" title={t('more.oversight')} sub={t('more.oversightSub')} />
          )}
          {worker?.isHead && (
            <Row to="/oversight/records" title={t('more.records')} sub={t('more.recordsSub')} />
          )}
          {further.map(({ key, to }) => (
            <Row key={key} to={to} title={t(`foot.${key}`)} sub={t(`more.${key}`)} />
          ))}
          {mode === 'practice' && (
            <Row to="/practice/outbox" title={t('more.outbox')} sub={t('more.outboxSub')} />
          )}
          {account.administrator && (
            <>
              <Row to="/administration/second-factors" title={t('more.factors')} sub={t('more.factorsSub')} />
              <Row to="/administration/territory" title={t('more.territory')} sub={t('more.territorySub')} />
              <Row
                to="/administration/questionnaires"
                title={t('more.questionnaires')}
                sub={t('more.questionnairesSub')}
              />
            </>
          )}
        </Rows>
      </Section>
    </PageFrame>
  )
}
