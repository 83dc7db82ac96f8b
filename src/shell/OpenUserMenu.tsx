import { Menu } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Check, Contrast, LogOut, UserRound } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseContrast, useContrast } from '../platform/kit/contrast.ts'
import { ProblemNotice } from '../platform/kit/ProblemNotice.tsx'
import type { Locale } from '../platform/texts/locales.ts'
import { useGo } from '../platform/web/place.ts'
import { send } from '../platform/web/request.ts'
import { type Session, sessionPath, standFor, useSession } from '../platform/web/session.ts'
import { signOut } from '../platform/web/signOut.ts'
import { chooseLanguage, languages } from './languages.ts'
import styles from './UserMenu.module.css'

/** For whom I act, how I want to read; and out. Opened by `me`. */
export function OpenUserMenu({ me }: { me: ReactElement }) {
  const { t, i18n } = useTranslation('shell')
  const { worker, workers } = useSession()
  const contrast = useContrast()
  const queries = useQueryClient()
  const go = useGo()
  const [problem, setProblem] = useState<unknown>(null)

  /** Everything on the screen was read with other eyes, so the page is loaded anew. */
  const leave = async (deed: Promise<unknown>, to: string) => {
    setProblem(null)
    try {
      await deed
      window.location.assign(to)
    } catch (thrown) {
      setProblem(thrown)
    }
  }
  const actAs = (workerId: string) =>
    leave(
      send('POST', '/api/session/act-as', { workerId }).then(() => standFor(workerId)),
      '/',
    )

  /** The language changes at once; that it is remembered for the next time may come later. */
  const read = (locale: Locale) => {
    chooseLanguage(locale)
    queries.setQueryData<Session>([sessionPath], (session) => session && { ...session, locale })
    send('PUT', '/api/session/locale', { locale }).catch(() => undefined)
  }

  return (
    <>
      <Menu
        defaultOpened
        position="bottom-end"
        withinPortal={false}
        withInitialFocusPlaceholder={false}
        checkIcon={<Check size={18} aria-hidden />}
        classNames={{ dropdown: styles.menu, item: styles.item, label: styles.label }}
      >
        <Menu.Target>{me}</Menu.Target>
        <Menu.Dropdown>
          {worker && workers.length > 1 && (
            <>
              <Menu.Label>{t('me.actFor')}</Menu.Label>
              <Menu.RadioGroup value={worker.id} onChange={actAs}>
                {workers.map(({ id, institutionName, position }) => (
                  <Menu.RadioItem key={id} value={id} closeMenuOnClick>
                    {institutionName}
                    <small>{position}</small>
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
              <Menu.Divider />
            </>
          )}
          <Menu.Label>{t('me.language')}</Menu.Label>
          <Menu.RadioGroup value={i18n.language} onChange={(locale) => read(locale as Locale)}>
            {languages.map(({ locale, name: language }) => (
              <Menu.RadioItem key={locale} value={locale} lang={locale}>
                {language}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.CheckboxItem
            checked={contrast === 'more'}
            rightSection={<Contrast size={18} aria-hidden />}
            onChange={(more) => chooseContrast(more ? 'more' : 'normal')}
          >
            {t('me.contrast')}
          </Menu.CheckboxItem>
          <Menu.Divider />
          <Menu.Item rightSection={<UserRound size={18} aria-hidden />} onClick={() => go('/my-account')}>
            {t('me.account')}
          </Menu.Item>
          <Menu.Item
            rightSection={<LogOut size={18} aria-hidden />}
            onClick={() => leave(signOut(), '/sign-in')}
          >
            {t('me.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {problem !== null && (
        <div className={styles.problem}>
          <ProblemNotice problem={problem} />
        </div>
      )}
    </>
  )
}
