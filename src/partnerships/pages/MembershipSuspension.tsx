import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { Problem } from '../../platform/web/request.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { type Member, partnershipsApi } from './api.ts'

/** Suspends the membership for a time, and ends the suspension again. */
export function MembershipSuspension({ member }: { member: Member }) {
  const { t } = useTranslation('partnerships')
  const [id] = useState(newId)
  const [open, setOpen] = useState(false)
  const [until, setUntil] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const suspend = useDeed(
    (_: string, key) =>
      partnershipsApi.suspend({
        params: { id: member.id },
        body: { id, reason, ...(until && { until }) },
        key,
      }),
    () => setOpen(false),
  )
  const resume = useDeed<void>((_, key) =>
    partnershipsApi.resume({ params: { id: member.id }, body: {}, key }),
  )
  const at = (field: string) => (suspend.problem instanceof Problem ? suspend.problem.at(field) : undefined)
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
        <OldForm
          onSubmit={() => suspend.run(`${until}/${reason}`)}
          problem={suspend.problem}
          actions={
            <>
              <Button kind="filled" type="submit" busy={suspend.busy}>
                {t('suspend.deed')}
              </Button>
              <Button onClick={() => setOpen(false)}>{t('suspend.cancel')}</Button>
            </>
          }
        >
          <TextArea
            label={t('suspend.reason')}
            value={reason}
            onChange={setReason}
            maxLength={500}
            error={at('reason')}
          />
          <DateField
            label={t('suspend.until')}
            hint={t('suspend.untilHint')}
            optional
            min={today()}
            value={until}
            onChange={setUntil}
            error={at('until')}
          />
        </OldForm>
      ) : (
        <>
          <p style={{ marginBottom: 12 }}>{t('suspend.what')}</p>
          <Button onClick={() => setOpen(true)}>{t('suspend.open')}</Button>
        </>
      )}
    </Section>
  )
}
