import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import type { Address } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { questionnairesApi } from './api.ts'

/** Where the list stands, one response, and a questionnaire to be filled in by hand. */
export type ResponsePages = {
  list: Address
  response: (id: string) => Address
  blank: (questionnaireId: string) => Address
}

export type ResponsesProps = {
  scopeId: string
  pages: ResponsePages
  /** Who filled something in, by the id of the worker. */
  names: Map<string, string>
  mayFill: boolean
}

/** Questionnaires that were filled in here, and those that can be. */
export function Responses({ scopeId, pages, names, mayFill }: ResponsesProps) {
  const { t } = useTranslation('questionnaires')
  const { longDate } = useWords()
  const responses = useAsk(questionnairesApi.responses, { params: { scopeId } })
  return (
    <Columns aside={mayFill && <ToFillIn scopeId={scopeId} pages={pages} />}>
      <Section heading={t('list.title')} count={responses.data?.length}>
        <Loaded query={responses} rows={3}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState>{t('list.empty')}</EmptyState>
            ) : (
              <Rows>
                {rows.map((response) => (
                  <Row
                    key={response.id}
                    title={response.title}
                    to={pages.response(response.id)}
                    sub={
                      response.completedAt
                        ? [longDate(dayOf(response.completedAt)), names.get(response.authorId)]
                            .filter(Boolean)
                            .join(', ')
                        : t('list.begun', { day: longDate(dayOf(response.begunAt)) })
                    }
                    end={
                      response.status === 'in-progress' ? (
                        <Status kind="wait">{t('status.in-progress')}</Status>
                      ) : (
                        response.status === 'amended' && <Status kind="ok">{t('status.amended')}</Status>
                      )
                    }
                  />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Section>
    </Columns>
  )
}

function ToFillIn({ scopeId, pages }: { scopeId: string; pages: ResponsePages }) {
  const { t } = useTranslation('questionnaires')
  const go = useGo()
  const [id] = useState(newId)
  const questionnaires = useAsk(questionnairesApi.questionnaires, {})
  const begin = useDeed(
    (body: { id: string; questionnaireId: string }, key) =>
      questionnairesApi.beginResponse({ params: { scopeId }, body, key }),
    () => go(pages.response(id)),
  )
  return (
    <Section heading={t('toFill.title')}>
      <Loaded query={questionnaires} rows={2}>
        {(all) => (
          <Rows>
            {all
              .filter(({ newest, status }) => newest && status === 'active')
              .map((each) => (
                <li key={each.id} style={{ padding: '14px 0' }}>
                  <p className="m">{each.title}</p>
                  <p className="sm muted">{each.description}</p>
                  <div
                    style={{
                      display: 'flex',
                      flexWrap: 'wrap',
                      alignItems: 'center',
                      gap: '8px 16px',
                      marginTop: 8,
                    }}
                  >
                    <Button
                      size="small"
                      busy={begin.trying?.questionnaireId === each.id}
                      aria-label={t('toFill.beginNamed', { title: each.title })}
                      onClick={() => begin.run({ id, questionnaireId: each.id })}
                    >
                      {t('toFill.begin')}
                    </Button>
                    <Link to={pages.blank(each.id)} aria-label={`${t('toFill.blank')}: ${each.title}`}>
                      {t('toFill.blank')}
                    </Link>
                  </div>
                </li>
              ))}
          </Rows>
        )}
      </Loaded>
      <ProblemNotice problem={begin.problem} />
    </Section>
  )
}
