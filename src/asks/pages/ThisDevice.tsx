import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { canBeTold, pushApi, tellItNoMore, tellThisDevice } from '../../platform/push/device.ts'
import { Problem } from '../../platform/web/request.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'

/** Notifications of this device: off until somebody turns them on here, and told beforehand what they say. */
export function ThisDevice() {
  const { t } = useTranslation('asks')
  const query = useAsk(pushApi.push, {})
  const [said, setSaid] = useState<'denied' | 'failed' | null>(null)
  const on = useDeed(async (vapid: string, key) => {
    setSaid(null)
    try {
      if ((await tellThisDevice(vapid, key)) === 'denied') setSaid('denied')
    } catch (error) {
      if (error instanceof Problem) throw error
      setSaid('failed')
    }
    return {}
  })
  const off = useDeed<void>(async (_, key) => {
    await tellItNoMore()
    return pushApi.closePush({ key })
  })
  return (
    <Section heading={t('device.heading')}>
      <div style={{ display: 'grid', gap: 12, justifyItems: 'start' }}>
        <p>{t('device.why')}</p>
        <Note>{t('device.says', { example: t('push', { count: 2 }) })}</Note>
        <p className="sm muted">{t('device.until')}</p>
        {canBeTold() ? (
          <Loaded query={query} rows={1}>
            {(push) =>
              push.on ? (
                <p role="status">
                  {t('device.isOn')}{' '}
                  <Button size="small" busy={off.busy} onClick={() => off.run()}>
                    {t('device.off')}
                  </Button>
                </p>
              ) : (
                <Button busy={on.busy} onClick={() => on.run(push.key)}>
                  {t('device.on')}
                </Button>
              )
            }
          </Loaded>
        ) : (
          <p>{t('device.cannot')}</p>
        )}
        {said && <p role="alert">{t(`device.${said}`)}</p>}
        <ProblemNotice problem={on.problem ?? off.problem} />
      </div>
    </Section>
  )
}
