const BLOCK =
  /^(P|DIV|H[1-6]|LI|UL|OL|DL|DT|DD|TABLE|TR|PRE|BLOCKQUOTE|SECTION|ARTICLE|FIGURE|FIGCAPTION|DETAILS|SUMMARY|HR)$/i

const tidy = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line, index, lines) => line !== '' || (index > 0 && lines[index - 1] !== ''))
    .join('\n')
    .trim()

function svgText(svg: Element): string {
  const label = svg.getAttribute('aria-label') ?? svg.querySelector('title')?.textContent
  if (label?.trim()) return `\n${label.trim()}\n`
  const texts = [...svg.querySelectorAll('text')].map((text) => text.textContent?.trim() ?? '')
  return `\n${texts.filter(Boolean).join('\n')}\n`
}

function textOf(node: Node): string {
  if (node.nodeType === 3) return (node.nodeValue ?? '').replace(/\s+/g, ' ')
  if (node.nodeType !== 1 && node.nodeType !== 11) return ''
  const element = node as Element
  const name = element.nodeName.toUpperCase()
  if (node.nodeType === 1) {
    if (element.getAttribute('aria-hidden') === 'true' && !element.classList.contains('katex')) return ''
    if (name === 'SVG') return svgText(element)
    if (name === 'IMG' || (name === 'FIGURE' && element.hasAttribute('aria-label')))
      return ` ${element.getAttribute('alt') ?? element.getAttribute('aria-label') ?? ''} `
    if (name === 'BR') return '\n'
    if (name === 'PRE') return `\n${element.textContent ?? ''}\n`
    if (element.classList.contains('katex'))
      return ` ${(element.querySelector('annotation')?.textContent ?? '').replace('\\displaystyle ', '')} `
  }
  const inner = [...node.childNodes].map(textOf).join('')
  if (name === 'TD' || name === 'TH') return element.nextElementSibling ? `${inner.trim()} · ` : inner.trim()
  if (name === 'LI') return `\n– ${inner.trim()}\n`
  return BLOCK.test(name) ? `\n${inner}\n` : inner
}

/**
 * The slide as plain text, for reading on a phone or with a screen reader: one line per block, cells
 * separated by « · », a drawing by its text alternative. Headers and footers are left out.
 */
export function slideText(section: Element): string {
  const copy = section.cloneNode(true) as Element
  for (const edge of copy.querySelectorAll(':scope > header, :scope > footer')) edge.remove()
  return tidy(textOf(copy))
}

/** The first heading, else the first line of text, else « Diapositive n ». At most 120 characters. */
export function slideTitle(section: Element, text: string, n: number): string {
  const heading = [...section.querySelectorAll('h1,h2,h3,h4,h5,h6')]
    .map((element) => tidy(textOf(element)).replace(/\n/g, ' '))
    .find((title) => title !== '')
  const title = heading ?? text.split('\n')[0]?.replace(/^– /, '') ?? ''
  if (title === '') return `Diapositive ${n}`
  return title.length > 120 ? `${title.slice(0, 119).trimEnd()}…` : title
}
