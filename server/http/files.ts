/** Images and other files of courses, by the hash of their content. */
import { Router } from 'express'
import { requireLogin } from './access.ts'
import type { Context } from './context.ts'
import { notFound } from './errors.ts'

const NAME = /^[\da-f]{64}\.(png|jpe?g|gif|webp|avif|svg|pdf)$/
const NOT_PICTURES = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

export function fileRoutes(context: Context): Router {
  const router = Router()

  // A name cannot be guessed, and only slides one may see tell it: a living login is enough.
  router.get('/files/:name', async (req, res) => {
    await requireLogin(context, req)
    const { name } = req.params
    const bytes = NAME.test(name) ? await fileOf(context, name) : undefined
    if (!bytes) throw notFound()
    // A drawing opened on its own must not run anything.
    res.set({
      'Content-Security-Policy': NOT_PICTURES,
      'Cache-Control': 'private, max-age=31536000, immutable',
    })
    res.type(name.slice(name.lastIndexOf('.'))).send(bytes)
  })

  return router
}

const fileOf = async ({ library, store }: Context, name: string) =>
  library.files[name] ?? (await store.files.get(name))

/** Keeps the files of the courses as they are now: a class that started must find them when courses change. */
export async function keepFiles({ library, store }: Pick<Context, 'library' | 'store'>): Promise<void> {
  for (const [name, bytes] of Object.entries(library.files)) await store.files.put(name, bytes)
}
