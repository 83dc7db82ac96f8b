import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directoryApi } from '../../directory/pages/api.ts'
import { usePlacesWords } from '../../directory/pages/usePlacesWords.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type Places, referralsApi } from './api.ts'
import { useAbout } from './useAbout.ts'

const partHead = { margin: '16px 0 2px', fontSize: 15 }

type Service = Places['services'][number]

/** Places of our services: how many are taken, who waits in which order, and what the directory tells others. */
export function PlacesPage() {
  const { t } = useTranslation('referrals')
  const query = useAsk(referralsApi.places, {})
  return (
    <PageFrame
      tab={t('places.tab')}
      title={t('places.title')}
      sub={t('places.sub')}
      crumbs={[{ to: '/referrals/received', label: t('doors.referrals') }, { label: t('places.title') }]}
    >
      <Loaded query={query} rows={6}>
        {({ iKeep, services, others }) =>
          iKeep ? (
            <Stack>
              {services.map((service) => (
                <PlacesOf key={service.id} service={service} />
              ))}
              {others.length > 0 ? (
                <AnotherService others={others} first={services.length === 0} />
              ) : (
                services.length === 0 && (
                  <EmptyState action={<Button to="/services/new">{t('places.addService')}</Button>}>
                    {t('places.none')}
                  </EmptyState>
                )
              )}
            </Stack>
          ) : (
            <EmptyState>{t('places.notMine')}</EmptyState>
          )
        }
      </Loaded>
    </PageFrame>
  )
}

function PlacesOf({ service }: { service: Service }) {
  const { t } = useTranslation('referrals')
  const { numericDate, longDate } = useWords()
  const about = useAbout()
  const [changing, setChanging] = useState(false)
  const taken = service.taken!
  const free = Math.max(0, service.total - taken)
  return (
    <Section heading={service.name} more={t('places.taken', { taken, total: service.total })}>
      {free > 0 && service.waiting! > 0 && (
        <Note>{t('places.next', { free, waiting: service.waiting! })}</Note>
      )}
      <Stated service={service} free={free} />
      <h3 style={partHead}>{t('places.list', { count: service.waiting! })}</h3>
      <Rows ordered label={t('places.listOf', { name: service.name })}>
        {service.list.map(({ pointId, referralId, place, urgency, since, expectedOn, who, aboutAs, age }) => (
          <Row
            key={pointId}
            title={`${place}. ${who ?? about({ aboutAs, age })}`}
            to={pageAt('/referrals/$id', { id: referralId })}
            sub={[
              urgency === 'urgent' && t('list.urgent'),
              t('places.since', { day: numericDate(since) }),
              expectedOn && t('page.expected', { day: longDate(expectedOn) }),
            ]
              .filter(Boolean)
              .join(', ')}
          />
        ))}
      </Rows>
      {service.list.length < service.waiting! && (
        <p className="sm muted">
          {t('places.readByOthers', { count: service.waiting! - service.list.length })}
        </p>
      )}
      <h3 style={partHead}>{t('places.takenBy')}</h3>
      <Rows label={t('places.takenByOf', { name: service.name })}>
        {service.takenBy.map((place) => (
          <TakenPlace key={place.id} place={place} />
        ))}
      </Rows>
      {changing ? (
        <HowMany service={service} onDone={() => setChanging(false)} />
      ) : (
        <p style={{ paddingTop: 12 }}>
          <Button size="small" onClick={() => setChanging(true)}>
            {t('places.change')}
          </Button>
        </p>
      )}
    </Section>
  )
}

