import { type CoreState, isSlideClose, isSlideOpen, type MarkdownIt, type Token } from './tokens.ts'

/** A fence or a directive that the deck carries for its reader (an activity, a section, minutes…). */
export type Mark =
  /** `line` is the fence's own 1-based line; its body starts on the next one. */
  | { type: 'fence'; word: string; info: string; body: string; line: number }
  /** A comment `<!-- _key: value -->`; `key` as written. `line` is the comment's 1-based first line. */
  | { type: 'directive'; key: string; value: unknown; text: string; line: number }

/** `n` is the slide's number, absent when the slide held nothing but marks and so is not a slide. */
export type MarkedSlide = { n?: number; line: number; marks: Mark[] }

/** Which fences and directives (without the underscore) are marks. */
export type Marks = { fences: ReadonlySet<string>; directives: ReadonlySet<string> }

const plain = (key: string): string => key.normalize('NFD').replace(/\p{M}|^_/gu, '')

function directiveMarks(comment: Token, line: number, marks: Marks): Mark[] {
  const parsed: Record<string, unknown> = comment.meta?.marpitParsedDirectives || {}
  const known = Object.keys(parsed).filter((key) => marks.directives.has(plain(key)))
  if (known.length > 0) {
    comment.meta.marpitCommentParsed = 'directive'
    return known.map((key) => ({ type: 'directive', key, value: parsed[key], text: comment.content, line }))
  }
  // A comment that looks like a directive and that YAML cannot read must not become a speaker note.
  const key = /^(_[\p{L}]+)\s*:/u.exec(comment.content)?.[1]
  if (!key || !marks.directives.has(plain(key))) return []
  return [{ type: 'directive', key, value: undefined, text: comment.content, line }]
}

function marksOf(token: Token, marks: Marks): Mark[] {
  const line = (token.map?.[0] ?? 0) + 1
  if (token.type === 'fence') {
    const word = token.info.trim().split(/\s+/)[0] ?? ''
    if (!marks.fences.has(word)) return []
    return [{ type: 'fence', word, info: token.info.trim(), body: token.content, line }]
  }
  if (token.type === 'marpit_comment') return directiveMarks(token, line, marks)
  return (token.children ?? []).flatMap((child) =>
    child.type === 'marpit_comment' ? directiveMarks(child, line, marks) : [],
  )
}

function isBlank(token: Token): boolean {
  if (token.type === 'marpit_comment' || token.type === 'paragraph_open' || token.type === 'paragraph_close')
    return true
  if (token.type === 'inline')
    return (token.children ?? []).every(
      (child) => child.type === 'marpit_comment' || child.type === 'softbreak',
    )
  return false
}

/**
 * Takes the marks out of the deck: fences disappear from their slide, a slide left with nothing but marks
 * disappears whole, the others are numbered anew. What was found is left in `env.marked`.
 */
export function marksPlugin(md: MarkdownIt, marks: Marks): void {
  md.core.ruler.after('marpit_directives_parse', 'deck_marks', (state: CoreState) => {
    if (state.inlineMode) return
    const marked: MarkedSlide[] = []
    const kept: Token[][] = []
    let slide: Token[] = []
    let found: MarkedSlide = { line: 1, marks: [] }
    for (const token of state.tokens) {
      if (isSlideOpen(token)) {
        slide = [token]
        found = { line: (token.map?.[0] ?? 0) + 1, marks: [] }
        continue
      }
      const own = marksOf(token, marks)
      found.marks.push(...own)
      if (own[0]?.type !== 'fence') slide.push(token)
      if (!isSlideClose(token)) continue
      const standsFor = found.marks.some((mark) => mark.type === 'fence' || plain(mark.key) === 'activite')
      if (!(standsFor && slide.slice(1, -1).every(isBlank))) {
        kept.push(slide)
        found.n = kept.length
      }
      marked.push(found)
    }
    for (const [index, tokens] of kept.entries()) {
      for (const edge of [tokens[0], tokens.at(-1)])
        Object.assign(edge?.meta ?? {}, { marpitSlide: index, marpitSlideTotal: kept.length })
    }
    state.tokens = kept.flat()
    state.env.marked = marked
  })
}
