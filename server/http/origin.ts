/** Which pages may talk to us: only our own. */
import type { IncomingHttpHeaders } from 'node:http'
import type { RequestHandler } from 'express'
import { HttpError } from './errors.ts'

/**
 * True when the request comes from our own page or from no page at all (a program). `publicUrl` is the
 * origin people use when a proxy stands in front; the host asked for always counts as ours.
 */
export function ownOrigin(headers: IncomingHttpHeaders, publicUrl?: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin, host } = headers
  if (origin === undefined) return true
  if (origin === publicUrl) return true
  const from = URL.parse(origin)
  return from !== null && (from.protocol === 'http:' || from.protocol === 'https:') && from.host === host
}

/** Refuses what changes something when another site's page asked for it (CSRF). */
export function requireOwnOrigin(publicUrl?: string): RequestHandler {
  return (req, _res, next) => {
    const reads = req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS'
    if (!reads && !ownOrigin(req.headers, publicUrl)) throw new HttpError(403, 'origin')
    next()
  }
}
