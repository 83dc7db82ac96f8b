import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useSession } from '../../platform/web/session.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Meeting, meetingsApi } from './api.ts'
import { useColleagues } from './useColleagues.ts'

type Answer = Meeting['mine']

/** Whether I come; where I do not, why, and who comes in my place. */
export function Coming({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const me = useSession().worker?.id
  const mine = meeting.people.find(({ workerId }) => workerId === me)!
  const [changing, setChanging] = useState(false)
  const form = useForm(meetingsApi.answer, {
    params: { id: meeting.id },
    start: () => ({
      answer: mine.answer as Answer,
      words: mine.words ?? '',
      standInId: mine.standIn?.id ?? null,
    }),
    body: ({ answer, words, standInId }) =>
      (answer === 'not' ? { answer, words, standInId } : { answer }) as never,
    onDone: () => setChanging(false),
  })
  const colleagues = useColleagues(meeting, mine.institutionId)
  if (mine.answer && !changing)
    return (
      <Section heading={t('coming.title')}>
        <p>
          <Status kind={mine.answer === 'not' ? 'declined' : 'ok'}>{t(`mine.${mine.answer}`)}</Status>
          {mine.standIn && (
            <span className="muted"> · {t('people.standIn', { name: mine.standIn.name })}</span>
          )}
        </p>
        <Button kind="quiet" size="small" onClick={() => setChanging(true)}>
          {t('coming.change')}
        </Button>
      </Section>
    )
  return (
    <Section heading={t('coming.title')}>
      <Form
        of={form}
        kind="default"
        deed={t('coming.send')}
        beside={
          changing && (
            <Button kind="quiet" onClick={() => setChanging(false)}>
              {t('back')}
            </Button>
          )
        }
      >
        <ChoiceCards
          {...form.field('answer', t('coming.ask'), { lack: t('coming.lack') })}
          optional={false}
          look="rows"
          choices={(['coming', 'remote', 'not'] as const).map((value) => ({
            value,
            title: t(`mine.${value}`),
          }))}
        />
        {form.values.answer === 'not' && (
          <>
            <TextField {...form.field('words', t('coming.why'))} optional hint={t('coming.whyHint')} />
            {colleagues.length > 0 && (
              <SelectField {...form.field('standInId', t('coming.standIn'))} optional options={colleagues} />
            )}
          </>
        )}
      </Form>
    </Section>
  )
}
