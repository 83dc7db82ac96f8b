import { bring, type Messages } from './texts.ts'

// How each slice says its deeds (`verbs`, `verbHeads`, `verbLists`) and its asks: for a page that tells those of all slices.
bring(
  'phrases',
  import.meta.glob<Messages>(['/src/*/texts/pl.json', '/src/platform/*/texts/pl.json'], {
    eager: true,
    import: 'default',
    query: '?phrases',
  }),
  import.meta.glob<Messages>(['/src/*/texts/{en,uk}.json', '/src/platform/*/texts/{en,uk}.json'], {
    import: 'default',
    query: '?phrases',
  }),
)
