import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FileField } from '../../platform/kit/FileField.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { territoryApi } from './api.ts'

type Changes = Awaited<ReturnType<typeof territoryApi.previewUnits>>

/** For the administrator: a newer TERC file of the statistical office, first what it would change, then the deed. */
export function TerritoryPage() {
  const { t } = useTranslation('territory')
  const [asking, setAsking] = useState(false)
  const form = useForm(territoryApi.previewUnits, {
    start: () => ({ file: [] as File[], csv: '' }),
    faults: ({ file }) => ({ file: !file[0] && t('load.lackFile') }),
    stays: true,
  })
  const choose = async (file: File[]) => {
    form.begin()
    form.change({ file, csv: (await file[0]?.text()) ?? '' })
  }
  const takeOver = useDeed((text: string, key) => territoryApi.takeOverUnits({ body: { csv: text }, key }))
  return (
    <PageFrame narrow tab={t('load.title')} title={t('load.title')} sub={t('load.sub')}>
      {takeOver.done ? (
        <Section heading={t('load.title')}>
          <Done title={t('load.done')} sub={t('load.doneSub')} />
        </Section>
      ) : (
        <Columns>
          <Section heading={t('load.file')}>
            <Form of={form} kind={form.answer ? 'default' : 'filled'} deed={t('load.look')}>
              <FileField
                {...form.field('file', t('load.choose'), { at: 'csv' })}
                optional={false}
                hint={t('load.hint')}
                accept=".csv,text/csv"
                onChange={choose}
              />
            </Form>
          </Section>
          {form.answer && (
            <>
              <ChangesList changes={form.answer} />
              <ProblemNotice problem={takeOver.problem} />
              <p>
                <Button kind="filled" busy={takeOver.busy} onClick={() => setAsking(true)}>
                  {t('load.deed')}
                </Button>
              </p>
              <ConfirmDialog
                open={asking}
                title={t('load.ask')}
                deed={t('load.deed')}
                onClose={() => setAsking(false)}
                onConfirm={() => {
                  setAsking(false)
                  takeOver.run(form.values.csv)
                }}
              >
                {t('load.sure')}
              </ConfirmDialog>
            </>
          )}
        </Columns>
      )}
    </PageFrame>
  )
}

function ChangesList({ changes }: { changes: Changes }) {
  const { t } = useTranslation('territory')
  const { longDate } = useWords()
  const groups = [
    { key: 'came', rows: changes.came.map(({ terc, name }) => ({ key: terc, title: name, sub: terc })) },
    {
      key: 'renamed',
      rows: changes.renamed.map(({ terc, from, to }) => ({ key: terc, title: `${from} → ${to}`, sub: terc })),
    },
    {
      key: 'moved',
      rows: changes.moved.map(({ name, from, to }) => ({ key: to, title: name, sub: `${from} → ${to}` })),
    },
    { key: 'ended', rows: changes.ended.map(({ terc, name }) => ({ key: terc, title: name, sub: terc })) },
  ].filter(({ rows }) => rows.length > 0)
  if (groups.length === 0)
    return (
      <Section heading={t('load.changes', { day: longDate(changes.since) })}>
        <EmptyState>{t('load.nothing')}</EmptyState>
      </Section>
    )
  return groups.map(({ key, rows }) => (
    <Section
      key={key}
      heading={t(`load.${key}`)}
      count={rows.length}
      more={t('load.since', { day: longDate(changes.since) })}
    >
      <Rows>
        {rows.map((row) => (
          <Row key={row.key} title={row.title} sub={row.sub} />
        ))}
      </Rows>
    </Section>
  ))
}
