import { KATEX_FONTS_URL } from './katex.ts'

/** Gives a local image's served URL, or undefined when it may not be shown. */
export type ResolveImage = (source: string) => string | undefined

const IMAGE_DATA = /^data:image\/(png|jpeg|gif|webp|avif|svg\+xml)[;,]/i

/** CSS text with its escapes read: `u\72l(` is `url(`. */
const unescaped = (css: string): string =>
  css.replace(/\\([0-9a-f]{1,6})\s?|\\(.)/gi, (_, hex, char) =>
    hex ? String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)) : char,
  )

/**
 * A CSS value whose every `url()` is a fragment, an image in the data, a font of ours or a resolved image;
 * undefined when the value loads anything else.
 */
export function safeValue(value: string, resolve: ResolveImage): string | undefined {
  const read = unescaped(value)
  if (/(image-set|cross-fade|(^|[^\w-])(image|src|element|expression))\s*\(/i.test(read)) return undefined
  if (!/url\s*\(/i.test(read)) return value
  if (!/url\s*\(/i.test(value)) return undefined
  let safe = true
  const resolved = value.replace(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)/gi, (whole, a, b, c) => {
    const source = String(a ?? b ?? c).trim()
    if (source.startsWith('#') || source.startsWith(KATEX_FONTS_URL) || IMAGE_DATA.test(source)) return whole
    const url = resolve(source)
    if (url) return `url("${url}")`
    safe = false
    return 'none'
  })
  const left = resolved.match(/url\s*\(/gi)?.length ?? 0
  const understood = resolved.match(/url\(\s*(?:"[^"]*"|'[^']*'|[^)"']*)\s*\)/gi)?.length ?? 0
  return safe && left === understood ? resolved : undefined
}

/** The declarations of a `style` attribute, without those that would load something. */
export function safeStyle(style: string, resolve: ResolveImage): string {
  return splitDeclarations(style)
    .map((declaration) => safeValue(declaration, resolve))
    .filter((declaration) => declaration !== undefined && declaration.trim() !== '')
    .join(';')
}

/** Splits at the semicolons that are neither in a string nor in parentheses. */
function splitDeclarations(style: string): string[] {
  return (
    style.match(/(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:"[^"]*"|'[^']*'|[^)"'])*\)|[^;"'(]|\()+/g) ?? []
  )
}

type Node = {
  remove(): void
  walkAtRules(each: (rule: { name: string; remove(): void }) => void): void
  walkDecls(each: (declaration: { value: string; remove(): void }) => void): void
}

/** PostCSS plugin: a deck's style sheet loads nothing (`@import` and remote `url()` are taken out). */
export function safeCssPlugin(resolve: ResolveImage) {
  const plugin = {
    postcssPlugin: 'deck-safe-css',
    OnceExit(root: Node) {
      root.walkAtRules((rule) => {
        if (/^(import|charset|namespace)$/i.test(rule.name)) rule.remove()
      })
      root.walkDecls((declaration) => {
        const value = safeValue(declaration.value, resolve)
        if (value === undefined) declaration.remove()
        else declaration.value = value
      })
    },
  }
  return Object.assign(() => plugin, { postcss: true as const })
}
