import { useTranslation } from 'react-i18next'
import { GuestFrame } from '../../guests/pages/GuestFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { Urgent } from '../../platform/kit/Urgent.tsx'
import { told } from '../../platform/web/address.ts'
import { guestDrafts } from '../../platform/web/draftsHere.ts'
import { useParam } from '../../platform/web/place.ts'
import { Problem } from '../../platform/web/request.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useDraft } from '../../platform/web/useDraft.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { comings } from '../contract.ts'
import { meetingsApi } from './api.ts'
import { endOf, useWhen } from './when.ts'

/** What a guest reads and says, on a phone and without an account: when, where, and the points that they are needed for. */
export function GuestMeetingPage() {
  const { t } = useTranslation('meetings', { keyPrefix: 'guestPage' })
  return (
    <GuestFrame title={t('title')} who={t('who')} ask={meetingsApi.guestPage}>
      {(page) => (
        <>
          <When page={page} />
          {page.points.length > 0 && (
            <Section
              heading={t('points')}
              more={page.opens ? t('opens') : isOver(page) ? undefined : t('opensNot')}
            >
              {page.points.map((point) => (
                <Say key={point.id} point={point} />
              ))}
            </Section>
          )}
        </>
      )}
    </GuestFrame>
  )
}

type Page = Awaited<ReturnType<typeof meetingsApi.guestPage>>

/** Its time is over and nobody began it here, or its minutes are not sent yet. */
const isOver = ({ startsAt, minutes }: Pick<Page, 'startsAt' | 'minutes'>) =>
  startsAt !== null && endOf({ startsAt, minutes }) < new Date()

function When({ page }: { page: Page }) {
  const { t } = useTranslation('meetings')
  const when = useWhen()
  const { clockTime } = useWords()
  const visit = useParam('visit')
  const answer = useDeed((said: (typeof comings)[number], key) =>
    meetingsApi.guestAnswers({ params: { visit }, body: { answer: said }, key }),
  )
  const { startsAt, minutes, invitedBy } = page
  return (
    <Section heading={t('page.when')}>
      <KeyFacts
        facts={[
          {
            label: t('page.time'),
            value: startsAt ? when(startsAt) : t('list.noDate'),
            more: startsAt
              ? t('page.until', { hour: clockTime(endOf({ startsAt, minutes })) })
              : t('length', { count: minutes }),
          },
          ...(page.place ? [{ label: t('page.place'), value: page.place }] : []),
          ...(page.link
            ? [{ label: t('page.link'), value: <Link to={told(page.link)}>{t('page.join')}</Link> }]
            : []),
          {
            label: t('guestPage.invitedBy'),
            value: `${invitedBy.name}, ${invitedBy.institution}`,
            more: invitedBy.phone && <PhoneLink phone={invitedBy.phone} />,
          },
        ]}
      />
      {isOver(page) && <p style={{ marginTop: 16 }}>{t('guestPage.over')}</p>}
      {startsAt && !page.goesOn && !isOver(page) && (
        <div style={{ marginTop: 16 }}>
          <ChoiceCards
            label={t('coming.title')}
            value={answer.trying ?? page.answer}
            onChange={(said) => answer.run(said)}
            choices={comings.map((value) => ({ value, title: t(`mine.${value}`) }))}
          />
          {page.answer && (
            <p className="sm muted" role="status" style={{ marginTop: 8 }}>
              {t('guestPage.kept')}
            </p>
          )}
          <ProblemNotice problem={answer.problem} />
        </div>
      )}
    </Section>
  )
}

function Say({ point }: { point: Page['points'][number] }) {
  const { t } = useTranslation('meetings', { keyPrefix: 'guestPage' })
  const visit = useParam('visit')
  const draft = useDraft(`${guestDrafts(visit)}${point.id}`, () => ({ words: point.said ?? '' }))
  const keep = useDeed(
    (words: string, key) =>
      meetingsApi.guestSays({ params: { visit, pointId: point.id }, body: { words }, key }),
    () => draft.forget(),
  )
  const violence = keep.problem instanceof Problem && keep.problem.code === 'speaks-of-violence'
  const { words } = draft.values
  return (
    <section style={{ padding: '12px 0' }}>
      <h3>
        {t('no', { no: point.no })}
        {point.what && `: ${point.what}`}
      </h3>
      {point.written && <p style={{ whiteSpace: 'pre-line', margin: '4px 0 8px' }}>{point.written}</p>}
      <TextArea
        label={t('say')}
        optional
        value={words}
        onChange={(typed) => draft.change({ words: typed })}
        rows={4}
        maxLength={2000}
      />
      {violence ? (
        <Urgent heading={t('violence')}>
          <p className="sm" style={{ margin: '8px 0' }}>
            {t('violenceWhy')}
          </p>
          <p>
            <PhoneLink phone="112" /> · <PhoneLink phone="800 120 002" />
          </p>
        </Urgent>
      ) : (
        <ProblemNotice problem={keep.problem} />
      )}
      <p style={{ marginTop: 8 }}>
        <Button busy={keep.busy} onClick={() => keep.run(words.trim())}>
          {t('keep')}
        </Button>
      </p>
      {point.said && point.said === words.trim() && (
        <p className="sm muted" role="status">
          {t('said')}
        </p>
      )}
    </section>
  )
}
