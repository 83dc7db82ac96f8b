import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { directoryApi } from './api.ts'

/** Timetables that carriers publish as files, with how long each holds. */
export function Timetables({ iKeep }: { iKeep: boolean }) {
  const { t } = useTranslation('directory')
  const { numericDate } = useWords()
  const timetables = useAsk(directoryApi.timetables, {})
  const end = useDeed((id: string, key) => directoryApi.endTimetable({ params: { id }, key }))
  return (
    <Section
      heading={t('timetable.heading')}
      more={
        iKeep && (
          <Button size="small" to="/services/timetable">
            {t('timetable.bring')}
          </Button>
        )
      }
    >
      <Loaded query={timetables} rows={2}>
        {(found) => (
          <>
            <Rows>
              {found.map(({ id, name, validFrom, validTo, broughtOn, broughtBy, lines, trips, mine }) => (
                <Row
                  key={id}
                  title={name}
                  to={pageAt('/services/timetables/$id', { id })}
                  sub={[
                    t('timetable.lines', { count: lines }),
                    t('timetable.trips', { count: trips }),
                    t('timetable.valid', { from: numericDate(validFrom), to: numericDate(validTo) }),
                    t('timetable.brought', { who: broughtBy, day: numericDate(broughtOn) }),
                  ].join('; ')}
                  end={
                    mine && (
                      <Button
                        kind="quiet"
                        size="small"
                        busy={end.busy && end.trying === id}
                        onClick={() => end.run(id)}
                      >
                        {t('departures.end')}
                      </Button>
                    )
                  }
                />
              ))}
            </Rows>
            {found.length === 0 && <EmptyState>{t('timetable.none')}</EmptyState>}
          </>
        )}
      </Loaded>
      {Boolean(end.problem) && <ProblemNotice problem={end.problem} />}
    </Section>
  )
}
