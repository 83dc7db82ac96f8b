import { Check } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '../../platform/kit/Button.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { told } from '../../platform/web/address.ts'
import { useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { type Deed, useDeed } from '../../platform/web/useDeed.ts'
import type { guestsContract } from '../contract.ts'
import { guestsApi } from './api.ts'

type Guest = z.output<typeof guestsContract.guest.answer>

/** An address waits for a second pair of eyes: before that nothing goes there. */
export function GuestPage() {
  const { t } = useTranslation('guests', { keyPrefix: 'address' })
  const id = useParam('id')
  const query = useAsk(guestsApi.guest, { params: { id } })
  const [right, setRight] = useState(false)
  const said = useDeed(
    (given: boolean, key) => guestsApi.confirm({ params: { id }, body: { right: given }, key }),
    (_, given) => setRight(given),
  )
  return (
    <PageFrame narrow tab={t('tab')} title={t('title')} sub={t('sub')}>
      {said.done && query.error ? (
        // Who checked an address and has no part in what it is for reads nothing of it any more.
        <Done title={t(right ? 'said.right' : 'said.wrong')} />
      ) : (
        <Loaded query={query} rows={3}>
          {(guest) => <Shown guest={guest} said={said} />}
        </Loaded>
      )}
    </PageFrame>
  )
}

function Shown({ guest, said }: { guest: Guest; said: Deed<boolean, unknown> }) {
  const { t } = useTranslation('guests', { keyPrefix: 'address' })
  return (
    <Section heading={t('heading')}>
      <KeyFacts
        facts={[
          { label: t('who'), value: guest.name, more: guest.role },
          { label: t('institution'), value: guest.institution },
          { label: t('email'), value: guest.email },
          { label: t('invitedBy'), value: guest.invitedBy },
        ]}
      />
      {guest.iConfirm ? (
        <>
          <p style={{ margin: '12px 0' }}>{t('how')}</p>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
            <Button kind="filled" icon={Check} busy={said.busy} onClick={() => said.run(true)}>
              {t('right')}
            </Button>
            <Button busy={said.busy} onClick={() => said.run(false)}>
              {t('wrong')}
            </Button>
          </div>
          <ProblemNotice problem={said.problem} />
        </>
      ) : (
        <>
          <p style={{ margin: '12px 0' }} role="status">
            {t(`is.${guest.state}`, { name: guest.confirmer })}
          </p>
          <Button to={told(`/${guest.kind}s/${guest.subjectId}`)}>{t(`to.${guest.kind}`)}</Button>
        </>
      )}
    </Section>
  )
}
