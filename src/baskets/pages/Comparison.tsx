import { useTranslation } from 'react-i18next'
import { Link } from '../../platform/kit/Link.tsx'
import { Quote } from '../../platform/kit/Quote.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { Table } from '../../platform/kit/Table.tsx'
import { pathOf } from '../../platform/web/client.ts'
import { basketsContract } from '../contract.ts'
import type { Basket, Composed, Composing } from './api.ts'
import { NoteLacking } from './NoteLacking.tsx'
import styles from './Suggestion.module.css'
import type { useSuggestionWords } from './useSuggestionWords.ts'

type Words = ReturnType<typeof useSuggestionWords>

export const letter = (no: number) => 'ABC'[no]!

/** Baskets beside each other: what each does for each goal, what stays, and what it takes. */
export function Comparison(props: {
  basket: Basket
  composing: Composing
  composed: Composed[]
  words: Words
  family: string
}) {
  const { basket, family, composing, composed, words } = props
  const { t } = useTranslation('baskets', { keyPrefix: 'suggestion' })
  const wanted = composing.needs.filter(({ met }) => !met)
  const goals = basket.goals.filter(({ id }) => wanted.some(({ goalId }) => goalId === id))
  const limit = composing.limits.find(({ kind }) => kind === 'hours')?.number ?? null
  /** Whether none of them has anything for a need. */
  const isNowhere = (need: string) =>
    composed.every(({ items }) => !items.some(({ needId }) => needId === need))
  const row = (key: string, name: string, cell: (each: Composed) => React.ReactNode) => ({
    key,
    cells: [name, ...composed.map(cell)],
  })
  return (
    <Table
      caption={t('found')}
      head={[t('for'), ...composed.map(({ kind }, i) => `${letter(i)}. ${t(`kind.${kind}`)}`)]}
      rows={[
        ...goals.map((goal) => ({
          key: goal.id,
          cells: [
            <Quote key="goal">{goal.words}</Quote>,
            ...composed.map(({ services, items }) => {
              const its = wanted.filter(({ goalId }) => goalId === goal.id)
              const done = items.filter(({ needId }) => its.some(({ id }) => id === needId))
              return (
                <div key={services}>
                  {done.length === its.length ? (
                    <Status kind="ok">{t('whole')}</Status>
                  ) : done.length ? (
                    <Status kind="wait">{t('partly')}</Status>
                  ) : (
                    <Status kind="no">{t('not')}</Status>
                  )}
                  {done.map(({ needId, serviceId }) => (
                    <p key={needId}>{words.service(serviceId).name}</p>
                  ))}
                </div>
              )
            }),
          ],
        })),
        row('lacking', t('stays'), ({ lacking }) =>
          lacking.length
            ? lacking.map((each) => (
                <div key={each.needId} className={styles.stays}>
                  <b className="m">{words.needed(each.needId)}</b>
                  <p className="muted">{words.lacking(each)}</p>
                  {composed[0]!.lacking === lacking && isNowhere(each.needId) && (
                    <NoteLacking
                      family={family}
                      basket={basket}
                      need={wanted.find(({ id }) => id === each.needId)!}
                    />
                  )}
                </div>
              ))
            : t('nothingStays'),
        ),
        row('time', t('time'), ({ minutes }) => (
          <>
            <b className={styles.figure}>{words.hours(minutes)}</b>
            {limit !== null && <p className="xs muted">{t('ofHours', { count: limit })}</p>}
          </>
        )),
        row('journeys', t('journeysRow'), (each) => (
          <>
            <b className={styles.figure}>{t('journeys', { count: each.journeys })}</b>
            {words.journeys(each).map((to) => (
              <p key={to}>{to}</p>
            ))}
          </>
        )),
        row('cost', t('costRow'), (each) => <b className={styles.figure}>{words.cost(each)}</b>),
        row('first', t('firstRow'), words.first),
        row('talk', t('talk'), ({ services }) => (
          <Link to={pathOf(basketsContract.printSuggestion, { params: { id: family }, query: { services } })}>
            {t('sheet', { letter: letter(composed.findIndex((each) => each.services === services)) })}
          </Link>
        )),
      ]}
    />
  )
}
