import { type BlockState, type InlineState, type MarkdownIt, ruleNamed } from './tokens.ts'

const lineAt = (state: BlockState, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])

/** Whether the `$$` opened on line `start` is closed at the end of a line before anything else stops it. */
function closesAtLineEnd(state: BlockState, start: number, end: number): boolean {
  const first = lineAt(state, start).slice(2)
  const sameLine = first.indexOf('$$')
  if (sameLine >= 0) return first.slice(sameLine + 2).trim() === ''
  for (let line = start + 1; line < end; line++) {
    const text = lineAt(state, line)
    if (/^(-{3,}|`{3,}|~{3,})/.test(text)) return false
    const close = text.indexOf('$$')
    if (close >= 0) return text.slice(close + 2).trim() === ''
  }
  return false
}

/**
 * Marp looks for a *line* that ends with `$$`: a formula followed by text on its line, or never closed,
 * swallows the slides after it. Such a formula is read inside its paragraph instead.
 */
export function mathPlugin(md: MarkdownIt): void {
  const block = ruleNamed(md.block.ruler, 'marp_math_block')
  md.block.ruler.at(
    'marp_math_block',
    (state, start, end, silent) => {
      if (lineAt(state, start).startsWith('$$') && !closesAtLineEnd(state, start, end)) return false
      return block(state, start, end, silent)
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )

  const inline = ruleNamed(md.inline.ruler, 'marp_math_inline')
  md.inline.ruler.before('marp_math_inline', 'deck_math_display', (state: InlineState, silent) => {
    if (!state.src.startsWith('$$', state.pos)) return false
    const close = state.src.indexOf('$$', state.pos + 2)
    const formula = close < 0 ? '' : state.src.slice(state.pos + 2, close).trim()
    if (!formula || formula.includes('$')) return false
    if (!silent) {
      // The inline rule also switches the formula style sheet on: let it read a source of its own.
      if (state.pending) state.pushPending()
      const src = `$\\displaystyle ${formula}$`
      const own = Object.assign(Object.create(state), { src, pos: 0, posMax: src.length, pending: '' })
      if (!inline(own, false)) return false
    }
    state.pos = close + 2
    return true
  })
}
