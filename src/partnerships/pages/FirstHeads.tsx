import { useTranslation } from 'react-i18next'
import { institutionsApi } from '../../institutions/pages/api.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'

type FirstHead = Awaited<ReturnType<typeof institutionsApi.firstHeads>>[number]

/** Institutions that we brought here: who said they head them, until we confirm that it is them. */
export function FirstHeads() {
  const { t } = useTranslation('partnerships')
  const query = useAsk(institutionsApi.firstHeads, {})
  if (!query.data?.length) return null
  return (
    <Section heading={t('firstHeads.heading')}>
      <Rows>
        {query.data.map((head) => (
          <FirstHeadRow head={head} key={head.workerId} />
        ))}
      </Rows>
    </Section>
  )
}

function FirstHeadRow({ head }: { head: FirstHead }) {
  const { t } = useTranslation('partnerships')
  const { longDate } = useWords()
  const confirm = useDeed<void>((_, key) =>
    institutionsApi.confirmFirstHead({ params: { id: head.institutionId }, body: {}, key }),
  )
  const again = useDeed((invitationId: string, key) =>
    institutionsApi.inviteWorker({
      params: { id: head.workerId },
      body: { id: invitationId, email: head.email ?? '' },
      key,
    }),
  )
  const said = head.signedUp
    ? t('firstHeads.here', { name: head.name, position: head.position })
    : head.invitedUntil
      ? t('firstHeads.invited', {
          name: head.name,
          email: head.email ?? '',
          day: longDate(dayOf(head.invitedUntil)),
        })
      : t('firstHeads.expired', { name: head.name })
  return (
    <Row
      title={head.institutionName}
      sub={
        <>
          {said}
          <ProblemNotice problem={confirm.problem ?? again.problem} />
        </>
      }
      end={
        head.signedUp ? (
          <Button busy={confirm.busy} onClick={() => confirm.run()}>
            {t('firstHeads.confirm')}
          </Button>
        ) : again.done ? (
          <span className="sm muted">{t('firstHeads.sent')}</span>
        ) : (
          <Button size="small" busy={again.busy} onClick={() => again.run(newId())}>
            {t('firstHeads.again')}
          </Button>
        )
      }
    />
  )
}
