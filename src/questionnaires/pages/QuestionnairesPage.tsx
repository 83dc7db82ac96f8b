import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { FileField } from '../../platform/kit/FileField.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { pathOf } from '../../platform/web/client.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { questionnairesContract } from '../contract.ts'
import { questionnairesApi } from './api.ts'

/** For the administrator: the questionnaires of this installation, to be handed out and taken in as files. */
export function QuestionnairesPage() {
  const { t } = useTranslation('questionnaires')
  const query = useAsk(questionnairesApi.questionnaires, {})
  return (
    <PageFrame tab={t('admin.title')} title={t('admin.title')} sub={t('admin.sub')}>
      <Columns aside={<TakeIn />}>
        <Section heading={t('admin.here')} count={query.data?.length}>
          <Loaded query={query}>
            {(all) => (
              <Rows>
                {all.map((each) => (
                  <Row
                    key={each.id}
                    title={each.title}
                    sub={
                      <>
                        {t('admin.version', { version: each.version })}
                        {', '}
                        {t(each.shipped ? 'admin.shipped' : 'admin.tookIn')}
                        <br />
                        {each.description}
                      </>
                    }
                    end={
                      <>
                        <Status kind={each.newest && each.status === 'active' ? 'ok' : 'question'}>
                          {t(each.newest ? `admin.status.${each.status}` : 'admin.older')}
                        </Status>
                        <Link
                          to={pathOf(questionnairesContract.exportQuestionnaire, { params: { id: each.id } })}
                        >
                          {t('admin.export')}
                        </Link>
                      </>
                    }
                  />
                ))}
              </Rows>
            )}
          </Loaded>
        </Section>
      </Columns>
    </PageFrame>
  )
}

/** What a file holds, when it is an object in JSON. */
async function readFrom(file: File): Promise<Record<string, unknown> | null> {
  const read: unknown = await file
    .text()
    .then(JSON.parse)
    .catch(() => null)
  return typeof read === 'object' && !Array.isArray(read) ? (read as Record<string, unknown> | null) : null
}

function TakeIn() {
  const { t } = useTranslation('questionnaires')
  const form = useForm(questionnairesApi.previewImport, {
    start: () => ({ file: [] as File[], questionnaire: null as Record<string, unknown> | null }),
    faults: ({ file, questionnaire }) => ({ file: file[0] && !questionnaire && t('import.unreadable') }),
    stays: true,
  })
  const [taken, setTaken] = useState(false)
  const anew = async (file: File[]) => {
    form.begin()
    setTaken(false)
    form.change({ file, questionnaire: file[0] ? await readFrom(file[0]) : null })
  }
  if (taken)
    return (
      <Section heading={t('import.title')}>
        <Done title={t('import.done')} sub={t('import.doneSub')}>
          <Button onClick={() => anew([])}>{t('import.another')}</Button>
        </Done>
      </Section>
    )
  return (
    <Section heading={t('import.title')}>
      <Form of={form} kind={form.answer ? 'default' : 'filled'} deed={t('import.look')}>
        <FileField
          {...form.field('file', t('import.choose'), { at: 'questionnaire' })}
          hint={t('import.hint')}
          accept=".json,application/json"
          onChange={anew}
        />
      </Form>
      {form.answer && (
        <div style={{ marginTop: 18 }} role="status">
          {form.answer.leftOut.length > 0 && (
            <p className="sm muted">{t('import.leftOut', { names: form.answer.leftOut.join(', ') })}</p>
          )}
          {form.answer.obstacles.length > 0 ? (
            <Obstacles obstacles={form.answer.obstacles} />
          ) : (
            <>
              <p className="m">{form.answer.title}</p>
              <p className="sm muted">
                {[
                  form.answer.version && t('admin.version', { version: form.answer.version }),
                  form.answer.status && t(`admin.status.${form.answer.status}`),
                  t('import.items', { count: form.answer.items.length }),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </p>
              <Rows ordered label={t('import.what')}>
                {form.answer.items.map((item) => (
                  <Row key={item.linkId} title={item.text ?? item.linkId} sub={t(`types.${item.type}`)} />
                ))}
              </Rows>
              <div style={{ marginTop: 12 }}>
                <Naming
                  questionnaire={form.values.questionnaire!}
                  missing={form.answer.missing}
                  onDone={() => setTaken(true)}
                />
              </div>
            </>
          )}
        </div>
      )}
    </Section>
  )
}

type NamingProps = {
  questionnaire: Record<string, unknown>
  /** What names it and the file does not say. */
  missing: readonly ('url' | 'version' | 'title' | 'status')[]
  onDone: () => void
}

/** Asks for what names the questionnaire, where the file does not say it, and takes it in. */
function Naming({ questionnaire, missing, onDone }: NamingProps) {
  const { t } = useTranslation('questionnaires')
  const form = useForm(questionnairesApi.importQuestionnaire, {
    start: () => ({ url: '', version: '', title: '', status: null as 'draft' | 'active' | 'retired' | null }),
    body: (given) => ({
      questionnaire,
      ...Object.fromEntries(missing.map((name) => [name, given[name]])),
    }),
    faults: (given) =>
      Object.fromEntries(missing.map((name) => [name, !given[name] && t(`import.lack.${name}`)])),
    onDone,
  })
  const needed = <Name extends (typeof missing)[number]>(name: Name) => ({
    ...form.field(name, t(`import.name.${name}`)),
    optional: false,
  })
  return (
    <Form of={form} deed={t('import.deed')}>
      {missing.length > 0 && <p>{t('import.missing')}</p>}
      {missing.includes('title') && <TextField {...needed('title')} />}
      {missing.includes('url') && <TextField {...needed('url')} hint={t('import.hints.url')} />}
      {missing.includes('version') && <TextField {...needed('version')} hint={t('import.hints.version')} />}
      {missing.includes('status') && (
        <SelectField
          {...needed('status')}
          options={(['active', 'draft', 'retired'] as const).map((value) => ({
            value,
            label: t(`admin.status.${value}`),
          }))}
        />
      )}
    </Form>
  )
}

function Obstacles({ obstacles }: { obstacles: { path: string; problem: string }[] }) {
  const { t } = useTranslation('questionnaires')
  return (
    <>
      <p className="m">{t('import.cannot')}</p>
      <Rows>
        {obstacles.map(({ path, problem }) => (
          <Row
            key={`${path} ${problem}`}
            title={t(`obstacles.${problem}`)}
            sub={path && <code>{path}</code>}
          />
        ))}
      </Rows>
    </>
  )
}
