/** A PDF drawn page by page, with its text over it for screen readers, search and selection. Loaded when first needed. */
import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  TextLayer,
} from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { trustedScript } from '../trusted.ts'
import { useDocumentWords } from './words.ts'

/** Sharp enough on a phone, without its memory going into pixels. */
const MOST_PIXELS_PER_POINT = 3

function startWorker(): void {
  GlobalWorkerOptions.workerPort ??= new Worker(trustedScript(workerUrl), { type: 'module' })
}

type Opened = { pdf?: PDFDocumentProxy; failed?: true }

export default function Pdf({ url, title }: { url: string; title: string }) {
  const t = useDocumentWords()
  const [{ pdf, failed }, setOpened] = useState<Opened>({})
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens it again
  useEffect(() => {
    startWorker()
    setOpened({})
    const loading = getDocument({
      url,
      useWasm: false,
      useWorkerFetch: false,
      isOffscreenCanvasSupported: false,
    })
    loading.promise.then(
      (opened) => setOpened({ pdf: opened }),
      () => setOpened({ failed: true }),
    )
    return () => void loading.destroy()
  }, [url, attempt])
  if (failed)
    return (
      <div className="paper-wait" role="alert">
        <p>{t.failed}</p>
        <button type="button" className="btn" onClick={() => setAttempt(attempt + 1)}>
          {t.retry}
        </button>
      </div>
    )
  if (!pdf) return <p className="paper-wait">{t.opening}</p>
  return (
    <div className="pdf">
      {Array.from({ length: pdf.numPages }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
        <Page key={i} pdf={pdf} n={i + 1} label={`${title}. ${t.page(i + 1, pdf.numPages)}`} />
      ))}
    </div>
  )
}

function Page({ pdf, n, label }: { pdf: PDFDocumentProxy; n: number; label: string }) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    let over = false
    let drawing: { cancel(): void } | undefined
    void pdf.getPage(n).then((page) => {
      if (over || !box.current) return
      drawing = draw(page, box.current)
    })
    return () => {
      over = true
      drawing?.cancel()
    }
  }, [pdf, n])
  return <section ref={box} className="pdf-page" aria-label={label} />
}

/** Draws the page as wide as its box; what was there before goes. */
function draw(page: PDFPageProxy, box: HTMLElement): { cancel(): void } {
  const scale = box.clientWidth / page.getViewport({ scale: 1 }).width
  const viewport = page.getViewport({ scale })
  const sharp = Math.min(devicePixelRatio || 1, MOST_PIXELS_PER_POINT)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width * sharp)
  canvas.height = Math.round(viewport.height * sharp)
  canvas.setAttribute('aria-hidden', 'true')
  const text = document.createElement('div')
  text.className = 'textLayer'
  box.style.setProperty('--total-scale-factor', String(scale))
  box.style.height = `${viewport.height}px`
  box.replaceChildren(canvas, text)
  const drawing = page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] })
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport })
  // Cancelled when the document is closed meanwhile: nothing to say then.
  drawing.promise.catch(() => {})
  layer.render().catch(() => {})
  return {
    cancel() {
      drawing.cancel()
      layer.cancel()
    },
  }
}
