import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Heard } from '../../platform/kit/Heard.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { contractsApi, type OurService } from './api.ts'
import { HowItGoes, type State } from './HowItGoes.tsx'

/** What our institution does for this family by the contract in force, and in one tap how it goes. */
export function OurServices({ caseId }: { caseId: string }) {
  const { t } = useTranslation('contracts')
  const { longDate } = useWords()
  const query = useAsk(contractsApi.ourServices, { params: { id: caseId } })
  if (!query.data?.services.length) return null
  const { standing, services } = query.data
  return (
    <Section
      heading={t('ours.title')}
      more={standing && t('ours.standing', { from: longDate(standing.from), to: longDate(standing.to) })}
    >
      <Rows>
        {services.map((service) => (
          <Service key={service.itemId} caseId={caseId} service={service} />
        ))}
      </Rows>
    </Section>
  )
}

function Service({ caseId, service }: { caseId: string; service: OurService }) {
  const { t } = useTranslation('contracts')
  const { longDate } = useWords()
  const [saying, setSaying] = useState<State | null>(null)
  const [words, setWords] = useState('')
  const report = useDeed(
    (state: State, key) =>
      contractsApi.reportProgress({
        params: { id: caseId, itemId: service.itemId },
        body: { id: newId(), state, words },
        key,
      }),
    () => {
      setSaying(null)
      setWords('')
    },
  )
  const next = (['begun', 'not_happened', 'finished'] as const).filter((state) => state !== service.state)
  return (
    <Row
      title={service.what}
      sub={
        <>
          {service.request && (
            <span style={{ display: 'block', whiteSpace: 'pre-line' }}>{service.request}</span>
          )}
          {[
            service.worker,
            service.frequency,
            service.starts && t('ours.from', { day: longDate(service.starts) }),
          ]
            .filter(Boolean)
            .join(' · ')}
          {service.state && (
            <>
              <br />
              <HowItGoes progress={{ ...service, state: service.state, on: dayOf(service.reportedAt!) }} />
            </>
          )}
          {saying === 'not_happened' && (
            <span style={{ display: 'block', maxWidth: 420, marginTop: 8 }}>
              <TextField label={t('ours.why')} optional value={words} onChange={setWords} />
              <Heard written={[{ column: 'contracts.progress.words', words }]} />
              <Button size="small" busy={report.busy} onClick={() => report.run('not_happened')}>
                {t('ours.send')}
              </Button>
            </span>
          )}
          <ProblemNotice problem={report.problem} />
        </>
      }
      end={next.map((state) => (
        <Button
          key={state}
          size="small"
          busy={report.trying === state}
          aria-label={t('ours.named', { state: t(`ours.deeds.${state}`), what: service.what })}
          onClick={() => (state === 'not_happened' ? setSaying(state) : report.run(state))}
        >
          {t(`ours.deeds.${state}`)}
        </Button>
      ))}
    />
  )
}
