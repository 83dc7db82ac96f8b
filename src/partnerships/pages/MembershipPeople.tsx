import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { institutionsApi, isOfficer } from '../../institutions/pages/api.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { PersonLine } from '../../platform/kit/PersonLine.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type Member, partnershipsApi } from './api.ts'

/** Who speaks for the institution here, and their deputy; its head appoints them. */
export function MembershipPeople({ member, mayAppoint }: { member: Member; mayAppoint: boolean }) {
  const { t } = useTranslation('partnerships')
  const [changing, setChanging] = useState<'representative' | 'deputy' | null>(null)
  return (
    <Section heading={t('people.heading')}>
      <Rows>
        {(['representative', 'deputy'] as const).map((part) => {
          const person = member[part]
          const change = mayAppoint && (
            <Button
              size="small"
              aria-expanded={changing === part}
              onClick={() => setChanging(changing === part ? null : part)}
            >
              {t(person ? 'people.change' : 'people.appoint')}
            </Button>
          )
          return person ? (
            <PersonLine
              key={part}
              name={person.name}
              part={`${t(`people.${part}`)} · ${person.position}`}
              phone={person.phone}
              end={change}
            />
          ) : (
            <Row
              key={part}
              title={t(`people.title.${part}`)}
              sub={t(part === 'deputy' ? 'members.noDeputy' : 'members.nobodyYet')}
              end={change}
            />
          )
        })}
      </Rows>
      {changing && (
        <Appointment key={changing} member={member} part={changing} onDone={() => setChanging(null)} />
      )}
    </Section>
  )
}

function Appointment({
  member,
  part,
  onDone,
}: {
  member: Member
  part: 'representative' | 'deputy'
  onDone: () => void
}) {
  const { t } = useTranslation('partnerships')
  const { sortByName } = useWords()
  const mine = useAsk(institutionsApi.mine, {})
  const form = useForm(partnershipsApi.appoint, {
    params: { id: member.id },
    start: () => ({ id: newId(), workerId: null as string | null }),
    body: (values) => ({ ...values, part }),
    onDone,
  })
  const end = useDeed(
    (present: string, key) => partnershipsApi.endAppointment({ params: { id: present }, body: {}, key }),
    onDone,
  )
  const present = member[part]
  const others = (mine.data?.workers ?? []).filter(
    (worker) =>
      !worker.until &&
      !isOfficer(worker) &&
      worker.id !== member.representative?.workerId &&
      worker.id !== member.deputy?.workerId,
  )
  return (
    <Form
      of={form}
      deed={t('people.appoint')}
      beside={
        present &&
        part === 'deputy' && (
          <Button busy={end.busy} onClick={() => end.run(present.id)}>
            {t('people.withoutDeputy')}
          </Button>
        )
      }
    >
      <SelectField
        {...form.field('workerId', t(`people.who.${part}`))}
        options={sortByName(others, ({ familyName, givenName }) => `${familyName} ${givenName}`).map(
          (worker) => ({
            value: worker.id,
            label: `${worker.givenName} ${worker.familyName}, ${worker.position}`,
          }),
        )}
      />
      <ProblemNotice problem={end.problem} />
    </Form>
  )
}
