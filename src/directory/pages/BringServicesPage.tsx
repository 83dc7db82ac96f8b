import { useTranslation } from 'react-i18next'
import { Form } from '../../platform/kit/Form.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { pathOf } from '../../platform/web/client.ts'
import { useGo } from '../../platform/web/place.ts'
import { formOf } from '../../platform/web/request.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { directoryContract } from '../contract.ts'
import { directoryApi, type SeenServices } from './api.ts'
import { FileToBring } from './FileToBring.tsx'

/** Entries out and in by the standard's files: what would change is seen before it is done. */
export function BringServicesPage() {
  const { t } = useTranslation('directory')
  const download = (format: 'json' | 'csv') => pathOf(directoryContract.exportServices, { query: { format } })
  return (
    <PageFrame
      tab={t('bring.tab')}
      title={t('bring.title')}
      sub={t('bring.sub')}
      crumbs={[
        { to: '/services', label: t('page.crumb') },
        { to: '/services/mine', label: t('mine.title') },
        { label: t('bring.title') },
      ]}
      narrow
    >
      <Stack>
        <Section heading={t('bring.out')}>
          <p>{t('bring.outWhy')}</p>
          <p>
            <a href={download('csv')} download>
              {t('bring.outCsv')}
            </a>
            {' · '}
            <a href={download('json')} download>
              {t('bring.outJson')}
            </a>
          </p>
        </Section>
        <FileToBring
          heading={t('bring.in')}
          label={t('bring.choose')}
          hint={t('bring.chooseHint')}
          accept=".zip,.csv,.json"
          look={(file) => directoryApi.seeServices({ body: formOf(file) })}
        >
          {(file, seen) => <Seen key={seen.seen} file={file} seen={seen} />}
        </FileToBring>
      </Stack>
    </PageFrame>
  )
}

function Seen({ file, seen }: { file: File; seen: SeenServices }) {
  const { t } = useTranslation('directory')
  const { entries, same, missing, faults } = seen
  return (
    <>
      <Section heading={t('bring.changes')} count={entries.length}>
        {same > 0 && <p className="sm muted">{t('bring.same', { count: same })}</p>}
        {entries.length === 0 && <Note>{t('bring.nothing')}</Note>}
        <Rows>
          {entries.map(({ id, name, state, changes }) => (
            <Row
              key={id}
              title={name}
              sub={
                changes.length > 0 && (
                  <ul style={{ margin: 0, paddingInlineStart: 18 }}>
                    {changes.map((change) => (
                      <li key={change.field}>
                        <Change {...change} />
                      </li>
                    ))}
                  </ul>
                )
              }
              end={<Status kind={state === 'new' ? 'ok' : 'asked'}>{t(`bring.state.${state}`)}</Status>}
            />
          ))}
        </Rows>
      </Section>
      {faults.length > 0 && (
        <Section heading={t('bring.faults')} count={faults.length}>
          <p className="sm muted">{t('bring.faultsWhy')}</p>
          <Rows>
            {faults.map(({ file: name, line, why, value, left }) => (
              <Row
                key={[name, line, why, value].join()}
                title={t(`notBrought.${why}`)}
                sub={[name ? t('bring.line', { file: name, line }) : t('bring.entry', { n: line }), value]
                  .filter(Boolean)
                  .join(': ')}
                end={<span className="sm muted">{t(`bring.left.${left}`)}</span>}
              />
            ))}
          </Rows>
        </Section>
      )}
      {missing.length > 0 && (
        <Section heading={t('bring.missing')} count={missing.length}>
          <p className="sm muted">{t('bring.missingWhy')}</p>
          <Rows>
            {missing.map(({ id, name }) => (
              <Row key={id} title={name} to={pageAt('/services/$id', { id })} />
            ))}
          </Rows>
        </Section>
      )}
      {entries.length > 0 && <Bring file={file} seen={seen} />}
    </>
  )
}

type Changed = SeenServices['entries'][number]['changes'][number]

/** One field, as it is and as it would be; codes in their words. */
function Change({ field, before, after }: Changed) {
  const { t } = useTranslation('directory')
  const { label } = useCodes()
  const { money } = useWords()
  const lists: { [Field in Changed['field']]?: string } = {
    kind: 'directory.service_kind',
    languages: 'directory.language',
    accessibility: 'directory.accessibility',
  }
  const said = (value: string) => {
    const list = lists[field]
    if (!value) return t('bring.empty')
    if (list)
      return value
        .split(' ')
        .map((code) => label(list, code))
        .join(', ')
    if (field === 'cost') return t(`cost.${value}`)
    if (field === 'costGrosz') return money(Number(value))
    if (field === 'closed') return t(`bring.closed.${value}`)
    return value
  }
  return (
    <>
      {t(`field.${field}`)}: {said(before)} → <b>{said(after)}</b>
    </>
  )
}

function Bring({ file, seen }: { file: File; seen: SeenServices }) {
  const { t } = useTranslation('directory')
  const go = useGo()
  const where = useAsk(directoryApi.whereServices, {})
  const partnerships = where.data?.keeps?.partnerships ?? []
  const form = useForm(directoryApi.bringServices, {
    start: () => ({ seen: seen.seen, partnershipId: null as string | null }),
    by: (input) => directoryApi.bringServices({ ...input, body: formOf(file) }),
    onDone: () => go('/services/mine'),
  })
  return (
    <Section heading={t('bring.do')}>
      <Form of={form} deed={t('bring.deed', { count: seen.entries.length })}>
        {partnerships.length > 0 && seen.entries.some(({ state }) => state === 'new') && (
          <SelectField
            {...form.field('partnershipId', t('bring.list'))}
            options={[
              { value: '', label: t('form.mine') },
              ...partnerships.map(({ id, name }) => ({
                value: id,
                label: t('form.ofPartnership', { name }),
              })),
            ]}
          />
        )}
      </Form>
    </Section>
  )
}
