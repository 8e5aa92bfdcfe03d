import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoadedCourse } from './load.ts'

type Cached = Pick<LoadedCourse, 'course' | 'deck' | 'paths'>

/** Loaded courses on disk, one file each, named by the hash of their sources. Losing it costs a rendering. */
export function createCache(folder: string) {
  const fileOf = (id: string, key: string) => join(folder, `${id}.${key.slice(0, 32)}.json`)

  /** The course loaded from the same sources before; its images are read from `courseFolder`. */
  async function read(id: string, key: string, courseFolder: string): Promise<LoadedCourse | undefined> {
    try {
      const { course, deck, paths }: Cached = JSON.parse(await readFile(fileOf(id, key), 'utf8'))
      const files: Record<string, Buffer> = {}
      for (const [name, path] of Object.entries(paths)) files[name] = await readFile(join(courseFolder, path))
      return { ok: true, course, deck, paths, files }
    } catch {
      return undefined
    }
  }

  /** Keeps a loaded course in place of the older ones of the same name. A folder that cannot be written is no error. */
  async function write(id: string, key: string, { course, deck, paths }: LoadedCourse): Promise<void> {
    try {
      await mkdir(folder, { recursive: true })
      const file = fileOf(id, key)
      const cached: Cached = { course, deck, paths }
      await writeFile(`${file}.${process.pid}`, JSON.stringify(cached))
      await rename(`${file}.${process.pid}`, file)
      for (const name of await readdir(folder)) {
        if (name.startsWith(`${id}.`) && name.endsWith('.json') && join(folder, name) !== file)
          await rm(join(folder, name), { force: true })
      }
    } catch {
      // The course is rendered again at the next start.
    }
  }
  return { read, write }
}
