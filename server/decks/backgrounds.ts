import { type CoreState, isSlideClose, isSlideOpen, type MarkdownIt, type Token } from './tokens.ts'

type Image = { url: string; size?: string; filter?: string; alt: string }
type Backgrounds = { images: Image[]; direction: string; split?: 'left' | 'right'; splitSize: number }

type MarpitImage = {
  background?: boolean
  backgroundDirection?: string
  backgroundSize?: string
  backgroundSplit?: 'left' | 'right'
  backgroundSplitSize?: string
  color?: string
  filter?: string
  height?: string
  width?: string
  size?: string
  url: string
  options: { consumed?: boolean; leading: string; content: string }[]
}

function sizeOf(image: MarpitImage): string | undefined {
  const size = image.size || image.backgroundSize || undefined
  if (size === 'contain' || size === 'cover' || !(image.width || image.height)) return size
  return `${image.width || size || 'auto'} ${image.height || size || 'auto'}`
}

function read(tokens: Token[], open: Token): Backgrounds | undefined {
  const found: Backgrounds = { images: [], direction: 'horizontal', splitSize: 50 }
  for (const token of tokens) {
    for (const child of token.children ?? []) {
      const image: MarpitImage | undefined = child.type === 'image' ? child.meta?.marpitImage : undefined
      if (!image) continue
      if (image.background && image.url.trim() !== '') {
        if (image.color) {
          open.meta.marpitDirectives = { ...open.meta.marpitDirectives, backgroundColor: image.color }
        } else {
          const alt = image.options
            .filter((option) => !option.consumed)
            .map((option) => option.leading + option.content)
          found.images.push({
            url: image.url,
            size: sizeOf(image),
            filter: image.filter,
            alt: alt.join('').trim(),
          })
        }
      }
      if (image.backgroundDirection) found.direction = image.backgroundDirection
      if (image.backgroundSplit) found.split = image.backgroundSplit
      if (image.backgroundSplitSize) found.splitSize = Number.parseFloat(image.backgroundSplitSize)
    }
  }
  return found.images.length > 0 ? found : undefined
}

function figures(backgrounds: Backgrounds, escapeHtml: (text: string) => string): string {
  const { split, splitSize, direction } = backgrounds
  const share = (splitSize / (100 - splitSize)) * 100
  const box = split
    ? `background:inherit;top:0;bottom:0;width:${share}%;${split === 'left' ? 'right' : 'left'}:100%`
    : 'top:0;right:0;bottom:0;left:0'
  const flow = direction === 'vertical' ? 'column' : 'row'
  const images = backgrounds.images.map((image) => {
    const style = [
      'flex:1',
      'margin:0',
      `background-image:url("${image.url.replace(/["\\\n]/g, encodeURIComponent)}")`,
      'background-position:center',
      'background-repeat:no-repeat',
      `background-size:${image.size ?? 'cover'}`,
      ...(image.filter ? [`filter:${image.filter}`] : []),
    ].join(';')
    const label = image.alt ? ` role="img" aria-label="${escapeHtml(image.alt)}"` : ''
    return `<figure data-deck-background style="${escapeHtml(style)}"${label}></figure>`
  })
  return `<div data-deck-backgrounds style="position:absolute;z-index:-1;display:flex;flex-direction:${flow};${box}">${images.join('')}</div>`
}

function frame(open: Token, backgrounds: Backgrounds, width: number): void {
  const { split, splitSize } = backgrounds
  let style = `${open.attrGet('style') ?? ''};isolation:isolate`
  if (split) {
    const image = (width * splitSize) / 100
    style += `;width:${width - image}px;overflow:visible${split === 'left' ? `;margin-left:${image}px` : ''}`
    open.attrSet('data-deck-split', `${split} ${splitSize}`)
  }
  open.attrSet('style', style.replace(/^;/, ''))
}

/**
 * `![bg]` images, split sides and several backgrounds, without the `<foreignObject>` layers Marp uses (they
 * do not survive sanitising): the images become figures behind the content of the section, and a split makes
 * the section narrower. `width` tells the slide's width in px.
 */
export function backgroundsPlugin(md: MarkdownIt, width: () => number): void {
  md.core.ruler.at('marpit_apply_background_image', (state: CoreState) => {
    if (state.inlineMode) return
    let open: Token | undefined
    let inside: Token[] = []
    for (const token of state.tokens) {
      if (isSlideOpen(token)) {
        open = token
        inside = []
      } else if (isSlideClose(token) && open) {
        open.meta.deckBackgrounds = read(inside, open)
      } else inside.push(token)
    }
  })
  md.core.ruler.after('marpit_directives_apply', 'deck_backgrounds', (state: CoreState) => {
    if (state.inlineMode) return
    let current: Backgrounds | undefined
    state.tokens = state.tokens.flatMap((token) => {
      if (isSlideOpen(token)) {
        current = token.meta.deckBackgrounds
        if (current) frame(token, current, width())
      } else if (isSlideClose(token) && current) {
        const layer = new state.Token('deck_html', '', 0)
        layer.content = figures(current, md.utils.escapeHtml)
        return [layer, token]
      }
      return [token]
    })
  })
}
