import { Menu } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Check, Contrast, Languages, LogOut } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { chooseContrast, useContrast } from '../platform/kit/contrast.ts'
import { send } from '../platform/kit/request.ts'
import { useSession } from '../platform/kit/session.ts'
import { forgetDrafts } from '../platform/kit/useDraft.ts'
import type { Locale } from '../platform/texts/locales.ts'
import { initials } from '../platform/texts/names.ts'
import { speak } from '../platform/texts/setup.ts'
import styles from './UserMenu.module.css'

const languages: { locale: Locale; name: string }[] = [
  { locale: 'pl', name: 'Polski' },
  { locale: 'en', name: 'English' },
]

/** Who I am, for whom I act, how I want to read; and out. */
export function UserMenu() {
  const { t, i18n } = useTranslation('shell')
  const { account, worker, workers } = useSession()
  const contrast = useContrast()
  const queries = useQueryClient()

  async function actAs(workerId: string) {
    await send('PUT', '/api/session/worker', { workerId })
    // Everything on the screen was read with the other worker's eyes.
    queries.clear()
    window.location.assign('/')
  }
  async function signOut() {
    await send('DELETE', '/api/session')
    forgetDrafts()
    window.location.assign('/sign-in')
  }

  const name = worker?.name ?? account.name
  return (
    <Menu
      position="bottom-end"
      withinPortal
      classNames={{ dropdown: styles.menu, item: styles.item, label: styles.label }}
    >
      <Menu.Target>
        <button type="button" className={styles.me}>
          <span className={styles.initials} aria-hidden>
            {initials(name)}
          </span>
          <span className={styles.words}>
            {name}
            {worker && <span className={styles.where}>{worker.institutionName}</span>}
          </span>
          <span className="vh">{t('me.menu')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {workers.length > 1 && (
          <>
            <Menu.Label>{t('me.actFor')}</Menu.Label>
            {workers.map((own) => (
              <Menu.Item
                key={own.id}
                role="menuitemradio"
                aria-checked={own.id === worker?.id}
                rightSection={own.id === worker?.id && <Check size={18} aria-hidden />}
                onClick={() => own.id !== worker?.id && actAs(own.id)}
              >
                {own.institutionName}
                <small>{own.position}</small>
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        )}
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={contrast === 'more'}
          leftSection={<Contrast size={18} aria-hidden />}
          rightSection={contrast === 'more' && <Check size={18} aria-hidden />}
          closeMenuOnClick={false}
          onClick={() => chooseContrast(contrast === 'more' ? 'normal' : 'more')}
        >
          {t('me.contrast')}
        </Menu.Item>
        {languages
          .filter(({ locale }) => locale !== i18n.language)
          .map(({ locale, name: language }) => (
            <Menu.Item
              key={locale}
              lang={locale}
              leftSection={<Languages size={18} aria-hidden />}
              onClick={() => speak(locale)}
            >
              {language}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={18} aria-hidden />} onClick={signOut}>
          {t('me.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
