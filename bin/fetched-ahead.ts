import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

/**
 * What the page at `entry` is made of beside the base travels while the base is read and begun, not only once that asks
 * for it: a slow phone waits one turn less. Scripts of the base come first.
 */
export function fetchedAhead(entry: RegExp): Plugin {
  return {
    name: 'fetched-ahead',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter(
          (file): file is Rolldown.OutputChunk => file.type === 'chunk',
        )
        const first = chunks.find(({ facadeModuleId }) => facadeModuleId && entry.test(facadeModuleId))
        if (!first) return []
        const scripts = [...reachedFrom(first.fileName, chunks)]
        const styles = chunks
          .filter(({ fileName }) => scripts.includes(fileName))
          .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
        const tag = (file: string, attrs: Record<string, string>): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { ...attrs, crossorigin: '', fetchpriority: 'low', href: `/${file}` },
          injectTo: 'head',
        })
        return [
          ...scripts.map((file) => tag(file, { rel: 'modulepreload' })),
          ...styles.map((file) => tag(file, { rel: 'preload', as: 'style' })),
        ].filter(({ attrs }) => !html.includes(String(attrs!.href)))
      },
    },
  }
}

/** Names a chunk for all that the page at `entry` imports, by however many steps. */
export function broughtBy(entry: RegExp, name: string): Rolldown.CodeSplittingNameFunction {
  const known = new Map<string, boolean>()
  const isBrought: (...asked: Parameters<Rolldown.CodeSplittingNameFunction>) => boolean = (id, graph) => {
    const before = known.get(id)
    if (before !== undefined) return before
    // A circle of imports ends here.
    known.set(id, false)
    const brought =
      entry.test(id) || (graph.getModuleInfo(id)?.importers ?? []).some((each) => isBrought(each, graph))
    known.set(id, brought)
    return brought
  }
  return (id, graph) => (isBrought(id, graph) ? name : null)
}

/** The files that a chunk imports, itself first, and what these import. */
function reachedFrom(name: string, chunks: Rolldown.OutputChunk[], reached = new Set<string>()): Set<string> {
  if (reached.has(name)) return reached
  reached.add(name)
  for (const each of chunks.find(({ fileName }) => fileName === name)?.imports ?? [])
    reachedFrom(each, chunks, reached)
  return reached
}
