/** Checks a body against its schema. */
import type { Request } from 'express'
import type { ZodType } from 'zod'
import { HttpError } from './errors.ts'

/** The body as its schema types it. Throws 400 with `problems: [{ path, problem }]`. */
export function readBody<T>(req: Request, schema: ZodType<T>): T {
  const parsed = schema.safeParse(req.body ?? {})
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => ({
    path: path.join('.'),
    problem: message,
  }))
  throw new HttpError(400, 'invalid', { problems })
}
