import { ArrowRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { AnswerBar } from '../../platform/kit/AnswerBar.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { Tabs } from '../../platform/kit/Tabs.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { type Basket, basketsApi, type Composing as Facts, type Offered, type Suggestion } from './api.ts'
import { Changes } from './Changes.tsx'
import { Comparison, letter } from './Comparison.tsx'
import { NoteLacking } from './NoteLacking.tsx'
import { Parts } from './Parts.tsx'
import styles from './Suggestion.module.css'
import { useSuggestionWords } from './useSuggestionWords.ts'
import { Why } from './Why.tsx'

type Given = {
  family: Family
  basket: Basket
  composing: Facts
  /** What is minded, beside it; and below it what is needed. */
  lead: ReactNode
  needs: ReactNode
}

/** What Splot found: up to three baskets beside each other, and one of them to be changed and taken. */
export function Composing(given: Given) {
  const { family } = given
  const query = useAsk(basketsApi.suggestion, { params: { id: family.id } })
  return (
    <Loaded query={query} rows={8}>
      {(suggestion) => <Found {...given} suggestion={suggestion} />}
    </Loaded>
  )
}

function Found({ family, basket, composing, lead, needs, suggestion }: Given & { suggestion: Suggestion }) {
  const { t } = useTranslation('baskets', { keyPrefix: 'suggestion' })
  const words = useSuggestionWords(suggestion, composing)
  const go = useGo()
  const toBasket = () => go(pageAt('/families/$id/basket', { id: family.id }))
  const [chosen, setChosen] = useState(0)
  /** What was changed of the chosen one: by need, another service or none. */
  const [changed, setChanged] = useState<Record<string, string | null>>({})
  const take = useDeed(
    (items: (Offered & { id: string })[], key) =>
      basketsApi.takeSuggestion({
        params: { id: family.id },
        body: {
          items: items.map(({ id, needId, serviceId, visits }) => ({
            id,
            needId,
            serviceId,
            weekly: visits
              .filter(({ nth }) => nth === null)
              .map(({ weekday, begins, ends }) => ({ weekday, begins, ends })),
          })),
        },
        key,
      }),
    toBasket,
  )
  const aside = useDeed((services: string[], key) =>
    basketsApi.putSuggestionAside({
      params: { id: family.id },
      body: { facts: suggestion.facts, services },
      key,
    }),
  )
  const all = suggestion.composed.filter(({ items }) => items.length > 0)
  const best = all[Math.min(chosen, all.length - 1)]
  const choose = (no: number) => {
    setChosen(no)
    setChanged({})
  }
  const count = { services: suggestion.services, visits: suggestion.visits }
  if (!best)
    return (
      <Columns lead={lead}>
        <Section heading={t('found')} more={t('checked', count)}>
          <EmptyState>{t(suggestion.putAside ? 'allAside' : 'nothingFits')}</EmptyState>
          {!suggestion.putAside && suggestion.composed[0] && (
            <ul className={styles.plainList}>
              {suggestion.composed[0].lacking.map((lacking) => (
                <li key={lacking.needId}>
                  <b>{words.needed(lacking.needId)}</b>: {words.lacking(lacking)}
                  <NoteLacking
                    family={family.id}
                    basket={basket}
                    need={composing.needs.find(({ id }) => id === lacking.needId)!}
                  />
                </li>
              ))}
            </ul>
          )}
          <HowItIsMade suggestion={suggestion} />
        </Section>
        {needs}
      </Columns>
    )
  const no = all.indexOf(best)
  const parts = best.items.flatMap((item): Offered[] => {
    const other = changed[item.needId]
    if (other === null) return []
    if (other === undefined) return [item]
    return suggestion.instead.filter(({ needId, serviceId }) => needId === item.needId && serviceId === other)
  })
  return (
    <Stack>
      <Columns lead={lead}>
        {!suggestion.proven && <Note gap>{t('notAll')}</Note>}
        {!suggestion.homeKnown && composing.limits.some(({ kind }) => kind === 'no_car') && (
          <Note gap>{t('homeUnknown')}</Note>
        )}
        <Section flush heading={t('found')} more={t('checked', count)}>
          <Comparison basket={basket} composing={composing} composed={all} words={words} family={family.id} />
        </Section>
        <Section heading={t('choose')}>
          <Tabs
            label={t('choose')}
            current={best.services}
            tabs={all.map((each, i) => ({
              key: each.services,
              label: `${letter(i)}. ${t(`kind.${each.kind}`)}`,
            }))}
            onChoose={(key) => choose(all.findIndex(({ services }) => services === key))}
          />
          <Parts
            items={best.items}
            changed={changed}
            onChange={(needId, serviceId) => setChanged({ ...changed, [needId]: serviceId })}
            suggestion={suggestion}
            words={words}
          />
          <Button
            size="small"
            kind="quiet"
            busy={aside.busy && aside.trying?.length === 1}
            onClick={() => {
              aside.run([best.services])
              choose(0)
            }}
          >
            {t('putAside', { letter: letter(no) })}
          </Button>
          {aside.problem ? <ProblemNotice problem={aside.problem} /> : null}
          <ToMeeting family={family.id} />
        </Section>
        <div className={styles.two}>
          <Why
            composing={composing}
            composed={best}
            letter={letter(no)}
            proven={suggestion.proven}
            words={words}
          />
          {suggestion.changes.length > 0 && no === 0 && <Changes suggestion={suggestion} words={words} />}
        </div>
        <HowItIsMade suggestion={suggestion} />
        {needs}
      </Columns>
      {take.problem ? <ProblemNotice problem={take.problem} /> : null}
      <AnswerBar
        facts={[
          {
            label: t('taken'),
            value: t('ofNeeds', {
              taken: parts.length,
              all: composing.needs.filter(({ met }) => !met).length,
            }),
          },
          { label: t('aside'), value: suggestion.putAside || t('noneAside') },
        ]}
        actions={
          <>
            <Button busy={aside.busy} onClick={toBasket}>
              {t('ourselves')}
            </Button>
            <Button
              kind="filled"
              icon={ArrowRight}
              busy={take.busy}
              onClick={() =>
                parts.length ? take.run(parts.map((part) => ({ ...part, id: newId() }))) : toBasket()
              }
            >
              {t('take', { letter: letter(no), count: parts.length })}
            </Button>
          </>
        }
      />
    </Stack>
  )
}

/** The suggestion waits for the next meeting about the family. */
function ToMeeting({ family }: { family: string }) {
  const { t } = useTranslation('baskets', { keyPrefix: 'suggestion' })
  const put = useDeed((id: string, key) =>
    basketsApi.takeToMeeting({ params: { id: family }, body: { id }, key }),
  )
  if (put.done) return <p role="status">{t('atMeeting')}</p>
  return (
    <>
      <Button size="small" kind="quiet" busy={put.busy} onClick={() => put.run(newId())}>
        {t('toMeeting')}
      </Button>
      {put.problem ? <ProblemNotice problem={put.problem} /> : null}
    </>
  )
}

/** How it was worked out, and what it takes no notice of. */
function HowItIsMade({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useTranslation('baskets', { keyPrefix: 'suggestion.how' })
  return (
    <Explain question={t('question')}>
      <ul className={styles.plainList}>
        <li>{t('order')}</li>
        {suggestion.composed.length > 1 && (
          <li>{t('alternatives', { count: suggestion.composed.length - 1 })}</li>
        )}
        {(['days', 'way', 'cost', 'exact', 'private'] as const).map((what) => (
          <li key={what}>{t(what)}</li>
        ))}
        {suggestion.notInSplot > 0 && <li>{t('notInSplot', { count: suggestion.notInSplot })}</li>}
      </ul>
    </Explain>
  )
}
