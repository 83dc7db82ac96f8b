import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { FoldingRow } from '../../kit/FoldingRow.tsx'
import { Link } from '../../kit/Link.tsx'
import { Loaded } from '../../kit/Loaded.tsx'
import { PageFrame } from '../../kit/PageFrame.tsx'
import { Rows } from '../../kit/Rows.tsx'
import { Section } from '../../kit/Section.tsx'
import { told } from '../../web/address.ts'
import { clientOf } from '../../web/client.ts'
import { useAsk } from '../../web/useAsk.ts'
import { useWords } from '../../web/useWords.ts'
import { mailContract } from '../contract.ts'

const mailApi = clientOf(mailContract)

/** Practice mode: the letters that a real Splot would have sent, so that their links can be tried. */
export function OutboxPage() {
  const { t } = useTranslation('mail')
  const { dateAndTime } = useWords()
  const [open, setOpen] = useState<string | null>(null)
  const query = useAsk(mailApi.outbox, {})
  return (
    <PageFrame narrow tab={t('outbox.title')} title={t('outbox.title')} sub={t('outbox.sub')}>
      <Section heading={t('outbox.letters')} count={query.data?.length ?? 0}>
        <Loaded query={query} rows={5}>
          {(letters) =>
            letters.length === 0 ? (
              <EmptyState>{t('outbox.none')}</EmptyState>
            ) : (
              <Rows>
                {letters.map(({ id, subject, to, writtenAt, body }) => (
                  <FoldingRow
                    key={id}
                    title={
                      <>
                        {subject}
                        <span className="sm muted" style={{ display: 'block', fontWeight: 'normal' }}>
                          {t('outbox.to', { to, when: dateAndTime(writtenAt) })}
                        </span>
                      </>
                    }
                    open={open === id}
                    onTurn={() => setOpen(open === id ? null : id)}
                  >
                    <Letter body={body} />
                  </FoldingRow>
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Section>
    </PageFrame>
  )
}

/** The letter as it is, with its addresses as links. */
function Letter({ body }: { body: string }) {
  return (
    <p style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
      {body.split(/(https?:\/\/\S+)/).map((part, index) =>
        index % 2 ? (
          <Link key={part} to={told(part)}>
            {part}
          </Link>
        ) : (
          part
        ),
      )}
    </p>
  )
}
