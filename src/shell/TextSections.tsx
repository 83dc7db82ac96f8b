import { useTranslation } from 'react-i18next'
import { Columns } from '../platform/kit/Columns.tsx'
import { Section } from '../platform/kit/Section.tsx'

/** Sections of plain text, each with a heading, from the texts of the shell: `help.start.title`, `help.start.text`. */
export function TextSections({ of, parts }: { of: string; parts: readonly string[] }) {
  const { t } = useTranslation('shell')
  return (
    <Columns>
      {parts.map((part) => (
        <Section key={part} heading={t(`${of}.${part}.title`)}>
          <div style={{ display: 'grid', gap: 8 }}>
            {t(`${of}.${part}.text`)
              .split('\n')
              .map((line) => (
                <p key={line}>{line}</p>
              ))}
          </div>
        </Section>
      ))}
    </Columns>
  )
}
