import type { CoreState, MarkdownIt } from './tokens.ts'

/** Attribute left on the fragments Marp numbered, to tell them from those numbered by hand in HTML. */
export const MARP_FRAGMENT = 'data-deck-marp-fragment'

/** Marks the fragments that Marp numbered. */
export function fragmentsPlugin(md: MarkdownIt): void {
  md.core.ruler.push('deck_fragments', (state: CoreState) => {
    for (const token of state.tokens) if (token.meta?.marpitFragment) token.attrSet(MARP_FRAGMENT, '')
  })
}
