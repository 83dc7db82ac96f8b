import { FileSignature, MousePointerClick } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FileField } from '../../platform/kit/FileField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { Problem } from '../../platform/web/request.ts'

export type Given = { how: 'in_app' | 'paper'; on: string | null; files: File[] }
export const givenHere = (): Given => ({ how: 'in_app', on: today(), files: [] })

/** How something is signed: here, with today's date, or on paper with its day and scan. */
export function GivenFields({
  value,
  onChange,
  problem,
}: {
  value: Given
  onChange: (value: Given) => void
  problem: unknown
}) {
  const { t } = useTranslation('partnerships')
  const at = (field: string) => (problem instanceof Problem ? problem.at(field) : undefined)
  return (
    <>
      <ChoiceCards
        label={t('given.how')}
        value={value.how}
        onChange={(how) => onChange({ ...value, how, on: how === 'in_app' ? today() : value.on })}
        choices={[
          { value: 'in_app', title: t('given.inApp'), sub: t('given.inAppSub'), icon: MousePointerClick },
          { value: 'paper', title: t('given.paper'), sub: t('given.paperSub'), icon: FileSignature },
        ]}
      />
      {value.how === 'paper' && (
        <>
          <DateField
            label={t('given.on')}
            value={value.on}
            max={today()}
            onChange={(on) => onChange({ ...value, on })}
            error={at('on')}
          />
          <FileField
            label={t('given.scan')}
            hint={t('given.scanHint')}
            accept="application/pdf,image/png,image/jpeg,image/webp"
            value={value.files}
            onChange={(files) => onChange({ ...value, files })}
            error={at('fileId') ?? at('file')}
          />
        </>
      )}
    </>
  )
}
