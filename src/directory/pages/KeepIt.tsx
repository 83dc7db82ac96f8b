import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { directoryApi, type Service } from './api.ts'
import { SayPlaces } from './SayPlaces.tsx'

/** What whoever keeps the entry does with it: says that it holds, how many places there are, that it is over. */
export function KeepIt({ service: { id, doubts, closedOn } }: { service: Service }) {
  const { t } = useTranslation('directory')
  const { numericDate } = useWords()
  const [saying, setSaying] = useState(false)
  const [closing, setClosing] = useState(false)
  const confirm = useDeed((_: undefined, key) =>
    directoryApi.confirmService({ params: { id }, body: { id: newId() }, key }),
  )
  const close = useDeed(
    (_: undefined, key) => directoryApi.closeService({ params: { id }, key }),
    () => setClosing(false),
  )
  const reopen = useDeed((_: undefined, key) => directoryApi.reopenService({ params: { id }, key }))
  return (
    <Section heading={t('page.keep')}>
      {doubts.map(({ id: doubt, what, words, on, public: open, settledOn, answer }) =>
        settledOn && answer ? (
          <p key={doubt} className="sm muted">
            {t('page.answered', {
              what: t(`doubts.${what}`),
              day: numericDate(on),
              answer,
              settled: numericDate(settledOn),
            })}
          </p>
        ) : (
          <Note key={doubt}>
            {t(open ? 'page.doubtedPublic' : 'page.doubted', {
              what: t(`doubts.${what}`),
              day: numericDate(on),
            })}
            {words && <> „{words}”</>}
          </Note>
        ),
      )}
      {closedOn ? (
        <Button busy={reopen.busy} onClick={() => reopen.run(undefined)}>
          {t('page.reopen')}
        </Button>
      ) : saying ? (
        <SayPlaces id={id} onDone={() => setSaying(false)} />
      ) : (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, paddingTop: 8 }}>
          <Button kind="filled" busy={confirm.busy} onClick={() => confirm.run(undefined)}>
            {t('page.confirm')}
          </Button>
          <Button onClick={() => setSaying(true)}>{t('page.sayPlaces')}</Button>
          <Button kind="quiet" onClick={() => setClosing(true)}>
            {t('page.close')}
          </Button>
        </div>
      )}
      {confirm.done && <p role="status">{t('page.confirmed')}</p>}
      {[confirm.problem, reopen.problem].filter(Boolean).map((problem) => (
        <ProblemNotice key={String(problem)} problem={problem} />
      ))}
      <ConfirmDialog
        open={closing}
        title={t('page.closeAsk')}
        deed={t('page.close')}
        danger
        busy={close.busy}
        problem={close.problem}
        onConfirm={() => close.run(undefined)}
        onClose={() => setClosing(false)}
      >
        {t('page.closeWhat')}
      </ConfirmDialog>
    </Section>
  )
}
