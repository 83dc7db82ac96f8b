import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Quote } from '../../platform/kit/Quote.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { useCodes } from '../../platform/web/useCodes.ts'
import type { FieldsOf } from '../../platform/web/useForm.ts'
import type { SocialContract, Suggestion } from './api.ts'

const forEverybody = ['causes', 'possibilities', 'limits', 'barriers', 'mainGoal', 'effects'] as const
const forB = ['education', 'skills', 'experience', 'earlierAttempts'] as const
export type Part = (typeof forEverybody)[number] | (typeof forB)[number]
export type Words = Record<Part, string>

/** The words that a contract of a type has, in the order of its form. */
export const wordsOf = (type: 'A' | 'B'): readonly Part[] =>
  type === 'B' ? [...forEverybody.filter((part) => part !== 'barriers'), ...forB] : forEverybody
export const wordsIn = (from: Suggestion | SocialContract): Words =>
  Object.fromEntries([...forEverybody, ...forB].map((part) => [part, from[part]])) as Words

/** The words of a contract, each beside what was said about it and where: what stands there is what somebody read. */
export function ContractWords<V extends Words>(props: {
  form: FieldsOf<V>
  type: 'A' | 'B'
  sources: Suggestion['sources']
}) {
  const { t } = useTranslation('contracts')
  // Fields of a wider form, of which these are some.
  const form = props.form as unknown as FieldsOf<Words>
  return wordsOf(props.type).map((part) => (
    <Stack key={part}>
      <TextArea
        {...form.field(part, t(`words.${part}`))}
        optional={false}
        hint={
          part === 'limits' || part === 'barriers'
            ? t('yourWords')
            : part === 'mainGoal'
              ? t('mainGoalHint')
              : undefined
        }
        rows={3}
      />
      <Sources
        sources={props.sources.filter((each) => each.part === part)}
        written={form.values[part]}
        onTake={(words) =>
          form.change({ [part]: [form.values[part], words].filter(Boolean).join('\n') } as Partial<Words>)
        }
      />
    </Stack>
  ))
}

function Sources(props: {
  sources: Suggestion['sources']
  written: string
  onTake: (words: string) => void
}) {
  const { t } = useTranslation('contracts')
  const { label } = useCodes()
  if (!props.sources.length) return null
  return (
    <ul style={{ display: 'grid', gap: 6 }}>
      {props.sources.map(({ words, from, domain, by, kept }) => (
        <li
          key={`${words} ${domain} ${by}`}
          className="sm"
          style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px' }}
        >
          {props.written.includes(words) ? (
            <Status kind="ok">{t('taken')}</Status>
          ) : (
            <Button size="small" onClick={() => props.onTake(words)}>
              {t('take')}
            </Button>
          )}
          {from !== 'goal' && <Quote>{words}</Quote>}
          <span className="muted">
            {t(`sources.${from}`, {
              domain: domain && label('assessments.life_domain', domain),
              by: by ?? t('ofFamily'),
            })}
            {kept && ` · ${t('sources.kept')}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
