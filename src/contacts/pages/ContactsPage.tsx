import { NotebookPen } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { OfWhom } from '../../cases/pages/AboutWhom.tsx'
import { type Family, FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { ReadBy } from '../../cases/pages/ReadBy.tsx'
import { useWhom, type Whom } from '../../cases/pages/useWhom.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MoreButton } from '../../platform/kit/MoreButton.tsx'
import { MoreDeeds } from '../../platform/kit/MoreDeeds.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { usePages } from '../../platform/web/usePages.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { contactsContract } from '../contract.ts'
import { contactsApi } from './api.ts'
import { CorrectContact } from './CorrectContact.tsx'
import { VoidContact } from './VoidContact.tsx'

export type Contact = z.output<typeof contactsContract.contacts.answer>['items'][number]

/** Visits, calls and notes. */
export function ContactsPage() {
  const { t } = useTranslation('contacts')
  useTasksMoved()
  return (
    <FamilyFrame
      part="contacts"
      sub={t('contacts.sub')}
      actions={(family) =>
        family.may.includes('team') && (
          <Button
            kind="filled"
            icon={NotebookPen}
            to={pageAt('/families/$id/contacts/new', { id: family.id })}
          >
            {t('family.note')}
          </Button>
        )
      }
    >
      {(family) => <Contacts family={family} />}
    </FamilyFrame>
  )
}

/** Tasks stood below the notes once: a link to them there still leads to them. */
function useTasksMoved() {
  const go = useGo()
  const id = useParam('id')
  useEffect(() => {
    if (window.location.hash === '#tasks') go(pageAt('/families/$id/tasks', { id }), true)
  }, [go, id])
}

function Contacts({ family }: { family: Family }) {
  const { t } = useTranslation('contacts')
  const pages = usePages(contactsApi.contacts, { params: { id: family.id } })
  const whom = useWhom(family.id)
  return (
    <Section heading={t('contacts.title')}>
      <Loaded query={pages} rows={4}>
        {(contacts) => (
          <>
            <Rows>
              {contacts.map((contact) => (
                <ContactLine
                  key={contact.id}
                  caseId={family.id}
                  contact={contact}
                  whom={whom}
                  coordinates={family.may.includes('coordinate')}
                />
              ))}
            </Rows>
            {contacts.length === 0 && <EmptyState>{t('contacts.empty')}</EmptyState>}
            <MoreButton pages={pages} />
          </>
        )}
      </Loaded>
    </Section>
  )
}

type ContactLineProps = { caseId: string; contact: Contact; whom: Whom | null; coordinates: boolean }

function ContactLine({ caseId, contact, whom, coordinates }: ContactLineProps) {
  const { t } = useTranslation('contacts')
  const { label } = useCodes()
  const { eventDay, clockTime } = useWords()
  const [correcting, setCorrecting] = useState(false)
  const [voiding, setVoiding] = useState(false)
  const open = useDeed((_: 'open', key) =>
    contactsApi.openContact({ params: { id: caseId, contactId: contact.id }, key }),
  )
  const day = dayOf(contact.happenedAt)
  const named = `${label('contacts.contact_kind', contact.kind)}, ${eventDay(day)}`
  const opening = contact.mine && !contact.opened && contact.class !== 'violence'
  return (
    <li style={{ padding: '14px 0' }}>
      <p className="sm muted">
        <time dateTime={contact.happenedAt}>
          {eventDay(day)}, {clockTime(contact.happenedAt)}
        </time>
        {' · '}
        {contact.authorName}, {contact.institutionName}
        {(opening || whom?.beside(contact.about)) && ' · '}
        <OfWhom whom={whom} about={contact.about} always={opening} />
      </p>
      <h3>
        {label('contacts.contact_kind', contact.kind)}
        {contact.withWhom && <span style={{ fontWeight: 400 }}> · {contact.withWhom}</span>}
      </h3>
      {correcting ? (
        <CorrectContact caseId={caseId} contact={contact} onDone={() => setCorrecting(false)} />
      ) : (
        <>
          <p style={{ whiteSpace: 'pre-line', marginTop: 2 }}>{contact.what}</p>
          {contact.nextStep && (
            <p style={{ marginTop: 4 }}>
              <b className="m">{t('contacts.next')}</b> {contact.nextStep}
            </p>
          )}
          <div
            style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', marginTop: 6 }}
          >
            <span className="sm">
              <Status kind={contact.opened ? 'ok' : 'question'}>
                {t(
                  contact.opened
                    ? 'contacts.opened'
                    : contact.class === 'violence'
                      ? 'contacts.onlyMe'
                      : 'contacts.own',
                )}
              </Status>
            </span>
            {contact.readers && (contact.opened || contact.mine) && (
              <span className="sm muted">
                <ReadBy
                  caseId={caseId}
                  readers={contact.readers}
                  dataClass={contact.class}
                  when={contact.opened ? 'now' : 'onceOpen'}
                />
              </span>
            )}
            {opening && (
              <Button
                size="small"
                busy={open.busy}
                onClick={() => open.run('open')}
                aria-label={`${t('contacts.open')}: ${named}`}
              >
                {t('contacts.open')}
              </Button>
            )}
            {(contact.mine || coordinates) && (
              <MoreDeeds of={named}>
                {contact.mine && (
                  <Button kind="quiet" size="small" onClick={() => setCorrecting(true)}>
                    {t('contacts.correct')}
                  </Button>
                )}
                <Button kind="quiet" size="small" onClick={() => setVoiding(true)}>
                  {t('contacts.void')}
                </Button>
              </MoreDeeds>
            )}
          </div>
          <ProblemNotice problem={open.problem} />
          {voiding && (
            <VoidContact caseId={caseId} contactId={contact.id} onClose={() => setVoiding(false)} />
          )}
        </>
      )}
    </li>
  )
}
