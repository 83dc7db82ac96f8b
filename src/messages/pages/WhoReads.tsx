import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { useShortTime } from '../../platform/kit/Messages.tsx'
import { MoreDeeds } from '../../platform/kit/MoreDeeds.tsx'
import { MultiSelectField } from '../../platform/kit/MultiSelectField.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type Matter, messagesApi } from './api.ts'
import { keyOf } from './messageValues.ts'

/** Who reads a matter, who does not, and what leaves Splot: nothing but that a message waits. */
export function WhoReads({ matter }: { matter: Matter }) {
  const { t } = useTranslation('messages')
  const { list } = useWords()
  const shortTime = useShortTime()
  const end = useDeed((id: string, key) => messagesApi.removeReader({ params: { id }, key }))
  return (
    <>
      <PlainSection heading={t('readers.title')} count={matter.readers.length}>
        <Rows onLinen>
          {matter.readers.map((reader) => {
            const name = reader.name ?? reader.institutionName
            return (
              <Row
                key={reader.id ?? reader.workerId}
                title={name}
                sub={[
                  reader.name ? reader.institutionName : t(`readers.whole.${matter.place.kind}`),
                  reader.coordinates ? t('readers.coordinates') : reader.position,
                ]
                  .filter(Boolean)
                  .join(', ')}
                end={
                  <>
                    <span className="muted">
                      {reader.me ? t('readers.me') : reader.readAt && shortTime(reader.readAt)}
                    </span>
                    {reader.id && !matter.rests && (matter.mayRemove || reader.me) && (
                      <MoreDeeds of={name}>
                        <Button kind="quiet" size="small" onClick={() => end.run(reader.id!)}>
                          {t(reader.me ? 'readers.leave' : 'readers.end')}
                        </Button>
                      </MoreDeeds>
                    )}
                  </>
                }
              />
            )
          })}
        </Rows>
        <ProblemNotice problem={end.problem} />
        {matter.others.length > 0 && (
          <p className="sm muted">
            {t('readers.others', { count: matter.others.length, names: list(matter.others) })}
          </p>
        )}
        {!matter.rests && !matter.settled && <AddReaders matter={matter} />}
      </PlainSection>
      <PlainSection heading={t('readers.nothing')}>
        <p className="sm">{t('readers.nothingWhy')}</p>
      </PlainSection>
      {matter.place.kind === 'case' && (
        <PlainSection heading={t('readers.asIf')}>
          <p className="sm">{t('readers.asIfWhy')}</p>
        </PlainSection>
      )}
    </>
  )
}

function AddReaders({ matter }: { matter: Matter }) {
  const { t } = useTranslation('messages')
  const [open, setOpen] = useState(false)
  const people = useAsk(messagesApi.people, { params: { id: matter.place.id } }, { enabled: open })
  const form = useForm(messagesApi.addReaders, {
    params: { id: matter.id },
    start: () => ({ readers: [] as string[] }),
    body: ({ readers }) => ({
      readers: readers.map((each) => {
        const [institutionId, workerId] = each.split('/')
        return { institutionId: institutionId!, ...(workerId && { workerId }) }
      }),
    }),
    onDone: () => setOpen(false),
  })
  const inside = people.data?.filter(({ outside }) => !outside) ?? []
  const reads = (key: string) => matter.readers.some((each) => keyOf({ ...each, outside: false }) === key)
  if (!open)
    return (
      <p>
        <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
          {t('readers.add')}
        </Button>
      </p>
    )
  return (
    <Form
      of={form}
      kind="default"
      size="small"
      deed={t('readers.addDeed')}
      beside={
        <Button kind="quiet" size="small" onClick={() => setOpen(false)}>
          {t('back')}
        </Button>
      }
    >
      <MultiSelectField
        {...form.field('readers', t('readers.whom'), { lack: t('readers.whomMissing') })}
        hint={t('readers.fromBeginning')}
        options={[
          ...[...new Map(inside.map((each) => [each.institutionId, each.institutionName])).entries()].map(
            ([value, institution]) => ({
              value,
              label: t('write.wholeOf', { institution }),
              group: t('write.institutions'),
            }),
          ),
          ...inside.flatMap((each) =>
            each.workerId
              ? [
                  {
                    value: keyOf(each),
                    label: `${each.name}, ${each.institutionName}`,
                    group: t('write.people'),
                  },
                ]
              : [],
          ),
        ].filter(({ value }) => !reads(value))}
      />
    </Form>
  )
}
