import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InstitutionTile } from '../../institutions/pages/InstitutionTile.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { daysBetween, today } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type Member, type Partnership, shortOf } from './api.ts'
import styles from './Members.module.css'

/** Who is in the partnership: who speaks for each, since when and on what document; those that left on request. */
export function Members({ partnership, members }: { partnership: Partnership; members: Member[] }) {
  const { t } = useTranslation('partnerships')
  const [withLeft, setWithLeft] = useState(false)
  const here = members.filter(({ state }) => state !== 'left')
  const gone = members.filter(({ state }) => state === 'left')
  return (
    <Section
      heading={t('members.heading')}
      count={here.length}
      flush
      more={
        gone.length > 0 && (
          <Button kind="quiet" size="small" aria-expanded={withLeft} onClick={() => setWithLeft(!withLeft)}>
            {withLeft ? t('members.hideLeft') : t('members.showLeft', { count: gone.length })}
          </Button>
        )
      }
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('members.institution')}</th>
            <th scope="col">{t('members.people')}</th>
            <th scope="col">{t('members.since')}</th>
            <th scope="col">{t('members.document')}</th>
          </tr>
        </thead>
        <tbody>
          {(withLeft ? members : here).map((member) => (
            <MemberRow key={member.id} partnershipId={partnership.id} member={member} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function MemberRow({ partnershipId, member }: { partnershipId: string; member: Member }) {
  const { t } = useTranslation('partnerships')
  const { numericDate } = useWords()
  const { representative, deputy } = member
  return (
    <tr>
      <td>
        <span className={styles.who}>
          <InstitutionTile kind={member.institution.kind} />
          <Link
            to={pageAt('/partnerships/$id/members/$membershipId', {
              id: partnershipId,
              membershipId: member.id,
            })}
          >
            {shortOf(member.institution)}
          </Link>
        </span>
      </td>
      <td>
        {representative?.name ?? (member.state === 'left' ? '–' : t('members.nobodyYet'))}
        {member.state !== 'left' && (representative || member.leading) && (
          <span className={styles.second}>
            {member.leading ? t('members.leads') : (deputy?.name ?? t('members.noDeputy'))}
          </span>
        )}
      </td>
      <td className="nowrap">{member.since ? numericDate(member.since) : t(`members.${member.state}`)}</td>
      <td>
        <MemberStatus member={member} />
      </td>
    </tr>
  )
}

/** On what document an institution is in, or what is waited for. */
export function MemberStatus({ member }: { member: Member }) {
  const { t } = useTranslation('partnerships')
  const { numericDate, daysWord } = useWords()
  switch (member.state) {
    case 'left':
      return (
        <Status kind="declined">{t('members.leftOn', { day: numericDate(member.leftOn ?? today()) })}</Status>
      )
    case 'suspended':
      return <Status kind="asked">{t('members.suspended')}</Status>
    case 'member':
      return <Status kind="ok">{t(`members.on.${member.document ?? 'declaration'}`)}</Status>
    case 'declared':
      return <Status kind="wait">{t('members.beforeAgreement')}</Status>
    case 'invited': {
      const days = daysBetween(member.invitedOn, today())
      return (
        <Status kind="wait">
          {days > 0 ? t('members.waiting', { days: daysWord(days) }) : t('members.invitedToday')}
        </Status>
      )
    }
  }
}
