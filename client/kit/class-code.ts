/** A class code written 3 + 3, with a space that does not break. */
export function spacedCode(code: string): string {
  return code.replace(/^(.{3})(.{3})$/, '$1\u00A0$2')
}

/** The six signs of a typed code without spaces or hyphens; undefined when it cannot be a code. */
export function typedCode(typed: string): string | undefined {
  const code = typed.replace(/[\s\-–._]/g, '').toUpperCase()
  return /^[2-9A-HJ-NP-Z]{6}$/.test(code) ? code : undefined
}

/** The page a code finds, to be typed or scanned. */
export function codeUrl(code: string): string {
  return `${location.origin}/c/${code}`
}
