/** The part of markdown-it's API the deck plugins use (the package ships no types of its own). */
export type Token = {
  type: string
  tag: string
  nesting: number
  level: number
  info: string
  content: string
  markup: string
  hidden: boolean
  /** 0-based first line, and the line after the last. */
  map: [number, number] | null
  children: Token[] | null
  // biome-ignore lint/suspicious/noExplicitAny: each plugin hangs its own data here
  meta: any
  attrGet(name: string): string | null
  attrSet(name: string, value: string): void
  attrJoin(name: string, value: string): void
}
export type CoreState = {
  tokens: Token[]
  inlineMode: boolean
  src: string
  env: Record<string, unknown>
  Token: new (type: string, tag: string, nesting: number) => Token
}
export type BlockState = {
  src: string
  bMarks: number[]
  eMarks: number[]
  tShift: number[]
}
export type InlineState = {
  src: string
  pos: number
  posMax: number
  pending: string
  pushPending(): void
}
type Rule = { name: string; fn: (...args: never[]) => unknown }
type Ruler<F> = {
  __rules__: Rule[]
  at(name: string, fn: F, options?: { alt: string[] }): void
  after(name: string, newName: string, fn: F): void
  before(name: string, newName: string, fn: F): void
  push(name: string, fn: F): void
}
export type MarkdownIt = {
  core: { ruler: Ruler<(state: CoreState) => void> }
  block: { ruler: Ruler<(state: BlockState, start: number, end: number, silent: boolean) => boolean> }
  inline: { ruler: Ruler<(state: InlineState, silent: boolean) => boolean> }
  utils: { escapeHtml(text: string): string }
}

/** The function behind a named rule, to wrap it. Throws when the library no longer has that rule. */
export function ruleNamed<F>(ruler: Ruler<F>, name: string): F {
  const rule = ruler.__rules__.find((candidate) => candidate.name === name)
  if (!rule) throw new Error(`markdown-it has no rule "${name}": the version of Marp has changed`)
  return rule.fn as unknown as F
}

/** Opening tokens of the slides, in order. */
export const isSlideOpen = (token: Token): boolean => token.meta?.marpitSlideElement === 1
export const isSlideClose = (token: Token): boolean => token.meta?.marpitSlideElement === -1
