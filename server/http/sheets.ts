/** Reads a file of people and gives its rows back: nothing of it is kept, nobody is enrolled. */
import express, { Router } from 'express'
import { readSheetApart } from '#server/sheet/read-apart.ts'
import { SHEET_MAX_BYTES, type SheetAnswer } from '#shared/sheet.ts'
import { requireAccount } from './access.ts'
import type { Context } from './context.ts'
import { HttpError } from './errors.ts'

export function sheetRoutes(context: Context): Router {
  const router = Router()
  // Who may not ask is told so before their file is read.
  const mayAsk: express.RequestHandler = async (req, _res, next) => {
    await requireAccount(context, req)
    next()
  }

  router.post(
    '/office/sheet',
    mayAsk,
    express.raw({ type: () => true, limit: SHEET_MAX_BYTES }),
    async (req, res) => {
      const result = await readSheetApart(Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0))
      if ('fault' in result) throw new HttpError(400, `sheet-${result.fault}`)
      const answer: SheetAnswer = result.sheet
      res.set('Cache-Control', 'no-store').json(answer)
    },
  )

  return router
}
