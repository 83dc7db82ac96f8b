import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Family, FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { WillRead } from '../../cases/pages/ReadBy.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { dayOf, today } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { referralsApi } from '../../referrals/pages/api.ts'
import { ReferralForm } from '../../referrals/pages/NewReferralPage.tsx'
import { PointFacts } from '../../referrals/pages/PointFacts.tsx'
import { PointState } from '../../referrals/pages/PointState.tsx'
import { useWhat } from '../../referrals/pages/useWhat.ts'
import { basketsApi, type FamilyReferrals } from './api.ts'
import { LeaveCase } from './LeaveCase.tsx'

type Joined = FamilyReferrals['joined'][number]
type Person = FamilyReferrals['people'][number]
/** Which referral is joined, and about whom. */
type Sent = { referralId: string | null; personId: string | null }

/** What is asked for somebody of the family outside the basket, as far as its senders joined it; and referring somebody. */
export function FamilyReferralsPage() {
  const { t } = useTranslation('baskets')
  return (
    <FamilyFrame part="referrals" sub={t('joined.sub')}>
      {(family) => <Referrals family={family} />}
    </FamilyFrame>
  )
}

function Referrals({ family }: { family: Family }) {
  const { t } = useTranslation('baskets')
  const query = useAsk(basketsApi.joinedReferrals, { params: { id: family.id } })
  const [doing, setDoing] = useState<'refer' | Sent | null>(null)
  const done = () => setDoing(null)
  return (
    <Loaded query={query} rows={4}>
      {({ joined, people }) => (
        <Stack>
          {doing === 'refer' ? (
            <Refer caseId={family.id} people={people} onSent={setDoing} onDone={done} />
          ) : (
            <>
              <Section heading={t('joined.title')} count={joined.length}>
                {joined.length === 0 && <EmptyState>{t('joined.none')}</EmptyState>}
                {joined.map((referral) => (
                  <JoinedReferral key={referral.id} caseId={family.id} referral={referral} />
                ))}
                <p className="sm muted" style={{ paddingTop: 12 }}>
                  {t('joined.why')}
                </p>
              </Section>
              {people.length > 0 &&
                (doing ? (
                  <Join caseId={family.id} people={people} joined={joined} sent={doing} onDone={done} />
                ) : (
                  <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
                    <Button kind="filled" onClick={() => setDoing('refer')}>
                      {t('joined.refer')}
                    </Button>
                    <Button onClick={() => setDoing({ referralId: null, personId: null })}>
                      {t('joined.join')}
                    </Button>
                  </div>
                ))}
            </>
          )}
        </Stack>
      )}
    </Loaded>
  )
}

function JoinedReferral({ caseId, referral }: { caseId: string; referral: Joined }) {
  const { t } = useTranslation('baskets')
  const { longDate } = useWords()
  const whatOf = useWhat()
  const { id, from, to, person, sentAt, mine, points } = referral
  const label = t('joined.to', { from, to })
  return (
    <section aria-label={label} style={{ paddingTop: 12 }}>
      <h3 style={{ margin: 0, fontSize: 16 }}>{label}</h3>
      <p className="sm muted">
        {[person && t('joined.about', { name: person }), t('joined.sent', { day: longDate(dayOf(sentAt)) })]
          .filter(Boolean)
          .join(', ')}
      </p>
      <Rows>
        {points.map((point) => (
          <Row
            key={point.id}
            title={whatOf(point)}
            sub={<PointFacts point={point} />}
            end={<PointState state={point.state} outcome={point.outcome} />}
          />
        ))}
      </Rows>
      {mine && (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, paddingTop: 8 }}>
          <Button size="small" to={pageAt('/referrals/$id', { id })}>
            {t('joined.see')}
          </Button>
          <LeaveCase caseId={caseId} referralId={id} />
        </div>
      )}
    </section>
  )
}

type JoinProps = { caseId: string; people: Person[]; joined: Joined[]; sent: Sent; onDone: () => void }

