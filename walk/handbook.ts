import type { Chapter } from './walker.ts'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** One page of pictures and documents that reads as the handbook: what people do, in what order, and what they see. */
export function handbook(chapters: Chapter[]): string {
  const sections = chapters.map(
    (chapter, i) => `
    <section>
      <h2 id="j${i}">${i + 1}. ${escaped(chapter.title)}</h2>
      <p>${escaped(chapter.intro)}</p>
      ${chapter.steps
        .map((step) =>
          'wide' in step
            ? `<figure><figcaption><b>${escaped(step.who)}</b>: ${escaped(step.caption)}</figcaption>
                <a href="${step.wide}"><img class="wide" src="${step.wide}" alt="${escaped(step.caption)}" loading="lazy"></a>
                <a href="${step.narrow}"><img class="narrow" src="${step.narrow}" alt="${escaped(step.caption)} – telefon" loading="lazy"></a></figure>`
            : `<p class="paper"><a href="${step.file}">${escaped(step.caption)} (PDF)</a></p>`,
        )
        .join('\n')}
    </section>`,
  )
  return `<!doctype html>
<html lang="pl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Splot: podręcznik w obrazach</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 1216px; margin: 0 auto; padding: 32px; background: #f5f4f0; color: #1d2529 }
  figure { margin: 24px 0 40px } figcaption { margin-bottom: 8px } img { border: 1px solid #dcdad3; border-radius: 12px; background: #fff; vertical-align: top }
  .wide { width: calc(76% - 12px) } .narrow { width: 24% } a { color: #1b5675 } .paper { padding: 12px 16px; background: #fff; border: 1px solid #dcdad3; border-radius: 12px }
</style></head>
<body><h1>Splot: podręcznik w obrazach</h1>
<p>Obrazy i dokumenty powstały, gdy prawdziwa przeglądarka przeszła całą pracę w partnerstwie ćwiczebnym. Osoby i zdarzenia są zmyślone.</p>
<ol>${chapters.map((chapter, i) => `<li><a href="#j${i}">${escaped(chapter.title)}</a></li>`).join('')}</ol>
${sections.join('\n')}
</body></html>
`
}
