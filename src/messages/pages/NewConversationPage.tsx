import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useAsked, useGo } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { AttachAgain } from './Attached.tsx'
import { messagesApi } from './api.ts'
import { faultsOf, MessageFields } from './MessageFields.tsx'
import { begun, messageBody } from './messageValues.ts'
import { useAttaching } from './useAttaching.ts'

type Place = Awaited<ReturnType<typeof messagesApi.where>>[number]

/** Begins a matter: where it belongs, a title in neutral words, and the first message. */
export function NewConversationPage() {
  const { t } = useTranslation('messages')
  const where = useAsk(messagesApi.where, {})
  const [chosen, setChosen] = useState<string | null>(useAsked('place') ?? null)
  return (
    <PageFrame
      narrow
      tab={t('new.tab')}
      title={t('new.title')}
      sub={t('new.sub')}
      crumbs={[{ to: '/conversations', label: t('list.title') }, { label: t('new.crumb') }]}
    >
      <Loaded query={where} rows={5}>
        {(places) => {
          const place = places.find(({ id }) => id === chosen)
          if (places.length === 0) return <EmptyState>{t('new.nowhere')}</EmptyState>
          return (
            <Section heading={t('new.what')}>
              <SelectField
                label={t('new.place')}
                optional={false}
                value={chosen}
                onChange={setChosen}
                options={places.map((each) => ({
                  value: each.id,
                  label: each.name ?? t('case', { code: each.code }),
                  group: t(`places.${each.kind}`),
                }))}
              />
              {place && <Begin key={place.id} place={place} />}
            </Section>
          )
        }}
      </Loaded>
    </PageFrame>
  )
}

function Begin({ place }: { place: Place }) {
  const { t } = useTranslation('messages')
  const go = useGo()
  const people = useAsk(messagesApi.people, { params: { id: place.id } })
  const attaching = useAttaching(place.kind)
  const form = useForm(messagesApi.startMatter, {
    start: () => ({ matterId: newId(), title: '', ...begun(place.kind === 'case' ? 'file' : 'request') }),
    body: ({ matterId, title, ...values }) => ({
      id: matterId,
      place: place.id,
      title,
      message: messageBody(values),
    }),
    faults: (values) => faultsOf(values, t),
    draft: `conversations/${place.id}`,
    by: async (input, values) => {
      const started = await messagesApi.startMatter(input)
      await attaching.sendWith(values)
      return started
    },
    onDone: ({ id }) => !attaching.left && go(pageAt('/conversations/$id', { id })),
  })
  return (
    <div style={{ marginTop: 16 }}>
      <Form of={form} deed={t('new.send')}>
        <TextField
          {...form.field('title', t('new.matter'), { lack: t('new.matterMissing') })}
          hint={t('new.matterHint')}
        />
        <MessageFields
          of={form}
          at={(name) => `message.${name}`}
          place={place}
          people={people.data ?? []}
          reading={[]}
          attaching={attaching}
        />
      </Form>
      <AttachAgain of={attaching} />
      {form.answer && (
        <p>
          <Button to={pageAt('/conversations/$id', { id: form.answer.id })}>{t('new.toIt')}</Button>
        </p>
      )}
    </div>
  )
}
