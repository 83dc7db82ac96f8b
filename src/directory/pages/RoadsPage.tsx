import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { directoryApi, type RoadFactor } from './api.ts'

/** How much longer roads are than a straight line, county by county. */
export function RoadsPage() {
  const { t } = useTranslation('directory')
  const factors = useAsk(directoryApi.roadFactors, {})
  return (
    <PageFrame
      tab={t('roads.tab')}
      title={t('roads.title')}
      sub={t('roads.sub')}
      crumbs={[
        { to: '/services', label: t('page.crumb') },
        { to: '/services/departures', label: t('departures.title') },
        { label: t('roads.title') },
      ]}
      narrow
    >
      <Section heading={t('roads.tab')}>
        <Loaded query={factors} rows={2}>
          {(found) => (
            <>
              <Rows>
                {found.map((county) => (
                  <County key={county.county} county={county} />
                ))}
              </Rows>
              {found.length === 0 && <EmptyState>{t('roads.none')}</EmptyState>}
            </>
          )}
        </Loaded>
      </Section>
    </PageFrame>
  )
}

function County({ county }: { county: RoadFactor }) {
  const { t } = useTranslation('directory')
  const { number, numericDate } = useWords()
  const [changing, setChanging] = useState(false)
  const { name, factor, said, iKeep } = county
  return (
    <>
      <Row
        title={name}
        sub={[
          t('roads.example', { factor: number(factor), km: number(Math.round(factor * 100) / 10) }),
          said ? t('roads.said', { who: said.by, day: numericDate(said.on) }) : t('roads.usual'),
        ].join(' · ')}
        end={
          <>
            <b>× {number(factor)}</b>
            {iKeep && !changing && (
              <Button kind="quiet" size="small" onClick={() => setChanging(true)}>
                {t('roads.change')}
              </Button>
            )}
          </>
        }
      />
      {changing && <Change county={county} onDone={() => setChanging(false)} />}
    </>
  )
}

function Change({ county: { county, factor }, onDone }: { county: RoadFactor; onDone: () => void }) {
  const { t } = useTranslation('directory')
  const { number } = useWords()
  const form = useForm(directoryApi.setRoadFactor, {
    params: { county },
    start: () => ({ factor: number(factor) }),
    body: ({ factor: typed }) => ({ factor: Number(typed.replace(',', '.')) }),
    faults: ({ factor: typed }) => ({
      factor:
        !(Number(typed.replace(',', '.')) >= 1 && Number(typed.replace(',', '.')) <= 3) &&
        t('roads.factorMissing'),
    }),
    onDone,
  })
  return (
    <li style={{ paddingBlock: 12 }}>
      <Form
        of={form}
        deed={t('roads.save')}
        beside={
          <Button kind="quiet" onClick={onDone}>
            {t('departures.cancel')}
          </Button>
        }
      >
        <TextField
          {...form.field('factor', t('roads.factor'), { lack: t('roads.factorMissing') })}
          inputMode="decimal"
        />
      </Form>
    </li>
  )
}
