import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DueLabel } from '../../platform/kit/DueLabel.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MoreButton } from '../../platform/kit/MoreButton.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { usePages } from '../../platform/web/usePages.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type Listed, referralsApi } from './api.ts'
import { PointState } from './PointState.tsx'
import { ReferralTabs } from './ReferralTabs.tsx'
import { useAbout } from './useAbout.ts'
import { useWhat } from './useWhat.ts'

/** What I asked of other institutions. */
export const SentPage = () => <ReferralsPage which="sent" />
/** What other institutions ask of mine. */
export const ReceivedPage = () => <ReferralsPage which="received" />

function ReferralsPage({ which }: { which: 'sent' | 'received' }) {
  const { t } = useTranslation('referrals')
  const [wanted, setWanted] = useState('')
  const pages = usePages(referralsApi.referrals, { query: { which, wanted: wanted.trim() || undefined } })
  return (
    <PageFrame
      tab={t(`list.${which}Tab`)}
      title={t('tabs.label')}
      sub={t(`list.${which}Sub`)}
      actions={
        <>
          {which === 'received' && <Button to="/referrals/places">{t('doors.places')}</Button>}
          <Button kind="filled" to="/referrals/new">
            {t('list.new')}
          </Button>
        </>
      }
    >
      <ReferralTabs current={which} />
      <Section heading={t(`list.${which}`)}>
        <div style={{ maxWidth: 420, marginBottom: 12 }}>
          <TextField
            label={t('list.wanted')}
            hint={t('list.wantedHint')}
            value={wanted}
            onChange={setWanted}
            type="search"
            optional={false}
          />
        </div>
        <Loaded query={pages} rows={4}>
          {(referrals) => (
            <>
              <Rows>
                {referrals.map((referral) => (
                  <ListedRow key={referral.id} referral={referral} which={which} />
                ))}
              </Rows>
              {referrals.length === 0 && (
                <EmptyState>{t(wanted ? 'list.nothingFound' : `list.${which}Empty`)}</EmptyState>
              )}
              <MoreButton pages={pages} />
            </>
          )}
        </Loaded>
      </Section>
    </PageFrame>
  )
}

function ListedRow({ referral, which }: { referral: Listed; which: 'sent' | 'received' }) {
  const { t } = useTranslation('referrals')
  const { eventDay } = useWords()
  const about = useAbout()
  const whatOf = useWhat()
  const { id, inCase, who, points, urgency, from, to, sentAt } = referral
  const waits = points.find(({ state }) => state === 'asked')
  const [first, ...others] = points
  return (
    <Row
      lead={
        waits ? (
          <DueLabel day={waits.answerBy} />
        ) : (
          <span className="sm muted">{eventDay(dayOf(sentAt))}</span>
        )
      }
      title={who ?? (inCase ? t('list.inCase') : about(referral))}
      to={pageAt('/referrals/$id', { id })}
      sub={
        <>
          {[whatOf(first!), others.length > 0 && t('list.more', { count: others.length })]
            .filter(Boolean)
            .join(', ')}
          <br />
          {[
            which === 'sent'
              ? t('list.toWhom', { institution: to })
              : t('list.fromWhom', { institution: from }),
            urgency === 'urgent' && t('list.urgent'),
          ]
            .filter(Boolean)
            .join(', ')}
        </>
      }
      end={<PointState state={(waits ?? first!).state} />}
    />
  )
}
