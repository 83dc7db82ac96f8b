import { Pencil, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PersonLine } from '../../platform/kit/PersonLine.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { dayOf, today } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type Colleague, institutionsApi, type Mine } from './api.ts'
import { Duties } from './Duties.tsx'
import { DutyHours } from './DutyHours.tsx'
import { FactorForAll, LostFactors } from './LostFactors.tsx'

export const useMine = () => useAsk(institutionsApi.mine, {})

/** My institution: how to reach it, who works there, and who has which part. */
export function InstitutionPage() {
  const { t } = useTranslation('institutions')
  const query = useMine()
  const { mode } = useSession()
  const { label } = useCodes()
  const mine = query.data
  return (
    <PageFrame
      tab={t('mine.tab')}
      title={mine?.name ?? t('mine.tab')}
      sub={mine && label('institutions.institution_kind', mine.kind)}
      actions={
        mine?.iHead && (
          <>
            <Button icon={Pencil} to="/institution/edit">
              {t('mine.edit')}
            </Button>
            <Button kind="filled" icon={UserPlus} to="/institution/workers/new">
              {t('worker.add')}
            </Button>
          </>
        )
      }
    >
      <Columns aside={mine && <Contact mine={mine} />}>
        {mine ? (
          <>
            <Workers mine={mine} />
            <Duties mine={mine} />
            <DutyHours mine={mine} />
            {mode === 'service' && mine.iHead === 'myself' && <FactorForAll mine={mine} />}
            {mode === 'service' && <LostFactors mine={mine} />}
          </>
        ) : (
          <Section heading={t('workers.heading')}>
            <Loaded query={query} rows={6}>
              {() => null}
            </Loaded>
          </Section>
        )}
      </Columns>
    </PageFrame>
  )
}

function Workers({ mine }: { mine: Mine }) {
  const { t } = useTranslation('institutions')
  const [withEnded, setWithEnded] = useState(false)
  const working = mine.workers.filter(({ until }) => !until)
  const ended = mine.workers.filter(({ until }) => until)
  return (
    <Section
      heading={t('workers.heading')}
      count={working.length}
      more={
        ended.length > 0 && (
          <Button
            kind="quiet"
            size="small"
            aria-expanded={withEnded}
            onClick={() => setWithEnded(!withEnded)}
          >
            {withEnded ? t('workers.hideEnded') : t('workers.showEnded', { count: ended.length })}
          </Button>
        )
      }
    >
      <Rows>
        {(withEnded ? mine.workers : working).map((worker) => (
          <WorkerLine key={worker.id} worker={worker} head={mine.iHead !== null} />
        ))}
      </Rows>
    </Section>
  )
}

function WorkerLine({ worker, head }: { worker: Colleague; head: boolean }) {
  const { t } = useTranslation('institutions')
  const { worker: me } = useSession()
  const { longDate } = useWords()
  const name = `${worker.givenName} ${worker.familyName}`
  const says = [
    worker.position,
    worker.isHead && t('worker.heads'),
    ...worker.parts.map(({ part }) => t(`parts.${part}`)),
    ...worker.absences
      .filter(({ from }) => from <= today())
      .map(({ until, cover }) =>
        [
          t('absence.badge', { day: longDate(until) }),
          cover?.agreed && t('cover.standsIn', { name: cover.name }),
        ]
          .filter(Boolean)
          .join(', '),
      ),
    worker.until && t('worker.until', { day: longDate(worker.until) }),
  ]
  return (
    <PersonLine
      name={
        (head || worker.id === me?.id) && !worker.until ? (
          <Link to={pageAt('/institution/workers/$id', { id: worker.id })}>{name}</Link>
        ) : (
          name
        )
      }
      part={says.filter(Boolean).join(' · ')}
      phone={worker.phone}
      hours={worker.phoneHours}
      you={worker.id === me?.id}
      end={!worker.until && <SignUp worker={worker} />}
    />
  )
}

/** Whether the person has come to Splot; told to the head alone. */
export function SignUp({ worker }: { worker: Colleague }) {
  const { t } = useTranslation('institutions')
  const { longDate } = useWords()
  if (!worker.signUp || worker.signUp.done) return null
  return worker.signUp.invitedUntil ? (
    <Status kind="wait">
      {t('worker.invitedUntil', { day: longDate(dayOf(worker.signUp.invitedUntil)) })}
    </Status>
  ) : (
    <Status kind="question">{t('worker.notInvited')}</Status>
  )
}

function Contact({ mine }: { mine: Mine }) {
  const { t } = useTranslation('institutions')
  const head = mine.workers.find(({ isHead }) => isHead)
  return (
    <PlainSection heading={t('mine.contact')}>
      <KeyFacts
        facts={[
          ...(head
            ? [{ label: t('mine.head'), value: `${head.givenName} ${head.familyName}`, more: head.position }]
            : []),
          { label: t('mine.phone'), value: mine.phone ? <PhoneLink phone={mine.phone} /> : '–' },
          { label: t('mine.email'), value: mine.email ?? '–' },
          {
            label: t('mine.address'),
            value: [mine.address, mine.locality].filter(Boolean).join(', ') || '–',
            more: mine.seat && mine.seat.name !== mine.locality && t('mine.seat', { name: mine.seat.name }),
          },
          { label: t('mine.area'), value: mine.area.map(({ name }) => name).join(', ') || '–' },
        ]}
      />
    </PlainSection>
  )
}
