import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { FileField } from '../../platform/kit/FileField.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { pathOf } from '../../platform/web/client.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { questionnairesContract } from '../contract.ts'
import { questionnairesApi } from './api.ts'

/** For the administrator: the questionnaires of this installation, to be handed out and taken in as files. */
export function QuestionnairesPage() {
  const { t } = useTranslation('questionnaires')
  const query = useQuery({
    queryKey: ['questionnaires'],
    queryFn: () => questionnairesApi.questionnaires({}),
  })
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

function TakeIn() {
  const { t } = useTranslation('questionnaires')
  const [files, setFiles] = useState<File[]>([])
  const [unreadable, setUnreadable] = useState(false)
  const [json, setJson] = useState<Record<string, unknown>>({})
  const preview = useDeed((questionnaire: Record<string, unknown>, key) =>
    questionnairesApi.previewImport({ body: { questionnaire }, key }),
  )
  const take = useDeed((questionnaire: Record<string, unknown>, key) =>
    questionnairesApi.importQuestionnaire({ body: { questionnaire }, key }),
  )
  const look = async () => {
    const read: unknown = await files[0]
      ?.text()
      .then(JSON.parse)
      .catch(() => null)
    const fits = typeof read === 'object' && read !== null && !Array.isArray(read)
    setUnreadable(!fits)
    if (!fits) return
    setJson(read as Record<string, unknown>)
    preview.run(read as Record<string, unknown>)
  }
  const anew = (chosen: File[]) => {
    setFiles(chosen)
    setUnreadable(false)
    preview.reset()
    take.reset()
  }
  if (take.done)
    return (
      <Section heading={t('import.title')}>
        <Done title={t('import.done')} sub={t('import.doneSub')}>
          <Button onClick={() => anew([])}>{t('import.another')}</Button>
        </Done>
      </Section>
    )
  return (
    <Section heading={t('import.title')}>
      <OldForm
        onSubmit={look}
        problem={preview.problem}
        actions={
          <Button kind={preview.answer ? 'default' : 'filled'} type="submit" busy={preview.busy}>
            {t('import.look')}
          </Button>
        }
      >
        <FileField
          label={t('import.choose')}
          hint={t('import.hint')}
          accept=".json,application/json"
          value={files}
          onChange={anew}
          error={unreadable && t('import.unreadable')}
        />
      </OldForm>
      {preview.answer && (
        <div style={{ marginTop: 18 }} role="status">
          {preview.answer.obstacles.length > 0 ? (
            <Obstacles obstacles={preview.answer.obstacles} />
          ) : (
            <>
              <p className="m">{preview.answer.title}</p>
              <p className="sm muted">
                {t('admin.version', { version: preview.answer.version })}
                {', '}
                {t(`admin.status.${preview.answer.status}`)}
                {', '}
                {t('import.items', { count: preview.answer.items.length })}
              </p>
              <Rows ordered label={t('import.what')}>
                {preview.answer.items.map((item) => (
                  <Row key={item.linkId} title={item.text ?? item.linkId} sub={t(`types.${item.type}`)} />
                ))}
              </Rows>
              {preview.answer.leftOut.length > 0 && (
                <p className="sm muted">
                  {t('import.leftOut', { names: preview.answer.leftOut.join(', ') })}
                </p>
              )}
              <ProblemNotice problem={take.problem} />
              <p style={{ marginTop: 12 }}>
                <Button kind="filled" busy={take.busy} onClick={() => take.run(json)}>
                  {t('import.deed')}
                </Button>
              </p>
            </>
          )}
        </div>
      )}
    </Section>
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
