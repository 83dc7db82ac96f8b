import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Loaded } from '../../kit/Loaded.tsx'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { Row, Rows } from '../../kit/Rows.tsx'
import { Section } from '../../kit/Section.tsx'
import { Status } from '../../kit/Status.tsx'
import { send } from '../../web/request.ts'
import { useDeed } from '../../web/useDeed.ts'
import { useRead } from '../../web/useRead.ts'
import { useWords } from '../../web/useWords.ts'
import { deviceOf } from './deviceOf.ts'

type MySession = { id: string; current: boolean; startedAt: string; device: string | null }

/** Where I am signed in, and the end of it: on a computer that I left, on a phone that I lost. */
export function MySessions() {
  const { t } = useTranslation('identity')
  const { dateAndTime } = useWords()
  const query = useRead<MySession[]>('/api/session/all')
  const end = useDeed((id: string, key) => send('DELETE', `/api/session/all/${id}`, undefined, { key }))
  return (
    <Section heading={t('sessions.title')} count={query.data?.length ?? 0}>
      <ProblemNotice problem={end.problem} />
      <Loaded query={query}>
        {(sessions) => (
          <Rows>
            {sessions.map(({ id, current, startedAt, device }) => (
              <Row
                key={id}
                title={deviceOf(device) ?? t('sessions.unknown')}
                sub={t('sessions.since', { when: dateAndTime(startedAt) })}
                end={
                  current ? (
                    <Status kind="ok">{t('sessions.this')}</Status>
                  ) : (
                    <Button
                      size="small"
                      busy={end.busy && end.trying === id}
                      aria-label={t('sessions.endOf', { device: deviceOf(device) ?? t('sessions.unknown') })}
                      onClick={() => end.run(id)}
                    >
                      {t('sessions.end')}
                    </Button>
                  )
                }
              />
            ))}
          </Rows>
        )}
      </Loaded>
    </Section>
  )
}
