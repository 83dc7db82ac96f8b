import { useTranslation } from 'react-i18next'
import { Explain } from '../../platform/kit/Explain.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { directoryApi } from './api.ts'

/** Phones of places that must not be found, for whoever takes in or coordinates: folded, so that nobody reads them by the way. */
export function ConfidentialPhones() {
  const { t } = useTranslation('directory')
  const { label } = useCodes()
  const phones = useAsk(directoryApi.confidentialPhones, {})
  if (!phones.data?.length) return null
  return (
    <Explain question={t('list.phonesTitle')}>
      <p className="sm">{t('list.phonesWhy')}</p>
      <Rows>
        {phones.data.map(({ id, kind, number, whose }) => (
          <Row
            key={id}
            title={label('directory.service_kind', kind)}
            sub={whose}
            end={<PhoneLink phone={number} />}
          />
        ))}
      </Rows>
    </Explain>
  )
}
