import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InstitutionTile } from '../institutions/pages/InstitutionTile.tsx'
import { EmptyState } from '../platform/kit/EmptyState.tsx'
import { LoadingRows } from '../platform/kit/LoadingRows.tsx'
import { ProblemNotice } from '../platform/kit/ProblemNotice.tsx'
import { Rows } from '../platform/kit/Rows.tsx'
import { TextField } from '../platform/kit/TextField.tsx'
import { send } from '../platform/web/request.ts'
import { useRead } from '../platform/web/useRead.ts'
import { useWords } from '../platform/web/useWords.ts'
import { BeginAnew } from './BeginAnew.tsx'
import styles from './PersonChooser.module.css'

type PracticeWorker = { position: string; institutionName: string; institutionKind: string; isHead: boolean }
type PracticePerson = { accountId: string; name: string; workers: PracticeWorker[] }

/** Practice mode: pick a fictional person instead of typing a password. */
export function PersonChooser({ onEnter }: { onEnter: () => void }) {
  const { t } = useTranslation('shell')
  const { sortByName } = useWords()
  const [wanted, setWanted] = useState('')
  const people = useRead<PracticePerson[]>('/api/practice/people')
  const choose = useMutation({
    mutationFn: (accountId: string) => send('POST', '/api/auth/practice/choose', { accountId }),
    onSuccess: onEnter,
  })
  if (people.isPending) return <LoadingRows rows={6} />
  if (people.error) return <ProblemNotice problem={people.error} onRetry={() => people.refetch()} />
  const found = sortByName(
    people.data,
    ({ workers, name }) => `${workers[0]?.institutionName} ${name}`,
  ).filter((person) => plain(wordsOf(person)).includes(plain(wanted)))
  return (
    <div className={styles.chooser}>
      <ProblemNotice problem={choose.error} />
      <TextField label={t('signIn.find')} type="search" value={wanted} onChange={setWanted} />
      <Rows label={t('signIn.title')}>
        {found.map(({ accountId, name, workers }) => (
          <li key={accountId}>
            <button type="button" className={styles.person} onClick={() => choose.mutate(accountId)}>
              <InstitutionTile kind={workers[0]?.institutionKind ?? ''} large />
              <span>
                <span className="m">{name}</span>
                {workers.map((worker) => (
                  <span className={styles.work} key={worker.institutionName + worker.position}>
                    {worker.position}, {worker.institutionName}
                    {worker.isHead && ` · ${t('signIn.head')}`}
                  </span>
                ))}
              </span>
            </button>
          </li>
        ))}
      </Rows>
      {found.length === 0 && <EmptyState>{t('signIn.nobody')}</EmptyState>}
      <BeginAnew />
    </div>
  )
}

const wordsOf = ({ name, workers }: PracticePerson) =>
  [name, ...workers.flatMap(({ position, institutionName }) => [position, institutionName])].join(' ')

/** Without Polish letters and capitals: "lucja" finds "Łucja". */
const plain = (words: string) =>
  words.toLocaleLowerCase('pl').replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')
