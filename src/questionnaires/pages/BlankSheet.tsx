import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import type { Questionnaire } from '../questionnaire.ts'
import { AnswerSheet } from './AnswerSheet.tsx'
import { questionnairesApi } from './api.ts'

/** A questionnaire to be printed and filled in by hand. */
export function BlankSheet({ questionnaireId }: { questionnaireId: string }) {
  const { t } = useTranslation('questionnaires')
  const query = useAsk(
    questionnairesApi.questionnaire,
    { params: { id: questionnaireId } },
    { select: (given) => given as Questionnaire },
  )
  return (
    <Loaded query={query} rows={6}>
      {(questionnaire) => (
        <Section
          heading={questionnaire.title}
          more={
            <span data-screen-only>
              <Button size="small" icon={Printer} onClick={() => window.print()}>
                {t('read.print')}
              </Button>
            </span>
          }
        >
          {questionnaire.description && (
            <p className="muted" style={{ marginBottom: 16 }}>
              {questionnaire.description}
            </p>
          )}
          <AnswerSheet questionnaire={questionnaire} answers={null} />
        </Section>
      )}
    </Loaded>
  )
}
