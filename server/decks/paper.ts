/** A document written in Markdown, as a sheet of paper to be read beside the work: safe HTML, no style of its own. */
import createDOMPurify, { type WindowLike } from 'dompurify'
import { JSDOM } from 'jsdom'
import MarkdownIt from 'markdown-it'
import type { ResolveImage } from './css.ts'

const TAGS = [
  ...['h1', 'h2', 'h3', 'h4', 'p', 'br', 'hr', 'ul', 'ol', 'li', 'blockquote'],
  ...['strong', 'em', 'code', 'pre', 's', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'img'],
]

/** A maker of sheets: loads what it needs once, and only when there is a document. */
export function createPaper(resolve: ResolveImage) {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: true })
  let tools: { document: Document; clean(html: string): DocumentFragment } | undefined

  function load() {
    if (tools) return tools
    const { window } = new JSDOM('')
    const purify = createDOMPurify(window as unknown as WindowLike)
    const config = {
      ALLOWED_TAGS: TAGS,
      ALLOWED_ATTR: ['src', 'alt', 'style', 'start'],
      RETURN_DOM_FRAGMENT: true,
    }
    tools = {
      document: window.document,
      clean: (html) => purify.sanitize(html, { ...config, RETURN_DOM_FRAGMENT: true }),
    }
    return tools
  }

  return function paper(source: string): string {
    const { document, clean } = load()
    const fragment = clean(markdown.render(source))
    for (const image of fragment.querySelectorAll('img')) {
      const url = resolve(image.getAttribute('src') ?? '')
      if (url) image.setAttribute('src', url)
      else image.replaceWith(image.getAttribute('alt') ?? '')
    }
    for (const cell of fragment.querySelectorAll('[style]')) {
      if (/text-align:\s*right/.test(cell.getAttribute('style') ?? '')) cell.setAttribute('class', 'num')
      cell.removeAttribute('style')
    }
    for (const table of fragment.querySelectorAll('table')) tidy(table, document)
    const box = document.createElement('div')
    box.append(fragment)
    return box.innerHTML.trim()
  }
}

/** A table without headings is a list of pairs: its first column names the second. */
function tidy(table: Element, document: Document): void {
  const head = table.querySelector('thead')
  if (!head || (head.textContent ?? '').trim() !== '') return
  head.remove()
  table.setAttribute('class', 'pairs')
  for (const row of table.querySelectorAll('tr')) {
    const first = row.querySelector('td')
    if (!first) continue
    const name = document.createElement('th')
    name.setAttribute('scope', 'row')
    name.append(...first.childNodes)
    first.replaceWith(name)
  }
}
