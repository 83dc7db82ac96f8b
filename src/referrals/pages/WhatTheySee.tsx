import { Eye, EyeOff, type LucideIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { Tabs } from '../../platform/kit/Tabs.tsx'
import type { Referral } from './api.ts'
import { useAbout } from './useAbout.ts'

export type Told = {
  institution: string
  aboutAs: Referral['aboutAs'] | null
  age: number | null
  communeName: string | null
  who: string
  phone: string | null
  phoneOf: string | null
  /** Somebody who is not in Splot, on a page of their own: attachments stay inside. */
  guest?: boolean
}

type WhatTheySeeProps = {
  of: Told
  /** How it is now, of what was sent; null while it is being written. */
  now: 'before' | 'after' | 'nothing' | null
}

/** What the receiver reads before it takes anything on and afterwards, and what it never does. */
export function WhatTheySee({ of, now }: WhatTheySeeProps) {
  const { t } = useTranslation('referrals')
  const about = useAbout()
  const [shown, setShown] = useState<'before' | 'after'>(now === 'after' ? 'after' : 'before')
  const sees =
    shown === 'before'
      ? [about(of), t('sees.points'), t('sees.sender')]
      : [
          of.who || t('sees.unsaid'),
          about(of),
          of.phone &&
            (of.phoneOf
              ? t('sees.phoneOf', { phone: of.phone, whose: of.phoneOf })
              : t('sees.phone', { phone: of.phone })),
          t('sees.points'),
          t(of.guest ? 'sees.wordsOfGuest' : 'sees.wordsSeen'),
          t('sees.sender'),
        ]
  const not =
    shown === 'before'
      ? [t('sees.name'), t('sees.village'), t('sees.words')]
      : [t('sees.village'), t('sees.others'), t('sees.help')]
  return (
    <PlainSection heading={t(now === null ? 'sees.title' : 'sees.titleNow', { institution: of.institution })}>
      {now === 'nothing' ? (
        <p>{t('sees.nobody')}</p>
      ) : (
        <>
          <Tabs
            below
            label={t('sees.title', { institution: of.institution })}
            current={shown}
            onChoose={(key) => setShown(key as 'before' | 'after')}
            tabs={[
              { key: 'before', label: t('sees.before') },
              { key: 'after', label: t('sees.after') },
            ]}
          />
          <Rows onLinen label={t(`sees.${shown}`)}>
            {sees.filter(Boolean).map((each) => (
              <Row
                key={String(each)}
                title={
                  <Seen icon={Eye}>
                    <span>{each}</span>
                  </Seen>
                }
              />
            ))}
          </Rows>
          <p className="sm muted" style={{ marginTop: 10 }}>
            {t('sees.not')}
          </p>
          <Rows onLinen label={t('sees.not')}>
            {not.map((each) => (
              <Row
                key={each}
                title={
                  <Seen icon={EyeOff}>
                    <span className="muted">{each}</span>
                  </Seen>
                }
              />
            ))}
          </Rows>
        </>
      )}
    </PlainSection>
  )
}

function Seen({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <span style={{ display: 'flex', gap: 8, fontWeight: 400 }}>
      <Icon size={18} aria-hidden style={{ flex: 'none', marginTop: 3 }} />
      {children}
    </span>
  )
}
