import { useTranslation } from 'react-i18next'
import { Form } from '../../platform/kit/Form.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useGo } from '../../platform/web/place.ts'
import { formOf } from '../../platform/web/request.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { directoryApi, type SeenTimetable } from './api.ts'
import { FileToBring } from './FileToBring.tsx'

/** A timetable that a carrier publishes: what is in the file is seen before anything changes. */
export function BringTimetablePage() {
  const { t } = useTranslation('directory')
  return (
    <PageFrame
      tab={t('timetable.tab')}
      title={t('timetable.title')}
      sub={t('timetable.sub')}
      crumbs={[
        { to: '/services', label: t('page.crumb') },
        { to: '/services/departures', label: t('departures.title') },
        { label: t('timetable.title') },
      ]}
      narrow
    >
      <Stack>
        <FileToBring
          heading={t('timetable.file')}
          label={t('timetable.choose')}
          hint={t('timetable.chooseHint')}
          accept=".zip"
          look={(file) => directoryApi.seeTimetable({ body: formOf(file) })}
        >
          {(file, seen) => <Seen key={seen.name} file={file} seen={seen} />}
        </FileToBring>
      </Stack>
    </PageFrame>
  )
}

function Seen({ file, seen }: { file: File; seen: SeenTimetable }) {
  const { t } = useTranslation('directory')
  const { number, numericDate } = useWords()
  const { validFrom, validTo, lines, manyLines, doubtful, skipped } = seen
  return (
    <>
      <Section heading={t('timetable.seen')}>
        {validFrom && validTo ? (
          <KeyFacts
            across
            facts={[
              { label: t('timetable.ofLines'), value: number(manyLines) },
              { label: t('timetable.ofTrips'), value: number(seen.trips) },
              { label: t('timetable.ofStops'), value: number(seen.stops) },
              { label: t('timetable.holds'), value: `${numericDate(validFrom)}–${numericDate(validTo)}` },
            ]}
          />
        ) : (
          <Note gap>{t('timetable.nothingRuns')}</Note>
        )}
        <Rows label={t('timetable.ofLines')}>
          {lines.slice(0, mostShown).map(({ name, trips }) => (
            <Row key={name} title={name} end={t('timetable.trips', { count: trips })} />
          ))}
        </Rows>
        {manyLines > mostShown && (
          <p className="sm muted">{t('timetable.moreLines', { count: manyLines - mostShown })}</p>
        )}
      </Section>
      {doubtful.length > 0 && (
        <Section heading={t('timetable.doubtful')}>
          <p className="sm muted">{t('timetable.doubtfulWhy')}</p>
          <Rows>
            {doubtful.map(({ name, locality, communeName, km }) => (
              <Row
                key={name + km}
                title={name}
                sub={t('timetable.liesFar', { locality, commune: communeName, km: number(Math.round(km)) })}
              />
            ))}
          </Rows>
        </Section>
      )}
      {skipped.length > 0 && (
        <Section heading={t('timetable.skipped')}>
          <Rows>
            {skipped.map(({ why, file: name, count, rows }) => (
              <Row
                key={why + name}
                title={t(`skipped.${why}`)}
                sub={t('timetable.rows', { file: name, rows: rows.join(', '), more: count - rows.length })}
                end={number(count)}
              />
            ))}
          </Rows>
        </Section>
      )}
      {validFrom && <Bring file={file} name={seen.name ?? ''} />}
    </>
  )
}

const mostShown = 12

function Bring({ file, name }: { file: File; name: string }) {
  const { t } = useTranslation('directory')
  const { numericDate } = useWords()
  const go = useGo()
  const timetables = useAsk(directoryApi.timetables, {})
  const form = useForm(directoryApi.bringTimetable, {
    start: () => ({ id: newId(), name }),
    by: (input) => directoryApi.bringTimetable({ ...input, body: formOf(file) }),
    onDone: () => go('/services/departures'),
  })
  const before = timetables.data?.find((each) => each.mine && each.name === form.values.name.trim())
  return (
    <Section heading={t('timetable.bring')}>
      <Form of={form} deed={t('timetable.bring')}>
        <TextField
          {...form.field('name', t('timetable.name'), { lack: t('timetable.nameMissing') })}
          hint={t('timetable.nameHint')}
        />
        {before && <Note>{t('timetable.replaces', { day: numericDate(before.broughtOn) })}</Note>}
      </Form>
    </Section>
  )
}
