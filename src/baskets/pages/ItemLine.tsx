import { Banknote, CalendarClock, CalendarDays, Clock, Flag, Users } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RemindOf } from '../../asks/pages/RemindOf.tsx'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { MoreDeeds } from '../../platform/kit/MoreDeeds.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { hour } from '../../platform/texts/dates.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { PointFacts } from '../../referrals/pages/PointFacts.tsx'
import { AskedFor } from './AskedFor.tsx'
import { type Basket, basketsApi, type Item } from './api.ts'
import styles from './Basket.module.css'
import { Conflicts } from './Conflicts.tsx'
import { useCost } from './cost.ts'
import { FamilyAnswer } from './FamilyAnswer.tsx'
import { EarlierAnswers, FamilyState, InstitutionAnswer } from './ItemAnswers.tsx'
import { LateItemForm } from './LateItemForm.tsx'
import { OwnForm } from './OwnForm.tsx'
import { PaymentForm, Payments } from './Payments.tsx'

/** One action: what, who, when, how one will know; and the answers of those who are asked beside each other. */
export function ItemLine({ family, item, basket }: { family: Family; item: Item; basket: Basket }) {
  const { t } = useTranslation('baskets')
  const [working, setWorking] = useState<'family' | 'change' | 'remove' | 'pay' | null>(null)
  const params = { id: family.id, itemId: item.id }
  const ask = useDeed((_: 'ask', key) => basketsApi.askItem({ params, key }))
  const remove = useDeed(
    (_: 'remove', key) => basketsApi.removeItem({ params, key }),
    () => setWorking(null),
  )
  const point = basket.points.find(({ id }) => id === item.pointId)
  const open = basket.mayMake && !family.closedAt
  const turn = (to: typeof working) => setWorking(working === to ? null : to)
  const Change = item.provider ? LateItemForm : OwnForm
  const next = item.agreed ? null : nextOf(item)
  return (
    <li className={styles.item}>
      <What item={item} />
      <Conflicts caseId={family.id} item={item} items={basket.items} />
      <div className={styles.answers}>
        {item.provider && (
          <div className={styles.answer}>
            <span className={styles.whose}>{t('institution')}</span>
            <InstitutionAnswer item={item} point={point} />
            {point && point.state !== 'asked' && <PointFacts point={point} />}
          </div>
        )}
        <div className={styles.answer}>
          <span className={styles.whose}>{t('family')}</span>
          <FamilyState item={item} />
        </div>
      </div>
      <Payments caseId={family.id} item={item} may={open} />
      <EarlierAnswers item={item} points={basket.points} />
      {(item.agreed || open) && (
        <div className={item.agreed ? styles.standing : styles.deeds}>
          {item.agreed && (
            <Status kind="ok" pill>
              {t('agreed')}
            </Status>
          )}
          {open && next === 'ask' && (
            <Button size="small" busy={ask.busy} onClick={() => ask.run('ask')}>
              {t('ask')}
            </Button>
          )}
          {open && next === 'remind' && (
            <RemindOf about={item.pointId!} caseId={family.id} name={item.provider!.name} />
          )}
          {open && next === 'family' && (
            <Button size="small" onClick={() => turn('family')}>
              {t('recordFamily')}
            </Button>
          )}
          {open && next === 'change' && (
            <Button size="small" onClick={() => turn('change')}>
              {t('change')}
            </Button>
          )}
          {open && (
            <MoreDeeds of={item.what}>
              {next !== 'family' && (
                <Button size="small" kind="quiet" onClick={() => turn('family')}>
                  {t(item.familyAnswer === 'not_yet' ? 'recordFamily' : 'familyElse')}
                </Button>
              )}
              {next !== 'change' && (
                <Button size="small" kind="quiet" onClick={() => turn('change')}>
                  {t(item.agreed ? 'changeNext' : 'change')}
                </Button>
              )}
              {item.funding === 'partnership_budget' && (
                <Button size="small" kind="quiet" onClick={() => turn('pay')}>
                  {t('payments.enter')}
                </Button>
              )}
              <Button size="small" kind="quiet" onClick={() => setWorking('remove')}>
                {t(item.agreed ? 'removeNext' : 'remove')}
              </Button>
            </MoreDeeds>
          )}
        </div>
      )}
      {ask.problem ? <ProblemNotice problem={ask.problem} /> : null}
      {working === 'family' && (
        <FamilyAnswer
          family={family}
          item={item}
          people={basket.mayUndertake}
          onDone={() => setWorking(null)}
        />
      )}
      {working === 'change' && (
        <Change family={family} basket={basket} item={item} onDone={() => setWorking(null)} />
      )}
      {working === 'pay' && <PaymentForm caseId={family.id} item={item} onDone={() => setWorking(null)} />}
      <ConfirmDialog
        open={working === 'remove'}
        title={t('removeTitle')}
        deed={t('remove')}
        busy={remove.busy}
        onConfirm={() => remove.run('remove')}
        onClose={() => setWorking(null)}
      >
        {t(item.provider ? 'removeHint' : 'own.removeHint')}
      </ConfirmDialog>
    </li>
  )
}

