/** A document to be read beside the work: a sheet of Markdown, an image, a PDF. */
import { lazy, Suspense, useLayoutEffect, useRef } from 'react'
import { fr } from '#shared/typography.ts'
import { useLanguage } from '../../i18n/index.ts'
import { trustedHtml } from '../trusted.ts'
import './documents.css'
import { useDocumentWords } from './words.ts'

const Pdf = lazy(() => import('./Pdf.tsx'))

/** `html`: sanitised by the server. `file`: name under /api/files. */
export type SheetDocument = {
  title: string
  type: 'markdown' | 'image' | 'pdf'
  html?: string
  file?: string
  alt?: string
}

export function Sheet({ document: { title, type, html, file, alt } }: { document: SheetDocument }) {
  const t = useDocumentWords()
  if (type === 'markdown') return <Paper html={html ?? ''} />
  const url = `/api/files/${file}`
  if (type === 'image')
    return (
      <figure className="paper-image">
        <img src={url} alt={alt ?? title} />
      </figure>
    )
  return (
    <Suspense fallback={<p className="paper-wait">{t.opening}</p>}>
      <Pdf key={url} url={url} title={title} />
    </Suspense>
  )
}

function Paper({ html }: { html: string }) {
  const box = useRef<HTMLElement>(null)
  const language = useLanguage()
  useLayoutEffect(() => {
    if (box.current) box.current.innerHTML = trustedHtml(fr(html))
  }, [html])
  // Documents are in the language of the course.
  return <article ref={box} className="paper" lang={language === 'fr' ? undefined : 'fr'} />
}
