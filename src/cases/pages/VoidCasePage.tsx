import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { casesApi } from './api.ts'
import { type Family, nameOf, useFamily } from './FamilyFrame.tsx'

/** A case opened by mistake: said why, it is gone for everybody, and its concern waits for an answer again. */
export function VoidCasePage() {
  const { t } = useTranslation('cases')
  const family = useFamily()
  const [voided, setVoided] = useState<string | null>(null)
  return (
    <PageFrame
      narrow
      tab={t('void.tab')}
      title={t('void.title')}
      crumbs={[
        { to: '/families', label: t('family.mine') },
        ...(family.data && !voided
          ? [{ to: pageAt('/families/$id', { id: family.data.id }), label: nameOf(family.data, t) }]
          : []),
        { label: t('void.crumb') },
      ]}
    >
      {voided ? (
        <Done title={t('void.done', { code: voided })} sub={t('void.doneSub')}>
          <p>{t('void.doneNext')}</p>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
            <Button kind="filled" to="/concerns">
              {t('void.toConcerns')}
            </Button>
            <Button to="/families">{t('family.mine')}</Button>
          </div>
        </Done>
      ) : (
        <Loaded query={family}>
          {(found) =>
            found.may.includes('void') ? (
              <Void family={found} onVoided={() => setVoided(found.code)} />
            ) : (
              <EmptyState
                action={<Button to={pageAt('/families/$id', { id: found.id })}>{t('back')}</Button>}
              >
                {t('void.notNow')}
              </EmptyState>
            )
          }
        </Loaded>
      )}
    </PageFrame>
  )
}

function Void({ family, onVoided }: { family: Family; onVoided: () => void }) {
  const { t } = useTranslation('cases')
  const form = useForm(casesApi.void, {
    params: { id: family.id },
    start: () => ({ because: '' }),
    draft: `case/${family.id}/void`,
    asks: true,
    onDone: onVoided,
  })
  return (
    <Section heading={t('void.what')}>
      <Rows>
        {(['gone', 'concern', 'anew', 'journal'] as const).map((line) => (
          <Row key={line} title={t(`void.will.${line}.title`)} sub={t(`void.will.${line}.text`)} />
        ))}
      </Rows>
      <div style={{ marginTop: 16 }}>
        <Form of={form} kind="danger" deed={t('void.deed')}>
          <TextArea
            {...form.field('because', t('void.because'), { lack: t('lack.reason') })}
            hint={t('void.becauseHint')}
            rows={2}
          />
        </Form>
      </div>
      <ConfirmDialog
        {...form.confirm}
        title={t('void.confirm', { code: family.code })}
        deed={t('void.deed')}
        danger
      >
        <p>{t('void.confirmText')}</p>
      </ConfirmDialog>
    </Section>
  )
}
