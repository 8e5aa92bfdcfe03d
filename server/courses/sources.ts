import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Editors' and systems' own files. */
const IGNORED = /(^|[\\/])(\.|node_modules([\\/]|$))|~$|\.sw[a-z]$/

/** Every file of a folder, as sorted relative paths. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !IGNORED.test(path))
    .sort()
}

/** SHA-256 of a folder's file names and contents. */
export async function hashFolder(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const path of await filesIn(folder)) {
    const bytes = await readFile(join(folder, path)).catch(() => Buffer.alloc(0))
    hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** SHA-256 of the code that loads and renders courses, with its dependencies: a cached deck is void once it changes. */
export async function hashRenderer(): Promise<string> {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url)).replace(/[\\/]$/, '')
  const lock = await readFile(here('../../package-lock.json')).catch(() => Buffer.alloc(0))
  const folders = await Promise.all(
    ['./', '../decks/', '../../shared/'].map((path) => hashFolder(here(path))),
  )
  return createHash('sha256').update(lock).update(folders.join()).digest('hex')
}
