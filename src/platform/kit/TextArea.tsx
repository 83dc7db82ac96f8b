import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './fields.module.css'
import { type FieldProps, fieldLook, wrapperOf } from './fields.tsx'

export type TextAreaProps = FieldProps<string> & {
  /** Height at the start; it grows with the text. */
  rows?: number
  /** Longest text in characters; how many are left, or too many, is said near the end; nothing is cut off. */
  maxLength?: number
}

/** Text of several lines. */
export function TextArea({ value, onChange, rows = 3, maxLength, ...field }: TextAreaProps) {
  const { t } = useTranslation('kit')
  const left = maxLength === undefined ? Number.POSITIVE_INFINITY : maxLength - value.length
  return (
    <div>
      <Textarea
        {...wrapperOf(field)}
        classNames={fieldLook}
        autosize
        minRows={rows}
        maxRows={16}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {left < 200 && (
        <p className={styles.count} aria-live="polite">
          {left < 0 ? t('field.over', { count: -left }) : t('field.left', { count: left })}
        </p>
      )}
    </div>
  )
}
