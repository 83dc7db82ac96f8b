import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '../../platform/kit/Button.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import type { Address } from '../../platform/web/address.ts'
import { pathOf } from '../../platform/web/client.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { answersIn } from '../answering.ts'
import { questionnairesContract } from '../contract.ts'
import type { Questionnaire } from '../questionnaire.ts'
import { AnswerSheet } from './AnswerSheet.tsx'
import { questionnairesApi } from './api.ts'
import { FillIn } from './FillIn.tsx'

export type Response = Omit<z.output<typeof questionnairesContract.response.answer>, 'questionnaire'> & {
  questionnaire: Questionnaire
}

export type ResponseWorkProps = {
  scopeId: string
  responseId: string
  /** The list that it lies in. */
  list: Address
  /** Whose names may stand under it. */
  names: Map<string, string>
  mayChange: boolean
}

/** One filled-in questionnaire: being written by its author, or read, printed and, if need be, amended. */
export function ResponseWork({ scopeId, responseId, list, names, mayChange }: ResponseWorkProps) {
  const query = useAsk(
    questionnairesApi.response,
    { params: { scopeId, id: responseId } },
    { select: (given) => given as Response },
  )
  const [amending, setAmending] = useState(false)
  return (
    <Loaded query={query} rows={6}>
      {(response) =>
        response.status === 'in-progress' || amending ? (
          <FillIn
            // A response that was amended is begun anew from how it is now.
            key={response.status}
            scopeId={scopeId}
            response={response}
            list={list}
            onDone={() => setAmending(false)}
          />
        ) : (
          <Read
            scopeId={scopeId}
            response={response}
            name={names.get(response.authorId)}
            onAmend={mayChange && response.iMayChange ? () => setAmending(true) : undefined}
          />
        )
      }
    </Loaded>
  )
}

function Read({
  scopeId,
  response,
  name,
  onAmend,
}: {
  scopeId: string
  response: Response
  name: string | undefined
  onAmend: (() => void) | undefined
}) {
  const { t } = useTranslation('questionnaires')
  const { longDate } = useWords()
  const { questionnaire, item, score, completedAt, status } = response
  return (
    <Section
      heading={questionnaire.title}
      more={
        <span data-screen-only>
          <span style={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 }}>
            {onAmend && (
              <Button size="small" onClick={onAmend}>
                {t('read.amend')}
              </Button>
            )}
            <Button size="small" icon={Printer} onClick={() => window.print()}>
              {t('read.print')}
            </Button>
            <Link
              to={pathOf(questionnairesContract.exportResponse, { params: { scopeId, id: response.id } })}
            >
              {t('read.export')}
            </Link>
          </span>
        </span>
      }
    >
      <p className="sm muted" style={{ marginBottom: 16 }}>
        {[longDate(dayOf(completedAt!)), name, status === 'amended' && t('status.amended')]
          .filter(Boolean)
          .join(', ')}
      </p>
      <AnswerSheet questionnaire={questionnaire} answers={answersIn(item)} />
      {score && (
        <p style={{ marginTop: 20 }}>
          {t('read.score', score)} <span className="sm muted">{t('read.scoreMeans')}</span>
        </p>
      )}
    </Section>
  )
}
