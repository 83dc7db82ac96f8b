import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useSession } from '../../platform/web/session.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { institutionsApi, type Mine } from './api.ts'

/** Who must have a second factor here; the head may demand it of all. */
export function FactorForAll({ mine }: { mine: Mine }) {
  const { t } = useTranslation('institutions')
  const [forAll, setForAll] = useState(mine.factorForAll)
  const deed = useDeed((given: boolean, key) =>
    institutionsApi.demandFactor({ body: { forAll: given }, version: mine.version, key }),
  )
  return (
    <Section heading={t('factor.heading')}>
      <p>{t('factor.rule')}</p>
      <OldForm
        onSubmit={() => deed.run(forAll)}
        problem={deed.problem}
        actions={
          forAll !== mine.factorForAll && (
            <Button kind="filled" type="submit" busy={deed.busy}>
              {t('factor.save')}
            </Button>
          )
        }
      >
        <CheckboxField
          label={t('factor.forAll')}
          hint={t('factor.forAllHint')}
          value={forAll}
          onChange={setForAll}
        />
      </OldForm>
    </Section>
  )
}

/** A second factor that somebody lost: one says so, another confirms, and then it is off. */
export function LostFactors({ mine }: { mine: Mine }) {
  const { t } = useTranslation('institutions')
  const { worker: me } = useSession()
  const [workerId, setWorkerId] = useState('')
  const query = useQuery({
    queryKey: ['institutions', 'factor-resets'],
    queryFn: () => institutionsApi.factorResets({}),
  })
  const ask = useDeed(
    (whose: string, key) => institutionsApi.askFactorReset({ body: { id: newId(), workerId: whose }, key }),
    () => setWorkerId(''),
  )
  const confirm = useDeed((id: string, key) =>
    institutionsApi.confirmFactorReset({ params: { id }, body: {}, key }),
  )
  const colleagues = mine.workers.filter(({ until, id }) => !until && id !== me?.id)
  return (
    <Section heading={t('factor.lost')}>
      <p>{t('factor.lostSub')}</p>
      <ProblemNotice problem={confirm.problem} />
      <Loaded query={query} rows={1}>
        {(resets) =>
          resets.length > 0 && (
            <Rows>
              {resets.map(({ id, worker, askedBy, iMayConfirm }) => (
                <Row
                  key={id}
                  title={worker}
                  sub={t('factor.waiting', { askedBy })}
                  end={
                    iMayConfirm && (
                      <Button size="small" busy={confirm.busy} onClick={() => confirm.run(id)}>
                        {t('factor.confirm')}
                      </Button>
                    )
                  }
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
      <OldForm
        onSubmit={() => workerId && ask.run(workerId)}
        problem={ask.problem}
        actions={
          <Button type="submit" busy={ask.busy}>
            {t('factor.ask')}
          </Button>
        }
      >
        <SelectField
          label={t('factor.who')}
          value={workerId}
          onChange={(chosen) => setWorkerId(chosen ?? '')}
          options={[
            { value: '', label: t('factor.choose') },
            ...colleagues.map(({ id, givenName, familyName }) => ({
              value: id,
              label: `${givenName} ${familyName}`,
            })),
          ]}
        />
      </OldForm>
    </Section>
  )
}
