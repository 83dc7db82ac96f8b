import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { dayApi } from './api.ts'

/** The days of Splot in a calendar elsewhere: its address is made here, shown once, and closed at any time. */
export function CalendarPage() {
  const { t } = useTranslation('day')
  const { longDate } = useWords()
  const query = useAsk(dayApi.calendar, {})
  const [closing, setClosing] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  const open = useDeed(
    (address: string, key) => dayApi.openCalendar({ body: { address }, key }),
    (_, address) => setMade(address),
  )
  const close = useDeed(
    (_: undefined, key) => dayApi.closeCalendar({ key }),
    () => {
      setClosing(false)
      setMade(null)
    },
  )
  return (
    <PageFrame narrow tab={t('doors.calendar')} title={t('doors.calendar')} sub={t('calendar.sub')}>
      <Stack>
        <Section heading={t('calendar.what')}>
          <p>{t('calendar.whatText')}</p>
          <p>{t('calendar.jobs')}</p>
        </Section>
        <Section heading={t('calendar.title')}>
          <Loaded query={query} rows={1}>
            {({ openSince }) => (
              <>
                {openSince && made ? (
                  <Address of={made} />
                ) : (
                  <p>
                    {openSince
                      ? t('calendar.since', { day: longDate(dayOf(openSince)) })
                      : t('calendar.none')}
                  </p>
                )}
                <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' }}>
                  <Button
                    kind={openSince ? 'default' : 'filled'}
                    busy={open.busy}
                    onClick={() => open.run(newAddress())}
                  >
                    {t(openSince ? 'calendar.anew' : 'calendar.open')}
                  </Button>
                  {openSince && (
                    <>
                      <Button kind="quiet" onClick={() => setClosing(true)}>
                        {t('calendar.close')}
                      </Button>
                      <span className="sm muted">{t('calendar.anewSub')}</span>
                    </>
                  )}
                </div>
                <ProblemNotice problem={open.problem} />
              </>
            )}
          </Loaded>
          <ConfirmDialog
            open={closing}
            title={t('calendar.closeTitle')}
            deed={t('calendar.close')}
            busy={close.busy}
            problem={close.problem}
            onConfirm={() => close.run(undefined)}
            onClose={() => setClosing(false)}
          >
            {t('calendar.closeText')}
          </ConfirmDialog>
        </Section>
      </Stack>
    </PageFrame>
  )
}

function Address({ of }: { of: string }) {
  const { t } = useTranslation('day')
  const [copied, setCopied] = useState(false)
  const address = `${location.origin}/api/calendar/${of}/splot.ics`
  return (
    <Note>
      <div style={{ display: 'grid', gap: 8, justifyItems: 'start' }}>
        <p className="sm m">{t('calendar.address')}</p>
        <p style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>{address}</p>
        <Button
          size="small"
          onClick={() =>
            void navigator.clipboard.writeText(address).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          {t('calendar.copy')}
        </Button>
        <span role="status" className="sm">
          {copied && t('calendar.copied')}
        </span>
        <p className="sm">{t('calendar.how')}</p>
      </div>
    </Note>
  )
}

/** 256 random bits; whoever reads the days proves nothing else. */
const newAddress = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
