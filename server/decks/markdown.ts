import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Deck, RenderedSlide } from '#shared/course.ts'
import type { ResolveImage } from './css.ts'
import type { MarkedSlide, Marks } from './marks.ts'

export type { ResolveImage } from './css.ts'
export type { Mark, MarkedSlide, Marks } from './marks.ts'

export type RenderOptions = {
  /** CSS of a theme, with its `@theme` comment; available beside the built-in ones. */
  theme?: string
  /** Called for every image (Markdown, HTML, SVG, CSS) that is not in the data. Without it none is shown. */
  resolveImage?: ResolveImage
  /** Fences and directives to take out of the deck and hand back. */
  marks?: Marks
}

export type MarkedDeck = {
  deck: Deck
  /** Every slide of the source in order, with its marks. */
  marked: MarkedSlide[]
  /** Names a `theme:` may take. */
  themes: string[]
  /** Elements taken out that the author may miss (`iframe`, `video`…). */
  removed: string[]
}

const ESTRADE_THEME = new URL('./estrade.css', import.meta.url)

/** Renders Marp Markdown to sanitised slides. Throws on a theme without its `@theme` comment. */
export async function renderDeck(markdown: string, options: RenderOptions = {}): Promise<Deck> {
  return (await renderMarked(markdown, options)).deck
}

/**
 * Like `renderDeck`, with the marks found on the way. For a deck of 60 slides, on two cores: about 0.9 s to
 * load Marp and jsdom, then 0.1 s of Marp and 0.3 s of sanitising (5 ms a slide).
 */
export async function renderMarked(markdown: string, options: RenderOptions = {}): Promise<MarkedDeck> {
  // jsdom and Marp take most of a second to load: a server whose decks are cached never needs them.
  const [{ createMarp }, { createSanitiser }] = await Promise.all([
    import('./marp.ts'),
    import('./sanitise.ts'),
  ])
  const resolve = memoised(options.resolveImage ?? (() => undefined))
  const marp = createMarp({
    themes: [await readFile(ESTRADE_THEME, 'utf8'), ...(options.theme ? [options.theme] : [])],
    resolve,
    marks: options.marks ?? { fences: new Set(), directives: new Set() },
  })
  const rendered = marp.render(markdown)
  const { html, css } = stableScopes(rendered.html, rendered.css)
  const clean = createSanitiser(resolve, rendered.width)
  const removed: string[] = []
  const slides = html.map((source, index): RenderedSlide => {
    const n = index + 1
    const { removed: gone, ...slide } = clean(source, n)
    removed.push(...gone)
    return { n, ...slide, notes: (rendered.comments[index] ?? []).join('\n\n') }
  })
  const hash = createHash('sha256').update(css)
  for (const slide of slides) hash.update(slide.html).update('\0')
  const { width, height, marked, themes } = rendered
  const deck = { hash: hash.digest('hex').slice(0, 16), css, width, height, slides }
  return { deck, marked, themes, removed: [...new Set(removed)] }
}

function memoised(resolve: ResolveImage): ResolveImage {
  const seen = new Map<string, string | undefined>()
  return (source) => {
    if (!seen.has(source)) seen.set(source, resolve(source))
    return seen.get(source)
  }
}

/** Marp draws the names of scoped styles at random: without this the same deck would never hash the same. */
function stableScopes(html: string[], css: string): { html: string[]; css: string } {
  const keys = new Set(
    Array.from(html.join('\n').matchAll(/data-marpit-scope-([A-Za-z0-9]{8})\b/g), (m) => m[1] ?? ''),
  )
  const names = [...keys].map((key, index) => ({ from: new RegExp(`-${key}\\b`, 'g'), to: `-s${index + 1}` }))
  const stable = (text: string) => names.reduce((out, { from, to }) => out.replace(from, to), text)
  return { html: html.map(stable), css: stable(css) }
}
