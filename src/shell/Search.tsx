import { type Address, told } from '../platform/web/address.ts'
import { useRead } from '../platform/web/useRead.ts'
import '@mantine/spotlight/styles.layer.css'
import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { FileText, type LucideIcon, Search as SearchIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tile } from '../platform/kit/Tile.tsx'
import { phoneWords } from '../platform/texts/numbers.ts'
import { deeds as allDeeds, bar, familyParts, further, signs } from '../platform/web/all-doors.ts'
import { useGo } from '../platform/web/place.ts'
import { useSession } from '../platform/web/session.ts'
import styles from './Search.module.css'

/** One thing found by GET /api/search?q=… */
export type Found = {
  id: string
  kind: string
  title: string
  sub?: string
  phone?: string
  to: Address
}

const shortest = 2
/** Without capitals and Polish letters: "zglos rodzine" is meant as well. */
const folded = (text: string) =>
  text.toLocaleLowerCase('pl').replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')
const wordsOf = (text: string) => folded(text).split(/\s+/).filter(Boolean)
const [store, spotlight] = createSpotlight()

/** Search over everything one may know: families, people with their phones, institutions, pages and deeds. */
export function Search({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('shell')
  const session = useSession()
  const go = useGo()
  const [query, setQuery] = useState('')
  const typed = wordsOf(query)
  const parts = familyParts.map(({ key, name }) => ({ part: key, label: t(name) }))
  // "kontrakt próbni": a page of the family that the other words name.
  const part = parts.find(({ label }) =>
    typed.some((word) => word.length > 3 && folded(label).startsWith(word)),
  )
  const named = part
    ? query
        .trim()
        .split(/\s+/)
        .filter((word) => !folded(part.label).startsWith(folded(word)))
        .join(' ')
    : ''
  const [asked] = useDebouncedValue(named || query.trim(), 200)
  const search = useRead<{ results: Found[] }>(`/api/search?q=${encodeURIComponent(asked)}`, {
    enabled: open && asked.length >= shortest,
    retry: false,
  })

  useEffect(() => {
    if (open) spotlight.open()
  }, [open])

  const matches = (label: string) => typed.every((word) => folded(label).includes(word))
  const matching = <Thing extends { name: string }>(things: Thing[]) =>
    things.map((thing) => ({ ...thing, label: t(thing.name) })).filter(({ label }) => matches(label))
  const pages = matching([...bar, ...further])
    .filter(({ seen }) => !seen || seen(session))
    .map(({ to, icon = FileText, label }) => ({ to, icon, label }))
  const deeds = matching(allDeeds)
  const results = asked.length >= shortest ? (search.data?.results ?? []) : []
  const found =
    named && part
      ? results
          .filter(({ kind }) => kind === 'family')
          .map((each) => ({
            ...each,
            title: `${each.title}: ${part.label}`,
            to: told(`${each.to}/${part.part}`),
          }))
      : results
  const nothing =
    asked.length >= shortest && search.isSuccess && found.length + pages.length + deeds.length === 0

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      scrollable
      maxHeight={440}
      classNames={{
        content: styles.content,
        search: styles.search,
        actionsGroup: styles.group,
        actionSection: styles.section,
        actionDescription: styles.description,
      }}
    >
      <Modal.Title className="vh">{t('search.open')}</Modal.Title>
      <Spotlight.Search
        placeholder={t('search.placeholder')}
        aria-label={t('search.open')}
        leftSection={<SearchIcon size={20} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {found.length > 0 && (
          <Spotlight.ActionsGroup label={t('search.found')}>
            {found.map(({ id, kind, title, sub, phone, to }) => (
              <Spotlight.Action
                key={id}
                className={styles.action!}
                onClick={() => go(to)}
                label={title}
                description={sub}
                leftSection={<Tile icon={signs[kind] ?? FileText} />}
                rightSection={phone && <span className={styles.phone}>{phoneWords(phone)}</span>}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        <Group label={t('search.deeds')} actions={deeds} go={go} />
        <Group label={t('search.pages')} actions={pages} go={go} />
        {search.isFetching && <Spotlight.Empty>{t('search.searching')}</Spotlight.Empty>}
        {search.isError && <Spotlight.Empty>{t('search.failed')}</Spotlight.Empty>}
        {nothing && <Spotlight.Empty>{t('search.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

type Action = { to: Address; icon: LucideIcon; label: string }

function Group({ label, actions, go }: { label: string; actions: Action[]; go: (to: Address) => void }) {
  if (actions.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={label}>
      {actions.map(({ to, icon: Icon, label: name }) => (
        <Spotlight.Action
          key={to}
          className={styles.action!}
          onClick={() => go(to)}
          leftSection={<Icon size={20} aria-hidden />}
          label={name}
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}
