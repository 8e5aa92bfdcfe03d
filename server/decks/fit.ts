import type { CoreState, MarkdownIt, Token } from './tokens.ts'

/** Attribute left on a heading that must fill the slide's width. */
export const FIT = 'data-deck-fit'

const MAX_FONT_PX = 300
/** Room for text on a 1280 px slide once the usual margins are taken off. */
const TEXT_SHARE = 0.86
/** A code block that fits: characters on its longest line, and lines. */
const CODE_COLUMNS = 70
const CODE_LINES = 18

/** `<!-- fit -->` in a heading. Marp only reads it with its own script and SVG layers. */
export function fitPlugin(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'deck_fit', (state: CoreState) => {
    let heading: Token | undefined
    for (const token of state.tokens) {
      if (token.type === 'heading_open') heading = token
      for (const child of token.children ?? []) {
        if (!heading || child.type !== 'marpit_comment' || child.content !== 'fit') continue
        child.meta = { ...child.meta, marpitCommentParsed: 'fit' }
        heading.attrSet(FIT, '')
      }
      if (token.type === 'heading_close') heading = undefined
    }
  })
}

/** Width of a text in em, for a bold sans-serif: wide enough for any usual font. */
function widthInEm(text: string): number {
  let width = 0
  for (const char of text) {
    if (/[iljtfr.,:;'’!|()[\] ]/.test(char)) width += 0.34
    else if (/[mwMWŒœÆæ@%]/.test(char)) width += 0.95
    else if (/[A-ZÀ-Þ0-9]/.test(char)) width += 0.7
    else if ((char.codePointAt(0) ?? 0) > 0x2e80) width += 1.2
    else width += 0.58
  }
  return width
}

/** Sizes a heading so that its longest line fills `width` px. */
export function fitHeading(heading: HTMLElement, width: number): void {
  const copy = heading.cloneNode(true) as HTMLElement
  for (const br of copy.querySelectorAll('br')) br.replaceWith('\n')
  const lines = (copy.textContent ?? '').split('\n').map((line) => widthInEm(line.trim()))
  const size = Math.min(MAX_FONT_PX, Math.floor((width * TEXT_SHARE) / Math.max(1, ...lines)))
  heading.style.setProperty('font-size', `${size}px`)
  heading.style.setProperty('white-space', 'nowrap')
}

/** Shrinks a code block that would overflow. */
export function fitCode(code: HTMLElement): void {
  const lines = (code.textContent ?? '').replace(/\n$/, '').split('\n')
  const columns = Math.max(1, ...lines.map((line) => line.length))
  const scale = Math.max(0.35, Math.min(1, CODE_COLUMNS / columns, CODE_LINES / lines.length))
  if (scale < 1) code.style.setProperty('font-size', `${scale.toFixed(2)}em`)
}
