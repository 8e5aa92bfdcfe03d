/** GET /metrics: Prometheus text, for who holds METRICS_TOKEN. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { Router } from 'express'
import type { Context } from './context.ts'
import { notFound } from './errors.ts'

export function metricsRoutes({ config, live }: Context): Router {
  const router = Router()
  const expected = config.metricsToken && digest(`Bearer ${config.metricsToken}`)

  router.get('/metrics', (req, res) => {
    if (!expected || !timingSafeEqual(digest(req.get('Authorization') ?? ''), expected)) throw notFound()
    const { sockets, commands } = live.stats()
    const { rss, heapUsed } = process.memoryUsage()
    const lines = [
      metric('estrade_sockets', 'gauge', 'Open sockets.', sockets),
      metric('estrade_commands_total', 'counter', 'Commands received.', commands),
      metric('process_uptime_seconds', 'gauge', 'Time since the start.', Math.round(process.uptime())),
      metric('process_resident_memory_bytes', 'gauge', 'Resident memory.', rss),
      metric('nodejs_heap_used_bytes', 'gauge', 'Used JavaScript heap.', heapUsed),
    ]
    res.set('Cache-Control', 'no-store').type('text/plain; version=0.0.4').send(lines.join(''))
  })

  return router
}

const digest = (text: string) => createHash('sha256').update(text).digest()

const metric = (name: string, type: 'gauge' | 'counter', help: string, value: number) =>
  `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`
