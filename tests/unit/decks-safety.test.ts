import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { safeStyle, safeValue } from '#server/decks/css.ts'
import { renderDeck, renderMarked } from '#server/decks/markdown.ts'

const PAYLOADS = [
  '<script>window.pwned = 1</script>',
  '<img src=x onerror="window.pwned=1">',
  '[clic](javascript:window.pwned=1) [clic](data:text/html,<script>1</script>) [x](vbscript:x)',
  '<a href="java&#10;script:window.pwned=1">x</a><a href="#1">interne</a>',
  '<svg onload="window.pwned=1"><a xlink:href="javascript:window.pwned=1"><text>x</text></a><set attributeName="onmouseover" to="x"/><animate attributeName="href" values="javascript:1"/></svg>',
  '<svg><foreignObject><body onload="window.pwned=1"><iframe src="https://evil.example"></iframe></body></foreignObject></svg>',
  '<svg><use href="https://evil.example/x.svg#a"/><use href="data:image/svg+xml,x#a"/><image href="https://evil.example/i.png"/></svg>',
  '<svg><style>@import url(https://evil.example/a.css)</style><script>window.pwned=1</script></svg>',
  '<iframe src="https://evil.example" srcdoc="<script>1</script>"></iframe><object data="x"></object><embed src="x">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example"><base href="https://evil.example"><link rel="stylesheet" href="https://evil.example/a.css">',
  '<form action="https://evil.example"><input autofocus onfocus="1"><button formaction="javascript:1">x</button></form>',
  '<div style="background:url(https://evil.example/track.png);color:red" onclick="1">x</div>',
  '<p style="background-image:u\\72l(https://evil.example/t.png)">x</p><p style="background:image-set(\'https://evil.example/t.png\' 1x)">x</p>',
  '<math><mtext><table><mglyph><style><img src=x onerror=1></style></mglyph></table></mtext></math>',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=window.pwned=1></annotation-xml></math>',
  '<svg></p><style><a id="</style><img src=1 onerror=window.pwned=1>">',
  '<img srcset="https://evil.example/a.png 2x" src="a.png"><video src="https://evil.example" poster="https://evil.example"></video><audio autoplay src="https://evil.example"></audio>',
  '<rect fill="url(https://evil.example/f#a)"/><svg><rect filter="url(https://evil.example/f#a)"/></svg>',
  '$\\href{javascript:alert(1)}{x}$ $\\includegraphics{https://evil.example/x.png}$ $\\htmlStyle{background:url(https://evil.example)}{x}$',
  '![bg](<https://evil.example/bg.png>)\n![bg](x");background-image:url(https://evil.example)',
  '<!-- _backgroundImage: url(https://evil.example/bg.png) -->\n<!-- _class: "x\\" onclick=\\"1" -->',
  '<style>@import url("https://evil.example/a.css"); h1 { background: url(https://evil.example/a.png) } @font-face { font-family: x; src: url(https://evil.example/f.woff2) }</style>',
]

const deckWith = PAYLOADS.map((payload) => `# Diapositive\n\n${payload}\n\nAprès`).join('\n\n---\n\n')

describe('a hostile deck', () => {
  it('comes out clean', async () => {
    const { deck } = await renderMarked(
      `---\nstyle: |\n  @import 'https://evil.example/s.css';\n  section { background: url(https://evil.example/z.png) }\nheader: "<img src=x onerror=1> entête"\n---\n\n${deckWith}`,
    )
    expect(deck.slides.length).toBeGreaterThanOrEqual(PAYLOADS.length)
    for (const slide of deck.slides) {
      const { window } = new JSDOM(`<body>${slide.html}</body>`)
      const { document } = window
      expect(
        [
          ...document.querySelectorAll(
            'script,iframe,object,embed,meta,base,link,form,input,button,foreignObject,style,video,audio,set,animate',
          ),
        ],
        slide.html,
      ).toEqual([])
      for (const element of document.querySelectorAll('*')) {
        for (const { name, value } of Array.from(element.attributes)) {
          const where = `${element.nodeName} ${name}=${value}`
          expect(name, where).not.toMatch(/^on|^srcset$|^srcdoc$|^formaction$/)
          // A link to another site is one the reader chooses to follow.
          if (element.nodeName === 'A' && name === 'href') {
            expect(value, where).toMatch(/^(https?|mailto|tel):/)
            continue
          }
          if (/^(xlink:)?href$|^src$/.test(name)) expect(value, where).not.toMatch(/script:|^data:text|evil/i)
          if (name !== 'aria-label' && !name.startsWith('data-') && !(name === 'style' && /^--/.test(value)))
            expect(value, where).not.toContain('evil.example')
        }
      }
    }
    expect(deck.css).not.toContain('evil.example')
    expect(deck.css).not.toMatch(/@import/i)
  })

  it('runs nothing in a page that would run scripts', async () => {
    const deck = await renderDeck(deckWith)
    const { window } = new JSDOM('<!doctype html><div class="marpit"></div>', { runScripts: 'dangerously' })
    for (const slide of deck.slides) window.document.querySelector('.marpit')!.innerHTML = slide.html
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect((window as unknown as { pwned?: number }).pwned).toBeUndefined()
  })

  it('says which elements it took out', async () => {
    const { removed } = await renderMarked(
      '<iframe src="https://a.b"></iframe>\n\n<video src="a.mp4"></video>',
    )
    expect(removed).toEqual(['iframe', 'video'])
  })

  it('keeps what is harmless', async () => {
    const deck = await renderDeck(
      '<div style="color: red; background: url(\'a b.png\')">x</div>\n\n<a href="https://example.org">lien</a> <a href="mailto:a@b.fr">mail</a>\n\n<svg viewBox="0 0 1 1"><defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><symbol id="s"><path/></symbol><use href="#s"/><rect fill="url(#g)"/></svg>',
      { resolveImage: (source) => `/api/files/${source}` },
    )
    const html = deck.slides[0]!.html
    expect(html).toContain('/api/files/a b.png')
    expect(html).toContain('rel="noopener noreferrer"')
    expect(html).toContain('href="mailto:a@b.fr"')
    expect(html).toContain('href="#s"')
    expect(html).toContain('fill="url(#g)"')
    expect(html).toContain('<linearGradient')
  })
})

describe('CSS values', () => {
  const none = () => undefined
  it.each([
    ['url(#a)', true],
    ['url("data:image/png;base64,AAA=") no-repeat', true],
    ['url(\'data:image/svg+xml;utf8,<svg xmlns="http://x"/>\')', true],
    ['"\\201C"', true],
    ['linear-gradient(red, blue)', true],
    ['url(https://a.b/c.png)', false],
    ['url(//a.b/c.png)', false],
    ['URL( "https://a.b" )', false],
    ['u\\72 l(https://a.b)', false],
    ['url(data:text/html,x)', false],
    ['image-set("https://a.b" 1x)', false],
    ['url("https://a.b', false],
    ['url(#a), url(https://a.b)', false],
  ])('%s', (value, safe) => {
    expect(safeValue(value, none) !== undefined).toBe(safe)
  })

  it('drops only the declaration that loads something', () => {
    expect(safeStyle('color:red;background:url("https://a.b/;c");content:"a;b";width:1px', none)).toBe(
      'color:red;content:"a;b";width:1px',
    )
  })
})
