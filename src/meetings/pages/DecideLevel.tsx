import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assessmentsApi } from '../../assessments/pages/api.ts'
import { AgreedLevel } from '../../assessments/pages/DomainWork.tsx'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import type { Meeting, Point } from './api.ts'
import { settleApi } from './settleApi.ts'

type Props = { family: Family; meeting: Meeting; point: Point; onDone: () => void }

/** What is settled is the level of a life domain, in the assessment that is under way. */
export function DecideLevel({ family, meeting, point, onDone }: Props) {
  const { t, i18n } = useTranslation('meetings')
  const { entries } = useCodes()
  const query = useAsk(assessmentsApi.assessments, { params: { id: family.id } })
  const [domain, choose] = useState<string | null>(null)
  const language = i18n.language === 'en' ? 'en' : 'pl'
  return (
    <Loaded query={query}>
      {(assessments) => {
        const assessment = assessments.find(({ fixedAt }) => !fixedAt)
        if (!assessment)
          return (
            <EmptyState>
              {t('decision.noAssessment')}{' '}
              <Link to={pageAt('/families/$id/assessment', { id: family.id })}>
                {t('decision.toAssessment')}
              </Link>
            </EmptyState>
          )
        return (
          <Stack>
            <SelectField
              label={t('decision.domain')}
              options={entries('assessments.life_domain')
                .filter(({ keptByWorker }) => !keptByWorker)
                .map((each) => ({ value: each.code, label: each[language] }))}
              value={domain}
              onChange={choose}
              optional={false}
            />
            {domain && (
              <AgreedLevel
                key={domain}
                family={family}
                assessment={assessment}
                domain={domain}
                settled={{
                  call: settleApi.decideLevel,
                  params: { id: meeting.id, pointId: point.id },
                  draft: `meeting/${meeting.id}/level/${point.id}/${domain}`,
                }}
                onKept={onDone}
              />
            )}
          </Stack>
        )
      }}
    </Loaded>
  )
}
