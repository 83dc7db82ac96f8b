import { Paperclip, X } from 'lucide-react'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../web/useWords.ts'
import { Button } from './Button.tsx'
import styles from './fields.module.css'
import { FieldError, type FieldProps, OptionalMark } from './fields.tsx'

export type FileFieldProps = FieldProps<File[]> & {
  /** Kinds as in `accept`: "application/pdf,image/*". */
  accept?: string
  many?: boolean
}

/** Files to add, each with its name, size and a way to take it back. */
export function FileField({
  label,
  hint,
  optional,
  value,
  onChange,
  error,
  accept,
  many,
  name,
}: FileFieldProps) {
  const { t } = useTranslation('kit')
  const { number } = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={styles.label}>
        {label}
        {optional && <OptionalMark />}
      </legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      <input
        ref={input}
        type="file"
        name={name}
        accept={accept}
        multiple={many}
        hidden
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])]
          onChange(many ? [...value, ...chosen] : chosen)
          // The same file may be chosen again after it was taken back.
          event.currentTarget.value = ''
        }}
      />
      <Button icon={Paperclip} onClick={() => input.current?.click()}>
        {t(many ? 'field.addFiles' : 'field.chooseFile')}
      </Button>
      {value.length > 0 && (
        <ul className={styles.files}>
          {value.map((file) => (
            <li key={`${file.name}/${file.size}/${file.lastModified}`}>
              <span className={styles.fileName}>{file.name}</span>
              <span className="muted nowrap">{fileSize(file.size, number)}</span>
              <Button
                kind="quiet"
                size="small"
                icon={X}
                aria-label={t('field.removeFile', { name: file.name })}
                onClick={() => onChange(value.filter((other) => other !== file))}
              >
                {t('field.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div id={`${id}-error`}>{error && <FieldError>{error}</FieldError>}</div>
    </fieldset>
  )
}

function fileSize(bytes: number, number: (value: number) => string): string {
  const megabyte = 1024 * 1024
  return bytes < megabyte
    ? `${number(Math.ceil(bytes / 1024))} kB`
    : `${number(Math.round((bytes / megabyte) * 10) / 10)} MB`
}