/** What the directory tells others, and one tap to state it anew where it is not so any more. */
function Stated({ service, free }: { service: Service; free: number }) {
  const { t } = useTranslation('referrals')
  const { relativeDay } = useWords()
  const inWords = usePlacesWords()
  const { stated } = service
  const anew =
    free > 0
      ? { state: 'free' as const, free }
      : { state: service.waiting! > 0 ? ('waiting' as const) : ('none' as const) }
  const wordsOf = (places: { state: 'free' | 'waiting' | 'none'; free?: number | null }) =>
    inWords({ waitDays: null, until: null, saidOn: '', ...places, free: places.free ?? null }).words
  const state = useDeed((_: undefined, key) =>
    directoryApi.sayPlaces({ params: { id: service.id }, body: { id: newId(), ...anew }, key }),
  )
  return (
    <>
      <p className="sm muted" style={{ paddingTop: 8 }}>
        {stated
          ? t('places.stated', { words: wordsOf(stated), when: relativeDay(stated.saidOn) })
          : t('places.unstated')}
      </p>
      {(service.drifted || !stated) && (
        <p style={{ padding: '4px 0 8px' }}>
          <Button size="small" busy={state.busy} onClick={() => state.run(undefined)}>
            {t('places.stateAnew', { words: wordsOf(anew) })}
          </Button>
        </p>
      )}
      {state.problem ? <ProblemNotice problem={state.problem} /> : null}
    </>
  )
}

function TakenPlace({ place }: { place: Service['takenBy'][number] }) {
  const { t } = useTranslation('referrals')
  const { numericDate } = useWords()
  const about = useAbout()
  const [asking, setAsking] = useState(false)
  const free = useDeed(
    (_: undefined, key) => referralsApi.freePlace({ params: { id: place.id }, key }),
    () => setAsking(false),
  )
  return (
    <Row
      title={
        place.who ?? (place.aboutAs ? about({ aboutAs: place.aboutAs, age: place.age }) : t('places.unread'))
      }
      {...(place.aboutAs && { to: pageAt('/referrals/$id', { id: place.referralId }) })}
      sub={[t('places.since', { day: numericDate(place.since) }), !place.goesOn && t('places.over')]
        .filter(Boolean)
        .join(', ')}
      end={
        !place.goesOn && (
          <>
            <Button size="small" onClick={() => setAsking(true)}>
              {t('places.free')}
            </Button>
            <ConfirmDialog
              open={asking}
              title={t('places.freeTitle')}
              deed={t('places.free')}
              busy={free.busy}
              problem={free.problem}
              onConfirm={() => free.run(undefined)}
              onClose={() => setAsking(false)}
            >
              <p>{t('places.freeText')}</p>
            </ConfirmDialog>
          </>
        )
      }
    />
  )
}

function HowMany({ service, onDone }: { service: Service; onDone: () => void }) {
  const { t } = useTranslation('referrals')
  const form = useForm(referralsApi.sayCapacity, {
    start: () => ({ serviceId: service.id, total: String(service.total) }),
    onDone,
  })
  return (
    <Form
      of={form}
      deed={t('places.keep')}
      beside={
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      }
    >
      <TextField
        {...form.field('total', t('places.total'), { lack: t('places.totalMissing') })}
        hint={t('places.totalHint')}
        inputMode="numeric"
      />
    </Form>
  )
}

function AnotherService({ others, first }: { others: Places['others']; first: boolean }) {
  const { t } = useTranslation('referrals')
  const [adding, setAdding] = useState(first)
  const form = useForm(referralsApi.sayCapacity, {
    start: () => ({ serviceId: null as string | null, total: '' }),
    onDone: () => setAdding(false),
  })
  if (!adding)
    return (
      <p>
        <Button onClick={() => setAdding(true)}>{t('places.another')}</Button>
      </p>
    )
  return (
    <Section heading={t(first ? 'places.first' : 'places.another')}>
      {first && <p className="sm muted">{t('places.why')}</p>}
      <Form of={form} deed={t('places.keep')}>
        <SelectField
          {...form.field('serviceId', t('places.service'), { lack: t('places.serviceMissing') })}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          {...form.field('total', t('places.total'), { lack: t('places.totalMissing') })}
          hint={t('places.totalHint')}
          inputMode="numeric"
        />
      </Form>
    </Section>
  )
}
