import { useTranslation } from 'react-i18next'
import { Form } from '../../platform/kit/Form.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Point, type Referral, referralsApi } from './api.ts'

/** The receiver sent something back: what lacks is added, and it is asked anew. */
export function Complete({ referral, points }: { referral: Referral; points: Point[] }) {
  const { t } = useTranslation('referrals')
  const form = useForm(referralsApi.complete, {
    params: { id: referral.id },
    start: () => ({
      points: points.map(({ id, what }) => ({ id, what: what ?? '' })),
      words: referral.particulars?.words ?? '',
      phone: referral.particulars?.phone ?? '',
    }),
    draft: `referral/${referral.id}/complete/${points.length}`,
    version: referral.version,
  })
  return (
    <Section heading={t('complete.title', { institution: referral.to.name })}>
      <Form of={form} deed={t('complete.deed')}>
        {points.map((point) => (
          <Lack key={point.id} point={point} />
        ))}
        {form.values.points.map(({ id }, i) => (
          <TextField
            key={id}
            {...form.line('points', i).field('what', t('complete.what'))}
            hint={t('complete.whatHint')}
          />
        ))}
        <TextArea {...form.field('words', t('complete.words'))} hint={t('complete.later')} rows={5} />
        <TextField {...form.field('phone', t('complete.phone'))} hint={t('complete.later')} type="tel" />
      </Form>
    </Section>
  )
}

/** What the receiver lacks: its reason, and its words. */
function Lack({ point: { reason, said } }: { point: Point }) {
  const { label } = useCodes()
  const words = said.findLast((each) => each.step === 'returned')?.words
  return (
    <Note>
      {label('referrals.reason', reason!)}
      {words && <span style={{ display: 'block' }}>„{words}”</span>}
    </Note>
  )
}
