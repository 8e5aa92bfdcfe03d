import { Marp } from '@marp-team/marp-core'
import { katexMarpCorePlugin } from '@marp-team/marp-core/plugins/katex'
import { backgroundsPlugin } from './backgrounds.ts'
import { type ResolveImage, safeCssPlugin } from './css.ts'
import { fitPlugin } from './fit.ts'
import { fragmentsPlugin } from './fragments.ts'
import { KATEX_FONTS_URL } from './katex.ts'
import { type MarkedSlide, type Marks, marksPlugin } from './marks.ts'
import { mathPlugin } from './math.ts'
import type { MarkdownIt, Token } from './tokens.ts'

type Options = { themes: string[]; resolve: ResolveImage; marks: Marks }

type Rendered = {
  html: string[]
  css: string
  comments: string[][]
  width: number
  height: number
  marked: MarkedSlide[]
  themes: string[]
}

/** The directives Marp last read: not in its public types. */
type Directives = { lastGlobalDirectives?: { theme?: string; size?: string } }

/** Marp set up for Estrade: no script, no SVG layers, fonts of our own, our backgrounds, fitting and marks. */
export function createMarp({ themes, resolve, marks }: Options) {
  const marp = new Marp({
    script: false,
    inlineSVG: false,
    html: true,
    printable: false,
    slug: false,
    anchor: false,
    emoji: { shortcode: true, unicode: false },
  })
  for (const theme of themes) marp.themeSet.add(theme)
  const size = { width: 1280, height: 720 }
  marp
    .use(katexMarpCorePlugin({ fontPath: KATEX_FONTS_URL, options: { trust: false, strict: 'ignore' } }))
    .use((md: MarkdownIt) => mathPlugin(md))
    .use((md: MarkdownIt) => fitPlugin(md))
    .use((md: MarkdownIt) => marksPlugin(md, marks))
    .use((md: MarkdownIt) => backgroundsPlugin(md, () => size.width))
    .use((md: MarkdownIt) => fragmentsPlugin(md))
    .use(safeCssPlugin(resolve))
  marp.markdown.renderer.rules.deck_html = (tokens: Token[], index: number) => tokens[index]?.content ?? ''

  marp.markdown.core.ruler.after('marp_size', 'deck_size', () => {
    const { theme } = (marp as unknown as Directives).lastGlobalDirectives ?? {}
    size.width = px(marp.themeSet.getThemeProp(theme, 'widthPixel'), 1280)
    size.height = px(marp.themeSet.getThemeProp(theme, 'heightPixel'), 720)
  })

  function render(markdown: string): Rendered {
    const env: { htmlAsArray: true; marked?: MarkedSlide[] } = { htmlAsArray: true }
    const { html, css, comments } = marp.render(markdown, env)
    return {
      html: html as unknown as string[],
      css,
      comments,
      ...size,
      marked: env.marked ?? [],
      themes: Array.from(marp.themeSet.themes(), (theme) => theme.name),
    }
  }
  return { render }
}

const px = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value > 0 ? value : otherwise
