/** Checks a body against its schema. */
import type { Request } from 'express'
import { type ZodType, z } from 'zod'
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

/** Text without control characters, which no database and no screen wants. */
export const plainText = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^\P{Cc}*$/u, 'must not contain control characters')
