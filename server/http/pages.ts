/** The client's built pages: index.html for every page address, hashed files cached for ever. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { type RequestHandler, Router } from 'express'
import { KATEX_FONTS_URL } from '#server/decks/katex.ts'

/** Addresses the client knows; any other gets the page too, with status 404, and the client says so. */
const PAGES =
  /^\/(connexion|entrer|essai|a-froid|seance\/[^/]+|compte|c\/[^/]+|salle\/[^/]+|console\/[^/]+|acquis\/[^/]+|ecran\/[^/]+|bureau(\/.*)?)?\/?$/

const YEAR = 'public, max-age=31536000, immutable'
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

/** `folder` is what the client build made. Without a build, pages answer 503 and the API works. */
export function pageRoutes(folder: string): Router {
  const router = Router()
  const index = join(folder, 'index.html')
  const html = existsSync(index) ? readFileSync(index) : undefined

  router.use(KATEX_FONTS_URL, express.static(katexFonts(), { index: false, maxAge: '1d' }), missing)
  if (html) {
    router.use(precompressed(folder))
    router.use(
      express.static(folder, {
        index: false,
        dotfiles: 'ignore',
        setHeaders: (res, path) => res.set('Cache-Control', cacheOf(relative(folder, path))),
      }),
    )
  }
  router.use('/assets', missing)
  router.get('/{*path}', (req, res) => {
    res.set('Cache-Control', 'no-cache').type('html')
    if (html) res.status(PAGES.test(req.path) ? 200 : 404).send(html)
    else res.status(503).send('<!doctype html><title>Estrade</title><p>npm run build')
  })
  return router
}

/** Serves `x.js.br` or `x.js.gz` in the place of `x.js` to those who can read it. */
function precompressed(folder: string): RequestHandler {
  const files = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `/${path.split(sep).join('/')}`),
  )
  return (req, res, next) => {
    const reads = req.method === 'GET' || req.method === 'HEAD'
    if (!reads || !files.has(req.path) || req.path.endsWith('.html')) return next()
    const available = ENCODINGS.filter(([, suffix]) => files.has(req.path + suffix))
    if (available.length === 0) return next()
    res.vary('Accept-Encoding')
    const encoding = req.acceptsEncodings(...available.map(([name]) => name))
    const chosen = available.find(([name]) => name === encoding)
    if (!chosen) return next()
    res.type(req.path.slice(req.path.lastIndexOf('.')))
    res.set({ 'Content-Encoding': chosen[0], 'Cache-Control': cacheOf(req.path.slice(1)) })
    res.sendFile(req.path + chosen[1], { root: folder, cacheControl: false })
  }
}

/** Files of assets/ carry a hash of their content in their name. */
const cacheOf = (path: string) => (path.startsWith('assets') ? YEAR : 'no-cache')

function katexFonts(): string {
  return join(dirname(fileURLToPath(import.meta.resolve('katex/package.json'))), 'dist', 'fonts')
}

const missing: RequestHandler = (_req, res) => {
  res.status(404).type('text').send('404')
}
