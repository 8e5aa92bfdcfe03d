/** The equipment test: how good the line to this server is, and the result for the office's board. */
import { randomBytes } from 'node:crypto'
import { Router } from 'express'
import { z } from 'zod'
import type { EquipmentTest } from '#shared/convocation.ts'
import { requireLogin, requireSeat } from './access.ts'
import { readBody } from './body.ts'
import type { Context } from './context.ts'
import { HttpError } from './errors.ts'

const PIECE_BYTES = 256 * 1024
const UP_BYTES = 512 * 1024

const part = z.enum(['ok', 'refused', 'missing', 'busy', 'unheard', 'failed', 'skipped'])
const figure = z.number().min(0).max(100_000_000).transform(Math.round).optional()
const test: z.ZodType<EquipmentTest> = z.strictObject({
  camera: part,
  microphone: part,
  speakers: part,
  line: z.strictObject({
    transport: z.enum(['websocket', 'polling', 'none']),
    latency: figure,
    down: figure,
    up: figure,
  }),
  device: z.enum(['computer', 'tablet', 'phone']),
})

export function equipmentRoutes(context: Context): Router {
  const { store, now } = context
  // Random, so that nothing on the way makes it smaller.
  const piece = randomBytes(PIECE_BYTES)
  const router = Router()

  router.post('/classes/:id/equipment', async (req, res) => {
    const { klass, person } = await requireSeat(context, req, req.params.id, ['participant'])
    const result = readBody(req, test)
    await store.convocations.tested(klass.id, person.personId, now(), JSON.stringify(result))
    res.status(204).end()
  })

  router.get('/line', async (req, res) => {
    await requireLogin(context, req)
    res.set('Cache-Control', 'no-store, no-transform').status(204).end()
  })

  router.get('/line/down', async (req, res) => {
    await requireLogin(context, req)
    res.set('Cache-Control', 'no-store, no-transform').type('application/octet-stream').send(piece)
  })

  router.post('/line/up', async (req, res) => {
    await requireLogin(context, req)
    let bytes = 0
    for await (const chunk of req as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > UP_BYTES) throw new HttpError(413, 'too-large')
    }
    res.set('Cache-Control', 'no-store').status(204).end()
  })

  return router
}
