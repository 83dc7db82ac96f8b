import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
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
          ? [{ to: `/families/${family.data.id}`, label: nameOf(family.data, t) }]
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
              <EmptyState action={<Button to={`/families/${found.id}`}>{t('back')}</Button>}>
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
  const [because, setBecause] = useState('')
  const [missing, setMissing] = useState(false)
  const [asking, setAsking] = useState(false)
  const deed = useDeed(
    (body: { because: string }, key) => casesApi.void({ params: { id: family.id }, body, key }),
    onVoided,
  )
  return (
    <Section heading={t('void.what')}>
      <Rows>
        {(['gone', 'concern', 'anew', 'journal'] as const).map((line) => (
          <Row key={line} title={t(`void.will.${line}.title`)} sub={t(`void.will.${line}.text`)} />
        ))}
      </Rows>
      <div style={{ marginTop: 16 }}>
        <OldForm
          problem={asking ? null : deed.problem}
          onSubmit={() => {
            setMissing(true)
            if (because.trim().length > 1) setAsking(true)
          }}
          actions={
            <Button kind="danger" type="submit">
              {t('void.deed')}
            </Button>
          }
        >
          <TextArea
            label={t('void.because')}
            hint={t('void.becauseHint')}
            rows={2}
            value={because}
            onChange={setBecause}
            maxLength={1000}
            error={missing && because.trim().length < 2 && t('lack.reason')}
          />
        </OldForm>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('void.confirm', { code: family.code })}
        deed={t('void.deed')}
        danger
        busy={deed.busy}
        onClose={() => setAsking(false)}
        onConfirm={() => deed.run({ because })}
      >
        <p>{t('void.confirmText')}</p>
        <ProblemNotice problem={deed.problem} />
      </ConfirmDialog>
    </Section>
  )
}
