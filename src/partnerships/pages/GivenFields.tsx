import { FileSignature, MousePointerClick } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FileField } from '../../platform/kit/FileField.tsx'
import { today } from '../../platform/texts/dates.ts'
import type { FieldsOf } from '../../platform/web/useForm.ts'

export type Given = { how: 'in_app' | 'paper'; on: string | null; file: File[] }
export const givenHere = (): Given => ({ how: 'in_app', on: today(), file: [] })

/** What is sent of it: a scan goes first, by itself. */
export const scanOf = ({ how, file }: Given) => (how === 'paper' ? file : [])

/** How something is signed: here, with today's date, or on paper with its day and scan. */
export function GivenFields({ of }: { of: FieldsOf<Given> }) {
  const { t } = useTranslation('partnerships')
  const { how, on } = of.values
  return (
    <>
      <ChoiceCards
        {...of.field('how', t('given.how'))}
        onChange={(chosen) => of.change({ how: chosen, on: chosen === 'in_app' ? today() : on })}
        choices={[
          { value: 'in_app', title: t('given.inApp'), sub: t('given.inAppSub'), icon: MousePointerClick },
          { value: 'paper', title: t('given.paper'), sub: t('given.paperSub'), icon: FileSignature },
        ]}
      />
      {how === 'paper' && (
        <>
          <DateField {...of.field('on', t('given.on'))} max={today()} />
          <FileField
            {...of.field('file', t('given.scan'), { at: 'fileId' })}
            optional={false}
            hint={t('given.scanHint')}
            accept="application/pdf,image/png,image/jpeg,image/webp"
          />
        </>
      )}
    </>
  )
}
