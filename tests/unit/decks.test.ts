import { readdirSync, readFileSync } from 'node:fs'
import { Marp } from '@marp-team/marp-core'
import { katexMarpCorePlugin } from '@marp-team/marp-core/plugins/katex'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { KATEX_FONTS_URL } from '#server/decks/katex.ts'
import { renderDeck, renderMarked } from '#server/decks/markdown.ts'
import type { RenderedSlide } from '#shared/course.ts'

const FIXTURES = new URL('../fixtures/decks/', import.meta.url)
const resolveImage = (source: string) => `/api/files/${source}`

const slideOf = async (markdown: string, options = {}): Promise<RenderedSlide> => {
  const deck = await renderDeck(markdown, { resolveImage, ...options })
  return deck.slides[0]!
}
const sectionOf = (html: string): HTMLElement =>
  new JSDOM(`<div>${html}</div>`).window.document.querySelector('section')!

/** What a reader would miss: the letters of the text, images, code blocks, tables, formulas, links. */
function counted(sections: HTMLElement[]) {
  return sections.map((section) => {
    const own = section.cloneNode(true) as HTMLElement
    const formulas = own.querySelectorAll('.katex').length
    for (const formula of own.querySelectorAll('.katex')) formula.remove()
    const backgrounds = own.querySelectorAll('figure').length
    for (const figure of own.querySelectorAll('figure')) figure.remove()
    const headings = own.querySelectorAll('h1,h2,h3,h4,h5,h6,[is^=marp-h]').length
    return {
      text: (own.textContent ?? '').replace(/\s+/g, ''),
      images: own.querySelectorAll('img').length,
      backgrounds,
      code: own.querySelectorAll('pre code').length,
      tables: own.querySelectorAll('td,th').length,
      links: own.querySelectorAll('a[href]').length,
      items: own.querySelectorAll('li').length,
      shapes: own.querySelectorAll('svg *').length,
      headings,
      formulas,
      classes: section.className,
      page: section.getAttribute('data-marpit-pagination'),
    }
  })
}

/** Marp's own rendering, as its own tools do it. */
function marpSections(markdown: string): HTMLElement[] {
  const marp = new Marp({
    html: true,
    script: false,
    slug: false,
    emoji: { shortcode: true, unicode: false },
  }).use(katexMarpCorePlugin())
  const { html } = marp.render(markdown)
  const { document } = new JSDOM(html).window
  return [...document.querySelectorAll('svg[data-marpit-svg]')].map((svg) => {
    const layers = [...svg.querySelectorAll<HTMLElement>(':scope > foreignObject > section')]
    const content =
      layers.find((layer) => layer.getAttribute('data-marpit-advanced-background') === 'content') ??
      layers[0]!
    const background = layers.find(
      (layer) => layer.getAttribute('data-marpit-advanced-background') === 'background',
    )
    for (const figure of background?.querySelectorAll('figure') ?? []) content.append(figure)
    return content
  })
}

describe('usual French Marp decks', () => {
  for (const name of readdirSync(FIXTURES)) {
    it(`${name} holds what Marp's own rendering holds`, async () => {
      const markdown = readFileSync(new URL(name, FIXTURES), 'utf8')
      const deck = await renderDeck(markdown, { resolveImage })
      const ours = counted(deck.slides.map((slide) => sectionOf(slide.html)))
      expect(ours).toEqual(counted(marpSections(markdown)))
      expect(deck.slides.length).toBeGreaterThan(3)
    })
  }

  it('hashes the same deck the same, scoped styles included', async () => {
    const markdown = readFileSync(new URL('cours-informatique.md', FIXTURES), 'utf8')
    const [one, two] = await Promise.all([renderDeck(markdown), renderDeck(markdown)])
    expect(one).toEqual(two)
    expect(one.hash).toMatch(/^[0-9a-f]{16}$/)
  })
})