/** Benefits that an administrative decision grants (social assistance act, art. 106(1) and 36). */
const needsDecision = [
  'benefit_permanent',
  'benefit_periodic',
  'benefit_purpose',
  'benefit_in_kind',
  'fuel',
  'funeral',
  'home_care',
  'specialist_home_care',
  'care_home_place',
  'shelter_place',
  'meal_allowance',
  'clothing',
]

/** The one deed that is next: the institution is asked, another way is found, the family says what it thinks, or who is asked is reminded. */
function nextOf(item: Item): 'ask' | 'change' | 'family' | 'remind' | null {
  if (item.provider && !item.askedOn) return 'ask'
  if (item.institutionAnswer === 'declined' || item.institutionAnswer === 'returned') return 'change'
  if (item.familyAnswer === 'not_yet' || item.familyAnswer === 'later') return 'family'
  return item.provider && !item.institutionAnswer ? 'remind' : null
}

function What({ item }: { item: Item }) {
  const { t } = useTranslation('baskets')
  const { label } = useCodes()
  const { list, longDate } = useWords()
  const { t: day } = useTranslation('directory', { keyPrefix: 'weekday' })
  const inWords = ({ weekday, begins, ends }: Item['weekly'][number]) =>
    `${day(String(weekday))} ${ends ? `${hour(begins)}–${hour(ends)}` : t('weekly.from', { begins: hour(begins) })}`
  const { costWords } = useCost()
  const performers = item.performers.map((person) => person.name).join(', ')
  const kind = item.serviceKind && label('directory.service_kind', item.serviceKind)
  return (
    <div className={styles.what}>
      <h3>{item.what}</h3>
      {kind && kind !== item.what && <p className="sm muted">{kind}</p>}
      <p className="sm m">
        {item.provider ? [item.provider.name, item.worker?.name].filter(Boolean).join(', ') : performers}
      </p>
      <ul className={styles.facts}>
        {item.provider && performers && (
          <li>
            <Users size={16} aria-hidden /> {t('withThem', { names: performers })}
          </li>
        )}
        {item.forWhom.length > 0 && (
          <li>
            <Users size={16} aria-hidden />{' '}
            {t('forThem', { names: item.forWhom.map((person) => person.name).join(', ') })}
          </li>
        )}
        {item.frequency && (
          <li>
            <Clock size={16} aria-hidden /> {item.frequency}
          </li>
        )}
        {item.weekly.length > 0 && (
          <li>
            <CalendarClock size={16} aria-hidden /> {list(item.weekly.map(inWords))}
          </li>
        )}
        {(item.starts || item.ends) && (
          <li>
            <CalendarDays size={16} aria-hidden />{' '}
            {[
              item.starts && t('from', { day: longDate(item.starts) }),
              item.ends && t('to', { day: longDate(item.ends) }),
            ]
              .filter(Boolean)
              .join(' ')}
          </li>
        )}
        {item.provider && (
          <li>
            <Banknote size={16} aria-hidden /> {costWords(item)}
          </li>
        )}
        {item.indicator && (
          <li>
            <Flag size={16} aria-hidden /> {t('weWillKnow', { sign: item.indicator })}
          </li>
        )}
      </ul>
      <AskedFor item={item} />
      {item.ours && needsDecision.includes(item.serviceKind ?? '') && (
        <p className="sm muted">{t('needsDecision')}</p>
      )}
      {item.returnedBecause && <p className="sm late">{t(`returned.${item.returnedBecause}`)}</p>}
    </div>
  )
}
