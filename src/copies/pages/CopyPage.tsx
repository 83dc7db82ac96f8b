import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { pathOf } from '../../platform/web/client.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { copiesContract } from '../contract.ts'
import { copiesApi } from './api.ts'

/** A copy of what is kept about one person: for whom, what it would hold and what stays out, then on paper. */
export function CopyPage() {
  const { t } = useTranslation('copies')
  return (
    <FamilyFrame part="copy" sub={t('sub')}>
      {({ id }) => <Whose caseId={id} />}
    </FamilyFrame>
  )
}

type Chosen = { person: string; to: string }

function Whose({ caseId }: { caseId: string }) {
  const { t } = useTranslation('copies')
  const people = useAsk(copiesApi.whose, { params: { id: caseId } })
  const [chosen, choose] = useState<Chosen | null>(null)
  return (
    <Loaded query={people} rows={4}>
      {(found) => (
        <Columns aside={chosen && <LeftOut caseId={caseId} chosen={chosen} />}>
          <Stack>
            <Section heading={t('whose')}>
              <ChoiceCards
                label={t('to')}
                look="rows"
                value={chosen && `${chosen.person} ${chosen.to}`}
                onChange={(value) => {
                  const [person, to] = value.split(' ')
                  choose({ person: person!, to: to! })
                }}
                choices={found.flatMap(({ personId, name, to }) =>
                  to.map((receiver) => ({
                    value: `${personId} ${receiver.personId}`,
                    title: name,
                    sub: receiver.personId === personId ? t('self') : t('intoHands', { name: receiver.name }),
                  })),
                )}
              />
              {found
                .filter(({ to }) => !to.length)
                .map(({ personId, name }) => (
                  <Note key={personId}>
                    <b>{name}.</b> {t('nobody')}
                  </Note>
                ))}
            </Section>
            {chosen && <Holds key={`${chosen.person} ${chosen.to}`} caseId={caseId} chosen={chosen} />}
          </Stack>
        </Columns>
      )}
    </Loaded>
  )
}

const usePreview = (caseId: string, query: Chosen) =>
  useAsk(copiesApi.preview, { params: { id: caseId }, query })

function Holds({ caseId, chosen }: { caseId: string; chosen: Chosen }) {
  const { t } = useTranslation('copies')
  const { numericDate } = useWords()
  const preview = usePreview(caseId, chosen)
  const [without, leaveOut] = useState<string[]>([])
  const turn = (id: string) =>
    leaveOut((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id]))
  return (
    <Section heading={t('holds')}>
      <Loaded query={preview} rows={4}>
        {({ parts, disclosures, seen }) => (
          <Stack>
            <Note>{t('read')}</Note>
            <Rows>
              <Row title={t('personal')} end={t('always')} />
              <Row title={t('disclosures')} end={t('count', { count: disclosures })} />
            </Rows>
            {parts.map(({ name, entries }) => (
              <div key={name}>
                <h3>{name}</h3>
                <Rows label={name}>
                  {entries.map(({ id, on, by, lines }) => (
                    <Row
                      key={id}
                      title={[on && numericDate(on), by].filter(Boolean).join(' · ') || name}
                      sub={
                        <>
                          {lines.map((line) => (
                            <span key={`${line.name} ${line.words}`}>
                              {line.name && <span className="muted">{line.name}: </span>}
                              {line.words}
                              <br />
                            </span>
                          ))}
                          {without.includes(id) && <Status kind="no">{t('left')}</Status>}
                        </>
                      }
                      end={
                        <Button size="small" kind="quiet" onClick={() => turn(id)}>
                          {t(without.includes(id) ? 'takeBack' : 'leave')}
                        </Button>
                      }
                    />
                  ))}
                </Rows>
              </div>
            ))}
            <p>
              <Button
                kind="filled"
                icon={Printer}
                to={pathOf(copiesContract.paper, {
                  params: { id: caseId },
                  query: {
                    ...chosen,
                    seen,
                    without:
                      parts
                        .flatMap(({ entries }) => entries)
                        .flatMap(({ id, no }) => (without.includes(id) ? [no] : []))
                        .join() || undefined,
                  },
                })}
              >
                {t('print')}
              </Button>
            </p>
            <p className="sm muted">{t('printHint')}</p>
          </Stack>
        )}
      </Loaded>
    </Section>
  )
}

function LeftOut({ caseId, chosen }: { caseId: string; chosen: Chosen }) {
  const { t } = useTranslation('copies')
  const preview = usePreview(caseId, chosen)
  return (
    <PlainSection heading={t('leftOut')}>
      <Loaded query={preview}>
        {({ leftOut }) => (
          <Stack>
            {leftOut.length === 0 && <p>{t('nothingLeftOut')}</p>}
            {leftOut.map(({ because, count }) => (
              <p key={because}>{t(`because.${because}`, { count })}</p>
            ))}
            <p className="sm">{t('never')}</p>
            <p className="sm muted">{t('leftOutHint')}</p>
          </Stack>
        )}
      </Loaded>
    </PlainSection>
  )
}