describe('a slide', () => {
  it('has its title, text, notes and steps', async () => {
    const slide = await slideOf(`## Trois *portes*

- portail
- API

| A | B |
|---|---|
| 1 | 2 |

<svg role="img" aria-label="Un escalier"><text>2017</text></svg>

![Le logo](images/logo.png) Formule $x^2$.

<!-- Première note. -->

<!-- Seconde note. -->
`)
    expect(slide.title).toBe('Trois portes')
    expect(slide.text).toBe(
      'Trois portes\n\n– portail\n\n– API\n\nA · B\n\n1 · 2\n\nUn escalier\n\nLe logo Formule x^2 .',
    )
    expect(slide.notes).toBe('Première note.\n\nSeconde note.')
    expect(slide.steps).toBe(0)
    expect((await slideOf('Bonjour à tous\n\nsuite')).title).toBe('Bonjour à tous')
    expect((await slideOf('![bg](a.png)')).title).toBe('Diapositive 1')
  })

  it('counts fragments from lists, spans and drawings in reading order', async () => {
    const slide = await slideOf(
      '* un\n* deux\n\n<span data-marpit-fragment>trois</span>\n\n<svg><g data-marpit-fragment><path/></g></svg>',
    )
    const fragments = sectionOf(slide.html).querySelectorAll('[data-marpit-fragment]')
    expect(Array.from(fragments, (f) => f.getAttribute('data-marpit-fragment'))).toEqual(['1', '2', '3', '4'])
    expect(slide.steps).toBe(4)
  })

  it('shows together the fragments numbered alike by hand, in the order of their numbers', async () => {
    const slide = await slideOf(
      '<svg><g data-marpit-fragment="2"/><g data-marpit-fragment="1"/><g data-marpit-fragment="2"/></svg>',
    )
    const fragments = sectionOf(slide.html).querySelectorAll('g')
    expect(Array.from(fragments, (f) => f.getAttribute('data-marpit-fragment'))).toEqual(['2', '1', '2'])
    expect(slide.steps).toBe(2)
  })

  it('splits for a background on one side', async () => {
    const right = sectionOf((await slideOf('![bg right:30%](images/a.png)\n\n# Texte')).html)
    expect(right.style.width).toBe('896px')
    expect(right.querySelector('figure')!.style.backgroundImage).toContain('/api/files/images/a.png')
    const left = sectionOf((await slideOf('![bg left](a.png)\n\n# Texte')).html)
    expect([left.style.width, left.style.marginLeft]).toEqual(['640px', '640px'])
  })

  it('fills the width with a fitted heading and keeps « fit » out of the notes', async () => {
    const size = async (text: string) => {
      const slide = await slideOf(`# <!-- fit --> ${text}`)
      expect(slide.notes).toBe('')
      return Number.parseInt(sectionOf(slide.html).querySelector('h1')!.style.fontSize, 10)
    }
    const short = await size('Bravo')
    const long = await size('Un titre nettement plus long que le premier')
    expect(short).toBeGreaterThan(200)
    expect(long).toBeLessThan(60)
    expect(long).toBeGreaterThan(25)
  })

  it('keeps emoji as characters: nothing is fetched for them', async () => {
    const slide = await slideOf('# Bravo 🎉 :tada:\n\n`🎉`')
    expect(slide.html).not.toContain('<img')
    expect(slide.title).toBe('Bravo 🎉 🎉')
  })
})

