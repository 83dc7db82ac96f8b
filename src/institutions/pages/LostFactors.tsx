import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { institutionsApi, type Mine } from './api.ts'

/** Who must have a second factor here; the head may demand it of all. */
export function FactorForAll({ mine }: { mine: Mine }) {
  const { t } = useTranslation('institutions')
  const form = useForm(institutionsApi.demandFactor, {
    start: () => ({ forAll: mine.factorForAll }),
    version: mine.version,
    stays: true,
  })
  return (
    <Section heading={t('factor.heading')}>
      <p>{t('factor.rule')}</p>
      <Form of={form} deed={form.values.forAll !== mine.factorForAll && t('factor.save')}>
        <CheckboxField {...form.field('forAll', t('factor.forAll'))} hint={t('factor.forAllHint')} />
      </Form>
    </Section>
  )
}

/** A second factor that somebody lost: one says so, another confirms, and then it is off. */
export function LostFactors({ mine }: { mine: Mine }) {
  const { t } = useTranslation('institutions')
  const { worker: me } = useSession()
  const query = useAsk(institutionsApi.factorResets, {})
  const form = useForm(institutionsApi.askFactorReset, {
    start: () => ({ id: newId(), workerId: null as string | null }),
  })
  const colleagues = mine.workers.filter(({ until, id }) => !until && id !== me?.id)
  return (
    <Section heading={t('factor.lost')}>
      <p>{t('factor.lostSub')}</p>
      <Loaded query={query} rows={1}>
        {(resets) =>
          resets.length > 0 && (
            <Rows>
              {resets.map(({ id, worker, askedBy, iMayConfirm, confirms }) => (
                <Row
                  key={id}
                  title={worker}
                  sub={t('factor.waiting', { askedBy, confirms })}
                  end={
                    iMayConfirm && (
                      <ConfirmLoss
                        name={worker}
                        confirm={(key) =>
                          institutionsApi.confirmFactorReset({ params: { id }, body: {}, key })
                        }
                      />
                    )
                  }
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
      <Form of={form} kind="default" deed={t('factor.ask')}>
        <SelectField
          {...form.field('workerId', t('factor.who'), { lack: t('factor.choose') })}
          options={colleagues.map(({ id, givenName, familyName }) => ({
            value: id,
            label: `${givenName} ${familyName}`,
          }))}
        />
      </Form>
    </Section>
  )
}

/** The second pair of eyes: whoever confirms is told once more whom, what happens, and to see or hear the person first. */
export function ConfirmLoss({ name, confirm }: { name: string; confirm: (key: string) => Promise<unknown> }) {
  const { t } = useTranslation('institutions')
  const [asking, setAsking] = useState(false)
  const deed = useDeed<void>((_, key) => confirm(key))
  return (
    <>
      <Button size="small" aria-label={t('factor.confirmOf', { name })} onClick={() => setAsking(true)}>
        {t('factor.confirm')}
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        title={t('factor.sure', { name })}
        deed={t('factor.takeOff')}
        busy={deed.busy}
        problem={deed.problem}
        onConfirm={() => deed.run()}
        onClose={() => setAsking(false)}
      >
        <p>{t('factor.seeFirst', { name })}</p>
        <p>{t('factor.happens')}</p>
      </ConfirmDialog>
    </>
  )
}
