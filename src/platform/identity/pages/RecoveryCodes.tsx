import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Done } from '../../kit/Done.tsx'
import { Section } from '../../kit/Section.tsx'

/** Each code opens the account once when the app is not at hand. They are not shown again. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useTranslation('identity')
  return (
    <Section heading={t('codes.title')}>
      <Done title={t('codes.on')} sub={t('codes.sub')}>
        <ul
          style={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
            gap: '8px 24px',
            listStyle: 'none',
            padding: 0,
            margin: '0 0 20px',
          }}
        >
          {codes.map((code) => (
            <li key={code} className="m">
              {code}
            </li>
          ))}
        </ul>
        <div data-screen-only>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
            <Button icon={Printer} onClick={() => window.print()}>
              {t('codes.print')}
            </Button>
            <Button kind="filled" onClick={onKept}>
              {t('codes.kept')}
            </Button>
          </div>
        </div>
      </Done>
    </Section>
  )
}
