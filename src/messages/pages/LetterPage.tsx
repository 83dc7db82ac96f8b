import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { MessageWords } from '../../platform/kit/Messages.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { Acknowledge } from './Acknowledge.tsx'
import { messagesApi } from './api.ts'

/** One message about a family that one does not work with: no name, no village, and nothing else of it. */
export function LetterPage() {
  const { t } = useTranslation('messages')
  const { dateAndTime } = useWords()
  const { data: letter, error } = useAsk(messagesApi.letter, { params: { id: useParam('id') } })
  return (
    <PageFrame
      narrow
      tab={t('letter.tab')}
      title={t('letter.title')}
      sub={letter && t('letter.from', { institution: letter.institutionName })}
      crumbs={[{ to: '/conversations', label: t('list.title') }, { label: t('letter.crumb') }]}
    >
      {letter ? (
        <Stack>
          <Section heading={t('letter.what')}>
            <MessageWords>{letter.words}</MessageWords>
            <KeyFacts
              facts={[
                {
                  label: t('letter.author'),
                  value: `${letter.author}, ${letter.institutionName}`,
                  more: letter.phone && <PhoneLink phone={letter.phone} />,
                },
                { label: t('letter.at'), value: dateAndTime(letter.writtenAt) },
                ...(letter.answerAt
                  ? [{ label: t('letter.until'), value: dateAndTime(letter.answerAt) }]
                  : []),
              ]}
            />
          </Section>
          {letter.addressee.answer ? (
            <Section heading={t('letter.answered')}>
              <Status kind={letter.addressee.answer === 'take' ? 'ok' : 'declined'}>
                {t(`answered.${letter.addressee.answer}`, { name: letter.addressee.answeredBy })}
              </Status>
              {letter.addressee.words && <MessageWords>{letter.addressee.words}</MessageWords>}
            </Section>
          ) : (
            <Acknowledge id={letter.addressee.id} words />
          )}
          <p className="sm muted">{t('letter.only')}</p>
        </Stack>
      ) : error ? (
        <EmptyState action={<Button to="/">{t('letter.home')}</Button>}>{t('letter.gone')}</EmptyState>
      ) : (
        <LoadingRows rows={4} />
      )}
    </PageFrame>
  )
}
