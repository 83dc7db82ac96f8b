import { useTranslation } from 'react-i18next'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { told } from '../../platform/web/address.ts'
import { draftsOf } from '../../platform/web/draftsHere.ts'
import { useSession } from '../../platform/web/session.ts'
import { useWords } from '../../platform/web/useWords.ts'

const most = 5

/** What I began to write in this browser and never sent: whoever had no connection is told that it still waits. */
export function Begun() {
  const { t } = useTranslation('day')
  const { clockTime, relativeDay } = useWords()
  const { worker } = useSession()
  const begun = worker ? draftsOf(worker.id) : []
  if (!begun.length) return null
  return (
    <Section heading={t('begun.title')} count={begun.length} more={t('begun.here')}>
      <Rows>
        {begun.slice(0, most).map(({ page, title, at }) => (
          <Row
            key={`${page} ${at}`}
            title={title}
            sub={t('begun.draft', { day: relativeDay(dayOf(new Date(at))), hour: clockTime(new Date(at)) })}
            to={told(page)}
          />
        ))}
      </Rows>
    </Section>
  )
}
