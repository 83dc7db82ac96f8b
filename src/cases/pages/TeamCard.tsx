import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PersonLine } from '../../platform/kit/PersonLine.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { casesApi } from './api.ts'
import type { Family } from './FamilyFrame.tsx'

/** Who works with the family, the phone first; the coordinator on top. */
export function TeamCard({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const { worker } = useSession()
  const query = useAsk(casesApi.team, { params: { id: family.id } })
  const coordinator = family.coordinator
  return (
    <Section
      heading={t('team.title')}
      more={
        family.may.includes('coordinate') && !family.closedAt ? (
          <Link to={pageAt('/families/$id/team', { id: family.id }, { hash: 'invite' })}>
            {t('team.invite')}
          </Link>
        ) : undefined
      }
    >
      <Loaded query={query}>
        {(members) => {
          const others = members.filter(
            ({ id, state }) => id !== coordinator?.id && (state === 'accepted' || state === 'invited'),
          )
          return (
            <>
              <Rows>
                {coordinator && (
                  <PersonLine
                    name={coordinator.name}
                    part={t('team.coordinator', { institution: coordinator.institutionName })}
                    phone={coordinator.phone}
                    hours={coordinator.phoneHours}
                    you={coordinator.id === worker?.id}
                  />
                )}
                {others.map((member) => (
                  <PersonLine
                    key={member.memberId}
                    name={member.name}
                    part={[member.institutionName, member.part ?? member.position].join(', ')}
                    phone={member.phone}
                    hours={member.phoneHours}
                    you={member.id === worker?.id}
                    waiting={member.state === 'invited'}
                  />
                ))}
              </Rows>
              {!coordinator && others.length === 0 && <EmptyState>{t('team.empty')}</EmptyState>}
            </>
          )
        }}
      </Loaded>
    </Section>
  )
}
