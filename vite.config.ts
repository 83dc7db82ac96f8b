import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { broughtBy, fetchedAhead } from './bin/fetched-ahead.ts'
import { textsOfCode } from './bin/texts-of-code.ts'

/** The running Splot behind the development server. */
const server = process.env.SPLOT_URL ?? 'http://127.0.0.1:4300'

/**
 * `texts-cases-pl`, `texts-phrases-en`: where a text travels. What slices say on My day is short, and travels together; other
 * parts that code names (`keyPrefix`) travel with those of their slice.
 */
function textsIn(id: string): string {
  const [, folder, language, part] =
    id.match(/([\w-]+)[\\/]texts[\\/](\w+)\.json\?([\w.]+)/) ?? id.match(/splot-texts:([\w-]+)()\/([\w.]+)/)!
  const file =
    part === 'whole'
      ? folder
      : /^(doors|phrases|plain)$/.test(part!)
        ? part
        : ofMyDay.test(part!)
          ? 'parts'
          : `${folder}_parts`
  return `texts-${file}-${language || 'pl'}`
}

/** What slices say on My day, and their page of a family says as well. */
const ofMyDay = /^(due|remind|phases|verbs)$/

/** What is opened first. */
const firstPage = /MyDayPage\.tsx$/

const ofSlices = /[\\/]src[\\/](?!platform)/
const ofDays = /mantine.dates|dayjs|DateField/
/** Fields and dialogs, and what they stand on. */
const ofForms =
  /kit[\\/](\w+Field|fields|TextArea|Form|formFocus|ChoiceCards|DraftLine|ConflictNotice|ConfirmDialog|dayFromTyping)\.tsx?$|web[\\/](useForm|shape|formConflict|useDraft)\.ts$|core[\\/]esm[\\/](components|utils)[\\/](Autocomplete|Checkbox|Combobox|Floating|Input|InputBase|InlineInput|Modal|ModalBase|MultiSelect|Overlay|Pill|PillsInput|Popover|Portal|Radio|ScrollArea|Select|TextInput|Textarea|Transition)[\\/]|floating-ui|remove-scroll/

/**
 * The web app: one small base bundle with the frame, one chunk a page.
 * Nothing is inlined (neither scripts nor pictures), so that the Content-Security-Policy can stay strict.
 */
export default defineConfig({
  plugins: [textsOfCode(import.meta.dirname), fetchedAhead(firstPage), react()],
  build: {
    outDir: 'dist',
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index.html', 'src/shell/service-worker.ts'],
      output: {
        // The service worker speaks for the whole origin, so it stands at its root, under one name for good.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            // One file for what the first screen needs, in place of forty small ones that a slow line fetches in turns.
            { name: 'base', tags: ['$initial'], test: /(?<!service-worker\.ts)$/ },
            // A slice's texts are one file, whichever of its pages is opened first; so are all names of doors, all phrases.
            { name: textsIn, debugName: 'texts', test: /[\\/]texts[\\/]\w+\.json|splot-texts:/ },
            // And one each for shapes, for what most pages are made of, and for what most forms are made of besides.
            { name: 'zod', test: /node_modules[\\/]zod[\\/]/ },
            {
              name: 'kit',
              minShareCount: 6,
              test: (id) => !(ofForms.test(id) || ofDays.test(id) || ofSlices.test(id)),
            },
            { name: 'forms', minShareCount: 6, test: (id) => ofForms.test(id) && !ofDays.test(id) },
            // Of a small file a slow line feels the turn, not the bytes: the rest that the first page shares is one.
            { name: broughtBy(firstPage, 'day'), debugName: 'day', minShareCount: 2 },
          ],
        },
      },
    },
  },
  // The server takes deeds from its own origin only, so the proxy speaks in its name.
  server: { port: 4301, proxy: { '/api': { target: server, headers: { origin: server } } } },
})
