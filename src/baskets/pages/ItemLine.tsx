import { Banknote, CalendarDays, Clock, Users } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RemindOf } from '../../asks/pages/RemindOf.tsx'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { AnswerThreads } from '../../platform/kit/AnswerThreads.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { basketsApi, type Item } from './api.ts'
import styles from './Basket.module.css'
import { FamilyAnswer } from './FamilyAnswer.tsx'
import { ItemForm } from './ItemForm.tsx'

/** One item: what, who, when and for how much, and the two answers beside each other. */
export function ItemLine({ family, item, mayMake }: { family: Family; item: Item; mayMake: boolean }) {
  const { t } = useTranslation('baskets')
  const { label } = useCodes()
  const { money, longDate } = useWords()
  const [working, setWorking] = useState<'family' | 'change' | 'remove' | null>(null)
  const params = { id: family.id, itemId: item.id }
  const ask = useDeed((_: 'ask', key) => basketsApi.askItem({ params, key }))
  const remove = useDeed(
    (_: 'remove', key) => basketsApi.removeItem({ params, key }),
    () => setWorking(null),
  )
  const open = mayMake && !family.closedAt
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        <h3>{item.what}</h3>
        <p className="sm muted">
          {item.provider.name}
          {item.worker && `, ${item.worker.name}`}
        </p>
        <ul className={styles.facts}>
          {item.frequency && (
            <li>
              <Clock size={16} aria-hidden /> {item.frequency}
            </li>
          )}
          {item.forWhom.length > 0 && (
            <li>
              <Users size={16} aria-hidden /> {item.forWhom.map((person) => person.name).join(', ')}
            </li>
          )}
          {item.starts && (
            <li>
              <CalendarDays size={16} aria-hidden /> {t('from', { day: longDate(item.starts) })}
            </li>
          )}
          <li>
            <Banknote size={16} aria-hidden />{' '}
            {item.costGrosz
              ? `${money(item.costGrosz / 100)}, ${label('baskets.funding', item.funding).toLocaleLowerCase('pl')}`
              : t('free')}
          </li>
        </ul>
        {item.institutionWords && (
          <p className="sm">
            {t('institutionSays')} {item.institutionWords}
          </p>
        )}
        {item.returnedBecause && <p className="sm late">{t(`returned.${item.returnedBecause}`)}</p>}
      </div>
      <div className={styles.answer}>
        <span className={styles.whose}>{t('institution')}</span>
        <InstitutionAnswer item={item} />
      </div>
      <div className={styles.answer}>
        <span className={styles.whose}>{t('family')}</span>
        <FamilyState item={item} />
      </div>
      {open && (
        <div className={styles.deeds}>
          {!item.askedOn && (
            <Button size="small" busy={ask.busy} onClick={() => ask.run('ask')}>
              {t('ask')}
            </Button>
          )}
          {item.askedOn && !item.institutionAnswer && (
            <RemindOf about={item.id} caseId={family.id} name={item.provider.name} />
          )}
          <Button size="small" onClick={() => setWorking(working === 'family' ? null : 'family')}>
            {t('recordFamily')}
          </Button>
          <Button
            size="small"
            kind="quiet"
            onClick={() => setWorking(working === 'change' ? null : 'change')}
          >
            {t('change')}
          </Button>
          <Button size="small" kind="quiet" onClick={() => setWorking('remove')}>
            {t('remove')}
          </Button>
        </div>
      )}
      {ask.problem ? <ProblemNotice problem={ask.problem} /> : null}
      {working === 'family' && <FamilyAnswer family={family} item={item} onDone={() => setWorking(null)} />}
      {working === 'change' && <ItemForm family={family} item={item} onDone={() => setWorking(null)} />}
      <ConfirmDialog
        open={working === 'remove'}
        title={t('removeTitle')}
        deed={t('remove')}
        busy={remove.busy}
        onConfirm={() => remove.run('remove')}
        onClose={() => setWorking(null)}
      >
        {t('removeHint')}
      </ConfirmDialog>
    </li>
  )
}

/** What the institution answered, or how long it has been asked. */
export function InstitutionAnswer({ item }: { item: Item }) {
  const { t } = useTranslation('baskets')
  const { label } = useCodes()
  const { dayAndMonth } = useWords()
  const day = item.institutionAnsweredOn && (
    <span className="sm muted">{dayAndMonth(item.institutionAnsweredOn)}</span>
  )
  switch (item.institutionAnswer) {
    case 'accepted':
      return (
        <>
          <Status kind="ok">{t('answers.accepted')}</Status> {day}
        </>
      )
    case 'changed':
      return (
        <>
          <Status kind="ok">{t('answers.changed')}</Status> {day}
        </>
      )
    case 'declined':
      return (
        <>
          <Status kind="no">{t('answers.declined')}</Status> {day}
          <span className="sm">{label('baskets.refusal_reason', item.refusalReason ?? '')}</span>
        </>
      )
  }
  if (!item.askedOn) return <Status kind="question">{t('answers.notAsked')}</Status>
  return (
    <>
      <Status kind="wait">{t('answers.waiting')}</Status>
      <AnswerThreads used={item.usedDays ?? 0} total={item.totalDays} />
    </>
  )
}

/** What the family answered, and its words. */
export function FamilyState({ item }: { item: Item }) {
  const { t } = useTranslation('baskets')
  const kind = { not_yet: 'question', yes: 'ok', no: 'declined', later: 'asked' } as const
  return (
    <>
      <Status kind={kind[item.familyAnswer]}>{t(`familyAnswers.${item.familyAnswer}`)}</Status>
      {item.familyWords && <span className="sm family">„{item.familyWords}”</span>}
    </>
  )
}