describe('formulas', () => {
  it('does not swallow what follows a formula with text on its line', async () => {
    const deck = await renderDeck(
      'Avant\n\n$$a+b$$ suite de la ligne\n\n```js\nlet x\n```\n\n---\n\n# Deux\n\n$$\na\n$$ fin\n\n---\n\n$$ jamais fermée\n\n---\n\n# Quatre',
    )
    expect(deck.slides).toHaveLength(4)
    const [one, two, three, four] = deck.slides.map((slide) => sectionOf(slide.html))
    expect(one!.querySelectorAll('.katex')).toHaveLength(1)
    expect(one!.querySelectorAll('pre code')).toHaveLength(1)
    expect(deck.slides[0]!.text).toContain('a+b suite de la ligne')
    expect(two!.querySelectorAll('.katex')).toHaveLength(1)
    expect(deck.slides[1]!.text).toContain('fin')
    expect(three!.textContent).toContain('jamais fermée')
    expect(four!.querySelector('h1')!.textContent).toBe('Quatre')
  })

  it('takes its fonts from the server itself', async () => {
    const { css } = await renderDeck('$a$')
    const urls = Array.from(css.matchAll(/url\(([^)]*)\)/g), (match) => match[1]!.replace(/["']/g, ''))
    expect(urls.length).toBeGreaterThan(10)
    for (const url of urls.filter((target) => !target.startsWith('data:')))
      expect(url.startsWith(KATEX_FONTS_URL)).toBe(true)
    const fonts = readdirSync(new URL('../../node_modules/katex/dist/fonts/', import.meta.url))
    for (const url of urls.filter((target) => target.startsWith(KATEX_FONTS_URL)))
      expect(fonts).toContain(url.slice(KATEX_FONTS_URL.length))
    expect((await renderDeck('sans formule')).css).not.toContain('KaTeX')
  })
})

describe('the style sheet', () => {
  it('reaches only what is inside the deck, and puts :root on the slide', async () => {
    const { css, width, height } = await renderDeck('---\ntheme: petit\n---\n# Un', {
      theme:
        '/* @theme petit */ :root { --encre: #123; } section { width: 960px; height: 720px; color: var(--encre) } h1 { color: red } @media (min-width: 1px) { p { margin: 0 } }',
    })
    expect([width, height]).toEqual([960, 720])
    const { window } = new JSDOM(`<style>${css}</style>`)
    const selectors: string[] = []
    const walk = (rules: CSSRuleList) => {
      for (const rule of Array.from(rules)) {
        if ('selectorText' in rule) selectors.push(String(rule.selectorText))
        else if ('cssRules' in rule) walk(rule.cssRules as CSSRuleList)
      }
    }
    walk(window.document.styleSheets[0]!.cssRules)
    expect(selectors.length).toBeGreaterThan(4)
    for (const selector of selectors) expect(selector).toMatch(/^div\.marpit > (section|:where\(section\))/)
    expect(css).toContain('--encre')
    expect(css).not.toContain(':root')
  })

  it('is 1280 × 720 with the house theme', async () => {
    const deck = await renderDeck('---\nmarp: true\ntheme: estrade\n---\n# Un')
    expect([deck.width, deck.height]).toEqual([1280, 720])
  })
})

describe('marks', () => {
  const marks = { fences: new Set(['sondage']), directives: new Set(['minutes', 'activite']) }

  it('takes activities out, and the slides that hold nothing else', async () => {
    const markdown = `---
paginate: true
---
# Un
<!-- _minutes: 6 -->

\`\`\`sondage id=p1
question: "A"
\`\`\`

---

<!-- _activite: p2 -->

---

\`\`\`js
sondage
\`\`\`

Texte <!-- _minutes: 2 -->
<!-- une note -->
`
    const { deck, marked } = await renderMarked(markdown, { marks })
    expect(deck.slides.map((slide) => slide.n)).toEqual([1, 2])
    expect(deck.slides[1]!.notes).toBe('une note')
    expect(deck.slides[1]!.html).toContain('data-marpit-pagination="2"')
    expect(deck.slides[1]!.html).toContain('data-marpit-pagination-total="2"')
    expect(marked).toEqual([
      {
        n: 1,
        line: 1,
        marks: [
          { type: 'directive', key: '_minutes', value: '6', text: '_minutes: 6', line: 5 },
          { type: 'fence', word: 'sondage', info: 'sondage id=p1', body: 'question: "A"\n', line: 7 },
        ],
      },
      {
        line: 11,
        marks: [{ type: 'directive', key: '_activite', value: 'p2', text: '_activite: p2', line: 13 }],
      },
      {
        n: 2,
        line: 15,
        marks: [{ type: 'directive', key: '_minutes', value: '2', text: '_minutes: 2', line: 21 }],
      },
    ])
  })
})