/** A referral that I sent joins the case. */
function Join({ caseId, people, joined, sent: begun, onDone }: JoinProps) {
  const { t } = useTranslation('baskets')
  const codes = useCodes()
  const sent = useAsk(referralsApi.referrals, { query: { which: 'sent', limit: 100 } })
  const form = useForm(basketsApi.joinReferral, {
    params: { id: caseId },
    start: () => ({
      id: newId(),
      ...begun,
      agreedBy: '',
      agreedForm: null as string | null,
      agreedOn: null as string | null,
    }),
    faults: ({ personId, agreedBy, agreedForm, agreedOn }) =>
      people.find(({ id }) => id === personId)?.mayTell === false
        ? {
            agreedBy: !agreedBy && t('joined.agreedByMissing'),
            agreedForm: !agreedForm && t('joined.agreedFormMissing'),
            agreedOn: !agreedOn && t('joined.agreedOnMissing'),
          }
        : {},
    onDone,
  })
  const others = sent.data?.items.filter(
    ({ id, inCase }) => !inCase && !joined.some((referral) => referral.id === id),
  )
  const { personId } = form.values
  return (
    <Section heading={t('joined.join')}>
      {others?.length === 0 ? (
        <EmptyState action={<Button onClick={onDone}>{t('joined.back')}</Button>}>
          {t('joined.nothingSent')}
        </EmptyState>
      ) : (
        <Form
          of={form}
          deed={t('joined.deed')}
          beside={
            <Button kind="quiet" onClick={onDone}>
              {t('joined.back')}
            </Button>
          }
        >
          <SelectField
            {...form.field('referralId', t('joined.which'), { lack: t('joined.whichMissing') })}
            options={(others ?? []).map(({ id, who, to }) => ({ value: id, label: `${who ?? ''}, ${to}` }))}
          />
          <SelectField
            {...form.field('personId', t('joined.whom'), { lack: t('joined.whomMissing') })}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
          {personId && (
            <p className="sm muted">
              {t('joined.whoReads')}: <WillRead caseId={caseId} about={[personId]} dataClass="file" />
            </p>
          )}
          {people.find(({ id }) => id === personId)?.mayTell === false && (
            <>
              <Note>{t('joined.needsConsent')}</Note>
              <TextField {...form.field('agreedBy', t('joined.agreedBy'))} optional={false} />
              <FieldRow>
                <SelectField
                  {...form.field('agreedForm', t('joined.agreedForm'))}
                  optional={false}
                  options={codes.options('consents.consent_form')}
                />
                <DateField {...form.field('agreedOn', t('joined.agreedOn'))} optional={false} max={today()} />
              </FieldRow>
            </>
          )}
        </Form>
      )}
    </Section>
  )
}

type ReferProps = { caseId: string; people: Person[]; onSent: (sent: Sent) => void; onDone: () => void }

/** Somebody of the family is referred: who it is comes from the household, all else is said as of anybody. */
function Refer({ caseId, people, onSent, onDone }: ReferProps) {
  const { t } = useTranslation('baskets')
  const where = useAsk(referralsApi.whereToRefer, {})
  const [personId, setPersonId] = useState<string | null>(null)
  const person = people.find(({ id }) => id === personId)
  return (
    <>
      <Section heading={t('joined.refer')}>
        <p className="sm muted">{t('joined.referWhy')}</p>
        <SelectField
          label={t('joined.person')}
          value={personId}
          onChange={setPersonId}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <p style={{ paddingTop: 8 }}>
          <Button kind="quiet" onClick={onDone}>
            {t('joined.back')}
          </Button>
        </p>
      </Section>
      {person && (
        <Loaded query={where} rows={6}>
          {(found) => (
            <ReferralForm
              key={person.id}
              where={found}
              about={{
                who: person.name,
                aboutAs: person.aboutAs,
                age: person.age === null ? '' : String(person.age),
                commune: person.commune,
              }}
              keptAs={`case/${caseId}/referral/${person.id}`}
              onSent={(referralId) => onSent({ referralId, personId })}
            />
          )}
        </Loaded>
      )}
    </>
  )
}
