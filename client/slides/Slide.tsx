/** One slide, drawn in its own shadow root so that its style and the page's never meet. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { trustedHtml } from '#client/kit/trusted.ts'
import type { DeckInfo, SlideAnswer } from '#shared/api.ts'
import { useDeck, useSlideState } from './deck.ts'
import { useSlideWords } from './words.ts'
import './slide.css'

type Props = {
  /** 1-based. */
  n: number
  /** Fragments shown; all when left out. */
  step?: number
  /** `width` takes the width it is given; `contain` fills its parent both ways, centred. */
  fit?: 'width' | 'contain'
  /** A small picture beside its title: hidden from screen readers. */
  thumbnail?: boolean
}

export function Slide({ n, step, fit = 'width', thumbnail = false }: Props) {
  const t = useSlideWords()
  const deck = useDeck()
  const { slide, failed, retry, following } = useSlideState(n)
  const ahead = useSettled(thumbnail ? undefined : following)
  const box = useRef<HTMLDivElement>(null)
  const width = deck?.width ?? 1280
  const height = deck?.height ?? 720
  const scale = useScale(box, width, height, fit)
  return (
    <div
      ref={box}
      className={`slide-box ${fit}${thumbnail ? ' thumbnail' : ''}`}
      style={fit === 'width' ? { aspectRatio: `${width} / ${height}` } : undefined}
      aria-hidden={thumbnail || undefined}
      inert={thumbnail || undefined}
      aria-busy={!slide || undefined}
      data-slide={slide?.n}
    >
      <div className="slide-paper" style={{ width: width * scale, height: height * scale }}>
        {deck && slide && (
          <Paper
            key={n}
            deck={deck}
            slide={slide}
            step={step}
            scale={scale}
            label={t.slide(n, slide.title)}
          />
        )}
        {deck && ahead && ahead.n !== n && <Paper key={ahead.n} deck={deck} slide={ahead} scale={scale} />}
        {!slide && failed && !thumbnail && (
          <div className="slide-failed" role="alert">
            <p>{t.failed(n)}</p>
            <button type="button" className="btn" onClick={retry}>
              {t.retry}
            </button>
          </div>
        )}
        {!slide && !failed && !thumbnail && <p className="vh">{t.loading(n)}</p>}
      </div>
    </div>
  )
}

/** How long a slide has been there before the next one is drawn, unseen, behind it. */
const SETTLED_MS = 250

/** The value once it has stayed the same for a while: nothing competes with what is being shown. */
function useSettled<T>(value: T): T | undefined {
  const [settled, setSettled] = useState<T>()
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** Without a label it is drawn ahead: laid out, unseen, there at once when its turn comes. */
type PaperProps = { deck: DeckInfo; slide: SlideAnswer; step?: number; scale: number; label?: string }

function Paper({ deck, slide, step, scale, label }: PaperProps) {
  const host = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!host.current) return
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [baseSheet(), deckSheet(deck)]
    root.innerHTML = trustedHtml(`<div class="marpit">${slide.html}</div>`)
  }, [deck, slide])
  // biome-ignore lint/correctness/useExhaustiveDependencies: fragments are new whenever the slide is
  useLayoutEffect(() => {
    for (const element of host.current?.shadowRoot?.querySelectorAll('[data-marpit-fragment]') ?? []) {
      const k = Number(element.getAttribute('data-marpit-fragment'))
      element.toggleAttribute('data-waiting', step !== undefined && k > step)
    }
  }, [deck, slide, step])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a slide is no set of form fields
    <div
      ref={host}
      role="group"
      aria-label={label}
      aria-hidden={label === undefined || undefined}
      inert={label === undefined}
      className="slide-host"
      style={{
        width: deck.width,
        height: deck.height,
        transform: `scale(${scale})`,
        visibility: label === undefined ? 'hidden' : undefined,
      }}
    />
  )
}

function useScale(
  box: React.RefObject<HTMLDivElement | null>,
  width: number,
  height: number,
  fit: 'width' | 'contain',
): number {
  const [scale, setScale] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const across = element.clientWidth / width
      setScale(fit === 'width' ? across : Math.min(across, element.clientHeight / height))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, width, height, fit])
  return scale
}

const sheets = new Map<string, CSSStyleSheet>()

function sheet(key: string, css: string): CSSStyleSheet {
  const known = sheets.get(key)
  if (known) return known
  const made = new CSSStyleSheet()
  made.replaceSync(css)
  sheets.set(key, made)
  return made
}

function deckSheet(deck: DeckInfo): CSSStyleSheet {
  const known = sheets.has(deck.hash)
  const made = sheet(deck.hash, deck.css)
  if (!known) shareFonts(made)
  return made
}

/** Browsers ignore @font-face inside a shadow root: the deck's own fonts (formulas) go to the document. */
function shareFonts(from: CSSStyleSheet) {
  const faces = [...from.cssRules].filter((rule) => rule instanceof CSSFontFaceRule)
  if (faces.length === 0) return
  const shared = new CSSStyleSheet()
  shared.replaceSync(faces.map((rule) => rule.cssText).join('\n'))
  document.adoptedStyleSheets.push(shared)
}

const baseSheet = () =>
  sheet(
    'base',
    `:host{all:initial;display:block;overflow:hidden;contain:layout paint style}
     .marpit{display:block;width:100%;height:100%}
     [data-waiting]{visibility:hidden!important}`,
  )
