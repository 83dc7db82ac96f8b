import { Paperclip } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { FileField } from '../../platform/kit/FileField.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { messagesApi, type Written } from './api.ts'
import { type Attaching, useAttaching } from './useAttaching.ts'

/** What is attached to a message; its author takes it out as long as they may edit. */
export function Attached({ message, editable }: { message: Written; editable: boolean }) {
  const { t } = useTranslation('messages')
  const { number } = useWords()
  const out = useDeed((id: string, key) => messagesApi.takeOut({ params: { id }, key }))
  if (message.attached.length === 0) return null
  return (
    <>
      <Rows label={t('attached.title')}>
        {message.attached.map(({ id, name, size }) => (
          <Row
            key={id}
            title={
              <Link to={`/api/message-files/${id}`} icon={<Paperclip size={16} aria-hidden />}>
                {name}
              </Link>
            }
            sub={t('attached.size', { size: number(Math.max(1, Math.round(size / 1024))) })}
            end={
              editable && (
                <Button
                  kind="quiet"
                  size="small"
                  busy={out.busy}
                  aria-label={t('attached.takeOutOf', { name })}
                  onClick={() => out.run(id)}
                >
                  {t('attached.takeOut')}
                </Button>
              )
            }
          />
        ))}
      </Rows>
      <ProblemNotice problem={out.problem} />
    </>
  )
}

/** Chooses what goes with a message. */
export function AttachField({ of, takes }: { of: Attaching; takes: boolean }) {
  const { t } = useTranslation('messages')
  if (!takes) return of.chosen.length > 0 ? <p className="sm muted">{t('attached.nameless')}</p> : null
  return (
    <FileField
      label={t('attached.add')}
      hint={t(`attached.hint.${of.place}`)}
      value={of.chosen}
      onChange={of.choose}
      many
      accept="application/pdf,image/png,image/jpeg,image/webp,.docx,.odt"
    />
  )
}

/** What did not get through with its message, sent again. */
export function AttachAgain({ of }: { of: Attaching }) {
  const { t } = useTranslation('messages')
  const again = useDeed((messageId: string) => of.attachTo(messageId))
  if (!of.left) return null
  const { messageId, problem } = of.left
  return (
    <>
      <Note>{t('attached.left')}</Note>
      <ProblemNotice problem={problem} />
      {of.chosen.length > 0 && (
        <Button size="small" busy={again.busy} onClick={() => again.run(messageId)}>
          {t('attached.again')}
        </Button>
      )}
    </>
  )
}

/** Its author attaches more, as long as they may edit. */
export function AttachMore({ message, place }: { message: Written; place: 'case' | 'partnership' }) {
  const { t } = useTranslation('messages')
  const attaching = useAttaching(place)
  const attach = useDeed(() => attaching.attachTo(message.id))
  if (place === 'case' && message.class === 'request') return null
  return (
    <>
      <AttachField of={attaching} takes />
      <ProblemNotice problem={attaching.left?.problem} />
      {attaching.chosen.length > 0 && (
        <Button size="small" busy={attach.busy} onClick={() => attach.run()}>
          {t('attached.send')}
        </Button>
      )}
    </>
  )
}
