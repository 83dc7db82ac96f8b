import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { AppointCoordinator } from './AppointCoordinator.tsx'
import { useFamily } from './FamilyFrame.tsx'

/** Whoever heads the partnership's leader finds a family a coordinator where it is led, when nobody there may: knowing the code alone. */
export function AppointPage() {
  const { t } = useTranslation('cases')
  const family = useFamily()
  const [appointed, setAppointed] = useState(false)
  return (
    <PageFrame narrow tab={t('appoint.tab')} title={t('appoint.title')}>
      {appointed ? (
        <Done title={t('appoint.done')} sub={t('appoint.doneSub')}>
          <Button kind="filled" to="/">
            {t('invited.toDay')}
          </Button>
        </Done>
      ) : (
        <Loaded
          query={family}
          gone={
            <EmptyState action={<Button to="/">{t('invited.toDay')}</Button>}>{t('appoint.gone')}</EmptyState>
          }
        >
          {(found) =>
            found.may.includes('appoint') ? (
              <>
                <KeyFacts
                  facts={[
                    {
                      label: t('appoint.led'),
                      value: found.leadingInstitution?.name ?? '–',
                      more: t('appoint.why'),
                    },
                    { label: t('invited.code'), value: found.code, more: t('appoint.codeWhy') },
                  ]}
                />
                <p style={{ margin: '16px 0' }}>{t('appoint.quiet')}</p>
                <AppointCoordinator
                  family={found}
                  hint={t('appoint.hint')}
                  onDone={() => setAppointed(true)}
                />
              </>
            ) : (
              <EmptyState action={<Button to="/">{t('invited.toDay')}</Button>}>
                {t('appoint.gone')}
              </EmptyState>
            )
          }
        </Loaded>
      )}
    </PageFrame>
  )
}
