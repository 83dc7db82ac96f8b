import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { AnswerSheets } from './AnswerSheets.tsx'
import { AskSheets, unasked } from './AskSheets.tsx'
import { consentsApi, type JointPerson, type JointWorkOf } from './api.ts'
import { PersonsTable } from './PersonsTable.tsx'
import { RecordOrder } from './RecordOrder.tsx'
import type { Do, Doing } from './SheetsOf.tsx'

type JointWorkProps = {
  scopeId: string
  mayRecord: boolean
  /** What else helps, in the second column. */
  beside: ReactNode
  /** What stands below the tables. */
  children: ReactNode
}

/**
 * Who sees what about whom: a table a person, institutions down and classes across, as people signed. The same is what
 * others see; only who coordinates sees whose signature is missing.
 */
export function JointWork({ scopeId, mayRecord, beside, children }: JointWorkProps) {
  const query = useAsk(consentsApi.jointWork, { params: { id: scopeId } })
  const [doing, setDoing] = useState<Doing | null>(null)
  return (
    <Loaded query={query} rows={6}>
      {(work) => {
        const close = () => setDoing(null)
        const whose = work.people.find(({ personId }) => personId === doing?.personId)
        return (
          <Columns
            aside={
              <Stack>
                <WhatOthersSee work={work} />
                {beside}
              </Stack>
            }
          >
            <Stack>
              {doing?.what === 'ask' && (
                <AskSheets scopeId={scopeId} work={work} signer={whose ?? null} onClose={close} />
              )}
              {doing?.what === 'answer' && whose && (
                <AnswerSheets scopeId={scopeId} work={work} signer={whose} onClose={close} />
              )}
              {doing?.what === 'order' && whose && (
                <RecordOrder scopeId={scopeId} work={work} child={whose} onClose={close} />
              )}
              {!doing && <People scopeId={scopeId} work={work} mayRecord={mayRecord} onDo={setDoing} />}
              {!doing && children}
            </Stack>
          </Columns>
        )
      }}
    </Loaded>
  )
}

type PeopleProps = { scopeId: string; work: JointWorkOf; mayRecord: boolean; onDo: Do }

function People({ scopeId, work, mayRecord, onDo }: PeopleProps) {
  const { t } = useTranslation('consents')
  if (work.people.length === 0) return <EmptyState>{t('bases.nobody')}</EmptyState>
  if (work.iRecord && work.institutions.length === 0) return <EmptyState>{t('joint.noTeam')}</EmptyState>
  const adults = work.people.filter(({ child }) => !child)
  const children = work.people.filter(({ child }) => child)
  const records = mayRecord && work.iRecord
  const table = (person: JointPerson) => (
    <PersonsTable
      key={person.personId}
      scopeId={scopeId}
      work={work}
      person={person}
      mayRecord={records}
      onDo={onDo}
    />
  )
  return (
    <>
      <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12 }}>
        <div style={{ flex: '1 1 20rem' }}>
          <h2>{t('joint.title')}</h2>
          <p className="sm muted">{t('joint.sub')}</p>
        </div>
        {records && unasked(work, null).length > 0 && work.sheets.length === 0 && (
          <Button
            kind={work.people.some(({ agreed }) => agreed.length > 0) ? 'default' : 'filled'}
            onClick={() => onDo({ what: 'ask', personId: null })}
          >
            {t('joint.prepare')}
          </Button>
        )}
      </div>
      {adults.map(table)}
      {children.length > 0 && (
        <div>
          <h2>{t('joint.children')}</h2>
          <p className="sm muted">{t('joint.childrenSub')}</p>
        </div>
      )}
      {children.map(table)}
    </>
  )
}

/** In words, institution by institution, what can be read there now. */
function WhatOthersSee({ work }: { work: JointWorkOf }) {
  const { t } = useTranslation('consents')
  const { worker } = useSession()
  const institutions = new Map([
    ...work.institutions
      .filter(({ id }) => work.all || id === worker?.institutionId)
      .map(({ id, name }) => [id, name] as const),
    ...work.open.map(({ institutionId, institutionName }) => [institutionId, institutionName] as const),
  ])
  return (
    <Stack>
      <PlainSection heading={t(work.all ? 'joint.whoSees' : 'joint.whoSeesOurs')}>
        <Rows>
          {work.all && <Row title={t('joint.leading')} sub={t('joint.leads')} />}
          {[...institutions].map(([id, name]) => {
            const open = work.open.filter(({ institutionId }) => institutionId === id)
            const classes = [...new Set(open.map((it) => it.class))]
            return (
              <Row
                key={id}
                title={name}
                sub={
                  open.length === 0
                    ? t(
                        work.institutions.find((it) => it.id === id)?.accepted
                          ? 'joint.seesNothingUnsigned'
                          : 'joint.seesNothing',
                      )
                    : classes
                        .map((each) =>
                          t('joint.sees', {
                            what: t(`joint.classes.${each}`),
                            who: open
                              .filter((it) => it.class === each)
                              .map(({ personName }) => personName)
                              .join(', '),
                          }),
                        )
                        .join(' ')
                }
              />
            )
          })}
        </Rows>
      </PlainSection>
      <PlainSection heading={t('joint.two')}>
        <p className="sm">{t('joint.twoWhy')}</p>
      </PlainSection>
      <PlainSection heading={t('joint.missing')}>
        <p className="sm">{t('joint.missingWhy')}</p>
      </PlainSection>
      <PlainSection heading={t('joint.later')}>
        <p className="sm">{t('joint.laterWhy')}</p>
      </PlainSection>
    </Stack>
  )
}
