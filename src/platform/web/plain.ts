import { bring, type Messages } from './texts.ts'

// A plain word of each slice for its things and deeds (`plain`): for a page that tells that something was done, not what.
bring(
  'plain',
  import.meta.glob<Messages>(['/src/*/texts/pl.json', '/src/platform/*/texts/pl.json'], {
    eager: true,
    import: 'default',
    query: '?plain',
  }),
  import.meta.glob<Messages>(['/src/*/texts/{en,uk}.json', '/src/platform/*/texts/{en,uk}.json'], {
    import: 'default',
    query: '?plain',
  }),
)
