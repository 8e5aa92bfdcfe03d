/** Comparing what people write. */

/** Case, accents, apostrophes and spaces aside. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, ' ')
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .trim()
}

/** Whether some of `words` stand in `text`; digits are also looked for without the spaces that group them. */
export function mentions(text: string, words: readonly string[]): boolean {
  const said = plain(text)
  const close = said.replace(/(\d)[ .](?=\d)/g, '$1')
  return words.some((word) => {
    const wanted = plain(word)
    return said.includes(wanted) || close.includes(wanted.replace(/(\d)[ .](?=\d)/g, '$1'))
  })
}
