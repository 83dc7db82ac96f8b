import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Member, partnershipsApi } from './api.ts'

/** Suspends the membership for a time, and ends the suspension again. */
export function MembershipSuspension({ member }: { member: Member }) {
  const { t } = useTranslation('partnerships')
  const [open, setOpen] = useState(false)
  const resume = useDeed<void>((_, key) =>
    partnershipsApi.resume({ params: { id: member.id }, body: {}, key }),
  )
  return (
    <Section heading={t('suspend.heading')}>
      {member.suspension ? (
        <>
          <p style={{ marginBottom: 12 }}>
            {t(member.suspension.mine ? 'suspend.isMine' : 'suspend.isTheirs')}
          </p>
          <ProblemNotice problem={resume.problem} />
          {member.suspension.mine && (
            <Button busy={resume.busy} onClick={() => resume.run()}>
              {t('suspend.resume')}
            </Button>
          )}
        </>
      ) : open ? (
        <Suspend member={member} onDone={() => setOpen(false)} />
      ) : (
        <>
          <p style={{ marginBottom: 12 }}>{t('suspend.what')}</p>
          <Button onClick={() => setOpen(true)}>{t('suspend.open')}</Button>
        </>
      )}
    </Section>
  )
}

function Suspend({ member, onDone }: { member: Member; onDone: () => void }) {
  const { t } = useTranslation('partnerships')
  const form = useForm(partnershipsApi.suspend, {
    params: { id: member.id },
    start: () => ({ id: newId(), reason: '', until: null as string | null }),
    draft: `membership/${member.id}/suspend`,
    onDone,
  })
  return (
    <Form of={form} deed={t('suspend.deed')} beside={<Button onClick={onDone}>{t('suspend.cancel')}</Button>}>
      <TextArea {...form.field('reason', t('suspend.reason'))} />
      <DateField {...form.field('until', t('suspend.until'))} hint={t('suspend.untilHint')} min={today()} />
    </Form>
  )
}
