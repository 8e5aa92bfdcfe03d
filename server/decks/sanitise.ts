/** Makes rendered slides safe to insert in a page: what may run, submit or load from elsewhere is taken out. */
import createDOMPurify, { type Config, type WindowLike } from 'dompurify'
import { JSDOM } from 'jsdom'
import { type ResolveImage, safeStyle, safeValue } from './css.ts'
import { FIT, fitCode, fitHeading } from './fit.ts'
import { MARP_FRAGMENT } from './fragments.ts'
import { slideText, slideTitle } from './text.ts'

const CONFIG: Config & { RETURN_DOM_FRAGMENT: true } = {
  USE_PROFILES: { html: true, svg: true, svgFilters: true, mathMl: true },
  // KaTeX's formula for screen readers; local reuse of a drawing (its href is checked below).
  ADD_TAGS: ['semantics', 'annotation', 'use'],
  FORBID_TAGS: [
    'style',
    'form',
    'input',
    'button',
    'select',
    'textarea',
    'option',
    'dialog',
    'audio',
    'video',
    'source',
    'track',
    'map',
    'area',
  ],
  FORBID_ATTR: [
    'srcset',
    'background',
    'poster',
    'ping',
    'action',
    'formaction',
    'autofocus',
    'contenteditable',
    'tabindex',
    'accesskey',
    'popover',
    'is',
    'slot',
    'part',
  ],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|#|\/|data:image\/|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  RETURN_DOM_FRAGMENT: true,
}

/** Elements whose absence an author would notice. */
const NOTICED = /^(iframe|script|object|embed|audio|video|form|input|button|select|textarea|foreignobject)$/i
const FUNCTION_ATTRIBUTES = [
  'fill',
  'stroke',
  'filter',
  'mask',
  'clip-path',
  'marker-start',
  'marker-mid',
  'marker-end',
]
const XLINK = 'http://www.w3.org/1999/xlink'

export type CleanSlide = { html: string; title: string; text: string; steps: number; removed: string[] }

/** Makes a cleaner of slides: loads DOMPurify once. Costs about half a second, so only called to render. */
export function createSanitiser(resolve: ResolveImage, width: number) {
  const { window } = new JSDOM('')
  const purify = createDOMPurify(window as unknown as WindowLike)

  function images(section: HTMLElement): void {
    for (const image of section.querySelectorAll<HTMLElement>('img, image')) {
      const source =
        image.getAttribute('src') ?? image.getAttribute('href') ?? image.getAttributeNS(XLINK, 'href')
      const url = source && (source.startsWith('data:image/') ? source : resolve(source))
      image.removeAttributeNS(XLINK, 'href')
      if (!url) image.replaceWith(image.getAttribute('alt') ?? '')
      else image.setAttribute(image.localName === 'img' ? 'src' : 'href', url)
    }
    for (const element of section.querySelectorAll('use')) {
      const target = element.getAttribute('href') ?? element.getAttributeNS(XLINK, 'href') ?? ''
      if (!target.startsWith('#')) element.remove()
    }
  }

  function links(section: HTMLElement): void {
    for (const link of section.querySelectorAll('a')) {
      const target = link.getAttribute('href') ?? ''
      link.removeAttributeNS(XLINK, 'href')
      if (/^(https?|mailto|tel):/i.test(target)) {
        link.setAttribute('target', '_blank')
        link.setAttribute('rel', 'noopener noreferrer')
      } else link.removeAttribute('href')
    }
  }

  function styles(section: HTMLElement): void {
    for (const element of [section, ...section.querySelectorAll<HTMLElement>('[style]')]) {
      const style = element.getAttribute('style')
      if (style !== null) element.setAttribute('style', safeStyle(style, resolve))
    }
    for (const name of FUNCTION_ATTRIBUTES) {
      for (const element of section.querySelectorAll(`[${name}]`)) {
        if (safeValue(element.getAttribute(name) ?? '', () => undefined) === undefined)
          element.removeAttribute(name)
      }
    }
  }

  function fitting(section: HTMLElement): void {
    const split = Number(section.dataset.deckSplit?.split(' ')[1] ?? 0)
    for (const heading of section.querySelectorAll<HTMLElement>(`[${FIT}]`))
      fitHeading(heading, (width * (100 - split)) / 100)
    for (const code of section.querySelectorAll<HTMLElement>('pre > code')) fitCode(code)
  }

  /** `html` is one rendered `<section>`, `n` its number. */
  return function clean(html: string, n: number): CleanSlide {
    const fragment = purify.sanitize(html, CONFIG)
    const removed = purify.removed.flatMap((entry) => {
      const name = 'element' in entry ? entry.element.nodeName.toLowerCase() : ''
      return NOTICED.test(name) ? [name] : []
    })
    const section = fragment.querySelector('section') as HTMLElement | null
    if (!section)
      return { html: '<section></section>', title: `Diapositive ${n}`, text: '', steps: 0, removed }
    images(section)
    links(section)
    styles(section)
    fitting(section)
    const steps = numberFragments(section)
    const text = slideText(section)
    return { html: section.outerHTML, title: slideTitle(section, text, n), text, steps, removed }
  }
}

/**
 * Numbers the fragments from 1 in reading order. Fragments written by hand with the same number appear
 * together; when every one is numbered by hand, their numbers give the order.
 */
function numberFragments(section: Element): number {
  const fragments = [...section.querySelectorAll('[data-marpit-fragment]')].map((element, index) => {
    const value = element.getAttribute('data-marpit-fragment') ?? ''
    const byHand = !element.hasAttribute(MARP_FRAGMENT) && /^[1-9]\d{0,2}$/.test(value)
    element.removeAttribute(MARP_FRAGMENT)
    return { element, key: byHand ? `n${value}` : `i${index}`, rank: byHand ? Number(value) : undefined }
  })
  if (fragments.every(({ rank }) => rank !== undefined))
    fragments.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  const steps = [...new Set(fragments.map(({ key }) => key))]
  for (const { element, key } of fragments)
    element.setAttribute('data-marpit-fragment', String(steps.indexOf(key) + 1))
  if (steps.length > 0) section.setAttribute('data-marpit-fragments', String(steps.length))
  return steps.length
}
