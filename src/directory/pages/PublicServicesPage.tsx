import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MoreButton } from '../../platform/kit/MoreButton.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { speaksOf } from '../../platform/kit/speaksOf.ts'
import { TextField } from '../../platform/kit/TextField.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { publicApi } from './api.ts'
import { Fresh } from './Fresh.tsx'
import { usePlacesWords } from './usePlacesWords.ts'
import { WhomToCall } from './WhomToCall.tsx'

/** So many are read on a phone before one looks for a telephone below them. */
const atFirst = 20

/** Services for anybody, without signing in: by a word and a commune. */
export function PublicServicesPage() {
  const { t } = useTranslation('directory')
  const { t: violent } = useTranslation('partnerships', { keyPrefix: 'violence' })
  const [wanted, setWanted] = useState('')
  const violence = speaksOf(wanted, violent('words'))
  const [shown, setShown] = useState(atFirst)
  const [commune, setCommune] = useState<string | null>(null)
  const placesWords = usePlacesWords()
  const query = useAsk(publicApi.publicServices, {
    query: { ...(wanted.trim().length > 1 && { wanted: wanted.trim() }), ...(commune && { commune }) },
  })
  return (
    <PageFrame narrow tab={t('public.title')} title={t('public.title')} sub={t('public.sub')}>
      <Stack>
        <FieldRow>
          <TextField
            label={t('public.wanted')}
            value={wanted}
            onChange={setWanted}
            optional={false}
            hint={t('public.wantedHint')}
          />
          <SelectField
            label={t('public.commune')}
            value={commune}
            onChange={setCommune}
            optional
            options={(query.data?.communes ?? []).map(({ terc, name }) => ({ value: terc, label: name }))}
          />
        </FieldRow>
        {violence && <WhomToCall first />}
        <Loaded query={query} rows={6}>
          {({ items, more }) =>
            !(violence && items.length === 0) && (
              <Section heading={t('public.found')} count={items.length + more}>
                {items.length === 0 && <EmptyState>{t('public.none')}</EmptyState>}
                <Rows>
                  {items.slice(0, shown).map(({ id, name, organization, localities, places, checkedOn }) => (
                    <Row
                      key={id}
                      title={name}
                      to={pageAt('/public/services/$id', { id })}
                      sub={
                        <>
                          {[organization, ...localities].join(', ')}
                          <Fresh checkedOn={checkedOn} />
                        </>
                      }
                      end={<Status kind={placesWords(places).kind}>{placesWords(places).words}</Status>}
                    />
                  ))}
                </Rows>
                <MoreButton
                  pages={{ more: items.length > shown ? () => setShown(items.length) : null, busy: false }}
                />
                {more > 0 && items.length <= shown && (
                  <p className="sm muted">{t('public.more', { count: more })}</p>
                )}
              </Section>
            )
          }
        </Loaded>
        {!violence && <WhomToCall />}
      </Stack>
    </PageFrame>
  )
}
