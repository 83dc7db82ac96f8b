import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Table } from '../../platform/kit/Table.tsx'
import { useSession } from '../../platform/web/session.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { availabilities } from '../contract.ts'
import { type Meeting, meetingsApi } from './api.ts'
import { useWhen } from './when.ts'

/** Which of the proposed dates suits whom; mine to say, and who runs it chooses one. */
export function Dates({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const me = useSession().worker?.id
  const mine = meeting.people.find(({ workerId }) => workerId === me)
  return (
    <>
      {mine && <MyDates meeting={meeting} said={mine.dates} />}
      <Section heading={t('dates.title')} flush>
        <Answers meeting={meeting} />
      </Section>
    </>
  )
}

function MyDates({ meeting, said }: { meeting: Meeting; said: Record<string, string> }) {
  const { t } = useTranslation('meetings')
  const when = useWhen()
  const form = useForm(meetingsApi.answerDates, {
    params: { id: meeting.id },
    start: () =>
      Object.fromEntries(meeting.dates.map(({ id }) => [id, said[id] ?? null])) as Record<
        string,
        string | null
      >,
    body: (values) => ({ dates: meeting.dates.map(({ id }) => ({ id, answer: values[id] as never })) }),
    faults: (values) =>
      Object.fromEntries(meeting.dates.map(({ id }) => [id, !values[id] && t('dates.lack')])),
    stays: true,
  })
  return (
    <Section heading={t('dates.mine')}>
      <Form of={form} kind="default" deed={t('dates.send')}>
        {meeting.dates.map(({ id, startsAt }) => (
          <SelectField
            key={id}
            {...form.field(id, when(startsAt))}
            optional={false}
            options={availabilities.map((value) => ({ value, label: t(`availability.${value}`) }))}
          />
        ))}
      </Form>
    </Section>
  )
}

function Answers({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const when = useWhen()
  const fix = useDeed((startsAt: string, key) =>
    meetingsApi.fix({
      params: { id: meeting.id },
      body: {
        startsAt,
        minutes: meeting.minutes,
        ...(meeting.place && { place: meeting.place }),
        ...(meeting.link && { link: meeting.link }),
      },
      version: meeting.version,
      key,
    }),
  )
  const saying = (dateId: string, ...answers: string[]) =>
    meeting.people.filter(({ dates }) => answers.includes(dates[dateId] ?? ''))
  return (
    <>
      <Table
        caption={t('dates.title')}
        head={[
          t('dates.when'),
          t('availability.yes'),
          t('availability.if_need'),
          t('availability.no'),
          ...(meeting.iRun ? [''] : []),
        ]}
        rows={meeting.dates.map(({ id, startsAt }) => ({
          key: id,
          cells: [
            when(startsAt),
            names(saying(id, 'yes')),
            names(saying(id, 'if_need')),
            names(saying(id, 'no')),
            ...(meeting.iRun
              ? [
                  <Button
                    key="fix"
                    size="small"
                    busy={fix.trying === startsAt}
                    onClick={() => fix.run(startsAt)}
                    aria-label={t('dates.fixNamed', { when: when(startsAt) })}
                  >
                    {t('dates.fix')}
                  </Button>,
                ]
              : []),
          ],
        }))}
      />
      <ProblemNotice problem={fix.problem} />
    </>
  )
}

const names = (people: { name: string; needed: boolean }[]) =>
  people.length === 0 ? '–' : people.map(({ name, needed }) => (needed ? `${name} *` : name)).join(', ')
