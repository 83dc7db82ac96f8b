import { createHash } from 'node:crypto'

import type { Download } from '../http/routes-of.ts'
import type { Work } from '../http/work.ts'
import { textFor } from '../texts/server.ts'
import type { Form, FormData } from './form.ts'
import { type DocumentLocale, renderDocument } from './render-document.ts'

/** The words of a paper: Polish, whatever language its writer reads Splot in. */
export const onPaper = textFor('pl')

type Framed<F extends Form> = Omit<FormData<F>, 'practice' | 'document' | 'place' | 'date'> & {
  place: string
  date?: string
}

/**
 * Prints a form as PDF/UA, ready to hand out.
 *
 * @param id what the footer names the document by; for a person, not a database key
 */
export const print = async <F extends Form>(
  work: Work,
  form: F,
  named: Named,
  data: Framed<F>,
  locale: DocumentLocale = 'pl',
) => (await printing(work))(form, named, data, locale)

type Named = { id: string; version?: number; name: string }

/** The same, for what is printed when the work has ended. */
export async function printing(work: Work) {
  const date = await work.today()
  const practice = work.surroundings.settings.mode === 'practice'
  return async <F extends Form>(
    form: F,
    { id, version = 1, name }: Named,
    data: Framed<F>,
    locale: DocumentLocale = 'pl',
  ): Promise<Download> => {
    const document = { id, version, hash: null }
    const bytes = await renderDocument(form, { date, ...data, practice, document } as FormData<F>, { locale })
    return { name: `${name}.pdf`, type: 'application/pdf', bytes }
  }
}

/** What names a printed version for good: SHA-256 of its bytes. */
export const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest()
