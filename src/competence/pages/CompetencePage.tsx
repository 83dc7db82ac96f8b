import { Lock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InstitutionTile } from '../../institutions/pages/InstitutionTile.tsx'
import { usePartnership } from '../../partnerships/pages/PartnershipFrame.tsx'
import { useKindWords } from '../../partnerships/pages/useKindWords.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { today } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type CompetenceRow, competenceApi } from './api.ts'
import { PartPill } from './CompetenceMap.tsx'

const parts = ['leads', 'must', 'may', 'none'] as const

/** Who answers for what, difficulty by difficulty; the leader changes a part with the reason, never what the law demands. */
export function CompetencePage() {
  const { t } = useTranslation('competence')
  const id = useParam('id')
  const partnership = usePartnership(id)
  const { options } = useCodes()
  const [problem, setProblem] = useState<string | null>('poverty')
  const [changing, setChanging] = useState<string | null>(null)
  const query = useAsk(competenceApi.competence, { params: { id } })
  const rows = query.data?.rows.filter(({ problemKind }) => problemKind === problem) ?? []
  const laws = [...new Set(rows.flatMap(({ law }) => law ?? []))]
  const taken = new Set(rows.map(({ institutionKind }) => institutionKind))
  const lead = partnership.data?.iLead ?? false
  return (
    <PageFrame
      narrow
      tab={t('heading')}
      crumbs={[
        { label: partnership.data?.name ?? '…', to: pageAt('/partnerships/$id', { id }) },
        { label: t('heading') },
      ]}
      title={t('heading')}
      sub={t('editSub')}
    >
      <Columns>
        <Section heading={t('problem')}>
          <SelectField
            label={t('choose')}
            options={options('partnerships.problem_kind')}
            value={problem}
            onChange={(chosen) => {
              setProblem(chosen)
              setChanging(null)
            }}
          />
          {laws.length > 0 && <p className="sm muted">{t('basis', { laws: laws.join('; ') })}</p>}
          <Loaded query={query}>
            {() => (
              <Rows>
                {[...rows]
                  .sort((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part))
                  .map((row) => (
                    <PartRow
                      key={row.institutionKind}
                      row={row}
                      mayChange={lead}
                      changing={changing === row.institutionKind}
                      onChange={() =>
                        setChanging(changing === row.institutionKind ? null : row.institutionKind)
                      }
                    />
                  ))}
              </Rows>
            )}
          </Loaded>
          {changing && problem && (
            <ChangePart
              key={changing}
              partnershipId={id}
              problemKind={problem}
              institutionKind={changing}
              present={rows.find(({ institutionKind }) => institutionKind === changing)?.part ?? 'none'}
              onDone={() => setChanging(null)}
            />
          )}
          {lead && (
            <div style={{ marginTop: 16 }}>
              <SelectField
                label={t('another')}
                hint={t('anotherHint')}
                optional
                options={options('institutions.institution_kind').filter(({ value }) => !taken.has(value))}
                value={changing && !taken.has(changing) ? changing : null}
                onChange={setChanging}
              />
            </div>
          )}
        </Section>
        <Changes changes={query.data?.changes ?? []} />
      </Columns>
    </PageFrame>
  )
}

function PartRow({
  row,
  mayChange,
  changing,
  onChange,
}: {
  row: CompetenceRow
  mayChange: boolean
  changing: boolean
  onChange: () => void
}) {
  const { t } = useTranslation('competence')
  const { locale } = useWords()
  const { name } = useKindWords()
  return (
    <Row
      lead={<PartPill part={row.part} />}
      tile={<InstitutionTile kind={row.institutionKind} />}
      title={name(row.institutionKind)}
      sub={[row.note?.[locale === 'en' ? 'en' : 'pl'], row.own && t('own')].filter(Boolean).join(' · ')}
      end={
        row.locked ? (
          <span className="sm muted nowrap">
            <Lock size={16} aria-hidden /> {t('locked')}
          </span>
        ) : (
          mayChange && (
            <Button size="small" aria-expanded={changing} onClick={onChange}>
              {t('change')}
            </Button>
          )
        )
      }
    />
  )
}

type ChangePartProps = {
  partnershipId: string
  problemKind: string
  institutionKind: string
  present: (typeof parts)[number]
  onDone: () => void
}

function ChangePart({ partnershipId, problemKind, institutionKind, present, onDone }: ChangePartProps) {
  const { t } = useTranslation('competence')
  const { name } = useKindWords()
  const { dayAndMonth } = useWords()
  const form = useForm(competenceApi.setCompetence, {
    params: { id: partnershipId },
    start: () => ({ id: newId(), part: present, reason: '' }),
    draft: `partnership/${partnershipId}/competence/${problemKind}/${institutionKind}`,
    body: (values) => ({ ...values, problemKind, institutionKind }),
    onDone,
  })
  return (
    <div style={{ marginTop: 12 }}>
      <Form of={form} deed={t('deed')} beside={<Button onClick={onDone}>{t('cancel')}</Button>}>
        <ChoiceCards
          {...form.field('part', t('partOf', { name: name(institutionKind) }))}
          choices={parts.map((value) => ({ value, title: t(`${value}`), sub: t(`means.${value}`) }))}
        />
        <TextArea
          {...form.field('reason', t('reason'))}
          hint={t('reasonHint', { day: dayAndMonth(today()) })}
        />
      </Form>
    </div>
  )
}

type Change = Awaited<ReturnType<typeof competenceApi.competence>>['changes'][number]

function Changes({ changes }: { changes: Change[] }) {
  const { t } = useTranslation('competence')
  const { label } = useCodes()
  const { name } = useKindWords()
  const { longDate } = useWords()
  return (
    <PlainSection heading={t('changes')}>
      {changes.length === 0 ? (
        <EmptyState>{t('noChanges')}</EmptyState>
      ) : (
        <Rows onLinen>
          {changes.map((change) => (
            <Row
              key={change.id}
              title={`${label('partnerships.problem_kind', change.problemKind)}: ${name(change.institutionKind)}`}
              sub={`${t(`${change.from}`)} → ${t(`${change.to}`)} · ${change.reason} · ${change.by}, ${longDate(change.on)}`}
            />
          ))}
        </Rows>
      )}
    </PlainSection>
  )
}
