import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { useParam } from '../../platform/web/place.ts'
import { Problem } from '../../platform/web/request.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { publicDoubts } from '../public-contract.ts'
import { type PublicService, publicApi } from './api.ts'
import { Fresh } from './Fresh.tsx'
import { Contact, HowToGetIt, What, Where } from './ServiceParts.tsx'
import { usePlacesWords } from './usePlacesWords.ts'

/** One service for anybody: what it is, how to get there, whether it still holds; and one tap to say that it does not. */
export function PublicServicePage() {
  const { t } = useTranslation('directory')
  const query = useAsk(publicApi.publicService, { params: { id: useParam('id') } }, { retry: false })
  const gone = query.error instanceof Problem && query.error.status === 404
  return (
    <PageFrame
      narrow
      tab={t('page.tab')}
      title={query.data?.name ?? t('page.tab')}
      crumbs={[{ to: '/public/services', label: t('public.title') }, { label: t('page.tab') }]}
      sub={query.data?.organization.name}
    >
      {gone ? (
        <EmptyState>
          <p>{t('public.gone')}</p>
          <p>{t('public.goneWhy')}</p>
        </EmptyState>
      ) : (
        <Loaded query={query} rows={6}>
          {(service) => <Told service={service} />}
        </Loaded>
      )}
    </PageFrame>
  )
}

function Told({ service }: { service: PublicService }) {
  const { t, i18n } = useTranslation('directory')
  const { longDate } = useWords()
  const places = usePlacesWords()(service.places)
  const label = (list: string, code: string) =>
    service.labels.find((each) => each.list === list && each.code === code)?.[
      i18n.language === 'en' ? 'en' : 'pl'
    ] ?? code
  return (
    <Stack>
      {service.closedOn ? (
        <Note>{t('page.closed', { day: longDate(service.closedOn) })}</Note>
      ) : (
        <Section heading={t('page.free')}>
          <p>
            <Status kind={places.kind}>{places.words}</Status>
          </p>
          <Fresh checkedOn={service.checkedOn} />
          <Stale id={service.id} />
        </Section>
      )}
      <Contact service={service} />
      <Where service={service} />
      <What service={service} label={label} />
      <HowToGetIt service={service} />
    </Stack>
  )
}

function Stale({ id }: { id: string }) {
  const { t } = useTranslation('directory')
  const say = useDeed((what: (typeof publicDoubts)[number]) =>
    publicApi.publicDoubt({ params: { id }, body: { what } }),
  )
  if (say.answer) return <p role="status">{t('public.said')}</p>
  return (
    <Explain question={t('public.stale')}>
      <p className="sm">{t('public.staleWhy')}</p>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, paddingTop: 8 }}>
        {publicDoubts.map((what) => (
          <Button key={what} busy={say.busy && say.trying === what} onClick={() => say.run(what)}>
            {t(`doubts.${what}`)}
          </Button>
        ))}
      </div>
      {Boolean(say.problem) && <ProblemNotice problem={say.problem} />}
    </Explain>
  )
}
