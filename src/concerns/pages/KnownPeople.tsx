import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { concernsContract } from '../contract.ts'
import { concernsApi } from './api.ts'
import type { NewPerson } from './NewPersonFields.tsx'

type Candidate = z.output<typeof concernsContract.findBeforeCreating.answer>[number]
export type OpenCase = NonNullable<Candidate['openCase']>

export type KnownPeopleProps = {
  concernId: string
  /** What the reporter called them, to begin looking with. */
  begin: string
  chosen: string[]
  onChoose: (found: Candidate) => void
  /** It is their open case that the concern belongs to. */
  onAttach: (openCase: OpenCase) => void
  /** Nobody of those found: a new person with what was typed. */
  onNobody: (person: Partial<NewPerson>) => void
}

/** Search before create: who is already known, how alike they are, and whether somebody works with them. */
export function KnownPeople({
  concernId,
  begin: called,
  chosen,
  onChoose,
  onAttach,
  onNobody,
}: KnownPeopleProps) {
  const { t } = useTranslation('concerns')
  const form = useForm(concernsApi.findBeforeCreating, {
    params: { id: concernId },
    start: () => ({ name: called, birthDate: null as string | null, pesel: '' }),
    body: ({ pesel, ...values }) => ({ ...values, pesel: pesel.trim() || null }),
    stays: true,
  })
  const begin = () => {
    const { name, ...facts } = form.values
    // One word is a surname.
    const words = name.trim().split(/\s+/)
    const familyName = words.pop() ?? ''
    onNobody({ ...facts, givenName: words.join(' '), familyName })
    form.begin()
    form.change({ name: '' })
  }
  const { answer } = form
  return (
    <Section heading={t('known.title')} more={t('known.why')}>
      <Form of={form} kind="default" icon={Search} deed={t('known.search')}>
        <TextField
          {...form.field('name', t('known.name'), { lack: t('known.lackName') })}
          hint={t('known.nameHint')}
        />
        <FieldRow>
          <DateField {...form.field('birthDate', t('person.birthDate'))} max={today()} />
          <TextField {...form.field('pesel', 'PESEL')} inputMode="numeric" />
        </FieldRow>
      </Form>
      <div role="status" style={{ marginTop: answer ? 16 : 0 }}>
        {answer && (
          <>
            {answer.some(({ openCase }) => openCase) && <Note>{t('known.oneIsEnough')}</Note>}
            {answer.length > 0 ? (
              <Rows label={t('known.found')}>
                {answer.map((found) => (
                  <Found
                    key={found.personId}
                    found={found}
                    chosen={chosen.includes(found.personId)}
                    onChoose={() => onChoose(found)}
                    onAttach={() => onAttach(found.openCase!)}
                  />
                ))}
              </Rows>
            ) : (
              <EmptyState>{t('known.nobody')}</EmptyState>
            )}
            <p style={{ marginTop: 12 }}>
              <Button onClick={begin}>{t('known.begin')}</Button>
            </p>
          </>
        )}
      </div>
    </Section>
  )
}

type FoundProps = { found: Candidate; chosen: boolean; onChoose: () => void; onAttach: () => void }

function Found({ found, chosen, onChoose, onAttach }: FoundProps) {
  const { t } = useTranslation('concerns')
  const { longDate } = useWords()
  const likeness = found.likeness > 0.85 ? 'same' : found.likeness > 0.55 ? 'alike' : 'distant'
  const born = found.birthDate ? longDate(found.birthDate) : found.birthYear
  return (
    <Row
      title={found.name}
      sub={
        <>
          {[
            t(`known.likeness.${likeness}`),
            born && t('known.born', { when: born }),
            found.alsoKnown && t('known.also', { names: found.alsoKnown }),
          ]
            .filter(Boolean)
            .join(' · ')}
          {found.openCase && (
            <>
              <br />
              {t('known.openCase', {
                label: found.openCase.label,
                code: found.openCase.code,
                coordinator: found.openCase.coordinator ?? t('known.nobodyCoordinates'),
              })}
            </>
          )}
        </>
      }
      end={
        chosen ? (
          <Status kind="ok">{t('known.added')}</Status>
        ) : (
          <Button
            size="small"
            onClick={found.openCase ? onAttach : onChoose}
            aria-label={t(found.openCase ? 'known.attachNamed' : 'known.chooseNamed', { name: found.name })}
          >
            {t(found.openCase ? 'known.attach' : 'known.choose')}
          </Button>
        )
      }
    />
  )
}
