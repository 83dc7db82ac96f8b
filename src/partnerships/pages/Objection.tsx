import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { partnershipsApi } from './api.ts'

type ObjectionProps = { membershipId: string; says: string | null }

/** The head of an institution says something beside its own number. */
export function Objection({ membershipId, says }: ObjectionProps) {
  const { t } = useTranslation('partnerships', { keyPrefix: 'times.object' })
  const [open, setOpen] = useState(false)
  const end = useDeed((_: undefined, key) =>
    partnershipsApi.takeBackObjection({ params: { id: membershipId }, key }),
  )
  if (open) return <Words membershipId={membershipId} says={says} onDone={() => setOpen(false)} />
  return (
    <span data-screen-only>
      <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
        {t(says ? 'change' : 'open')}
      </Button>
      {says && (
        <Button kind="quiet" size="small" busy={end.busy} onClick={() => end.run(undefined)}>
          {t('end')}
        </Button>
      )}
      <ProblemNotice problem={end.problem} />
    </span>
  )
}

function Words({ membershipId, says, onDone }: ObjectionProps & { onDone: () => void }) {
  const { t } = useTranslation('partnerships', { keyPrefix: 'times.object' })
  const form = useForm(partnershipsApi.objectToTimes, {
    params: { id: membershipId },
    start: () => ({ id: newId(), words: says ?? '' }),
    draft: `membership/${membershipId}/objection`,
    onDone,
  })
  return (
    <Form
      of={form}
      kind="default"
      size="small"
      deed={t('keep')}
      beside={
        <Button size="small" onClick={onDone}>
          {t('cancel')}
        </Button>
      }
    >
      <TextField {...form.field('words', t('words'), { lack: t('missing') })} hint={t('hint')} />
    </Form>
  )
}
