import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CourseRef } from '#shared/api.ts'
import type { Course, CourseProblem, Deck } from '#shared/course.ts'
import { createCache } from './cache.ts'
import type { CourseResult } from './load.ts'
import { loadApart } from './load-apart.ts'
import { hashFolder, hashRenderer } from './sources.ts'
import { watchCourses } from './watch.ts'

export type LibraryCourse = { course: Course; deck: Deck; files: Record<string, Buffer> }

export type Library = {
  /** The course's last sound version. */
  get(id: string): LibraryCourse | undefined
  /** The mistakes of its present files; empty when they are sound. */
  problems(id: string): CourseProblem[]
  list(): CourseRef[]
  /** Images of every version loaded since the start, by served name: a class may still show an older one. */
  files: Record<string, Buffer>
  /** Calls back once a course has changed, whether it is sound, broken, new or gone. */
  onChange(callback: (courseId: string) => void): () => void
  close(): Promise<void>
}

type Options = {
  /** Where rendered courses are kept between two starts. */
  cacheDir?: string
  /** Follow the files (default). */
  watch?: boolean
}

type Entry = { hash: string; title: string; good?: LibraryCourse; problems: CourseProblem[] }

const COURSE_ID = /^[a-z0-9][a-z0-9-]{0,63}$/
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/estrade-courses', import.meta.url))

/** Loads every course folder under `root`, and again whenever its files change. A missing `root` is an empty library. */
export async function openLibrary(
  root: string,
  { cacheDir = CACHE, watch = true }: Options = {},
): Promise<Library> {
  const entries = new Map<string, Entry>()
  const listeners = new Set<(courseId: string) => void>()
  const files: Record<string, Buffer> = {}
  const cache = createCache(cacheDir)
  const renderer = hashRenderer()
  const folderOf = (id: string) => join(resolve(root), id)

  async function load(id: string, hash: string): Promise<CourseResult> {
    const key = await keyOf(hash)
    const cached = await cache.read(id, key, folderOf(id))
    if (cached) return cached
    const result = await loadApart(folderOf(id))
    // Only when the files did not change meanwhile is the result that of this hash.
    if (result.ok && (await hashFolder(folderOf(id))) === hash) await cache.write(id, key, result)
    return result
  }

  async function keyOf(hash: string): Promise<string> {
    return createHash('sha256')
      .update(await renderer)
      .update(hash)
      .digest('hex')
  }

  /** Loads a course whose files changed. Tells whether they did. */
  async function refresh(id: string): Promise<boolean> {
    const before = entries.get(id)
    const hash = await hashFolder(folderOf(id))
    if (before?.hash === hash) return false
    const result = await load(id, hash).catch(
      (error: unknown): CourseResult => ({ ok: false, problems: [unreadable(error)] }),
    )
    if (result.ok) {
      const { course, deck } = result
      Object.assign(files, result.files)
      entries.set(id, {
        hash,
        title: course.title,
        good: { course, deck, files: result.files },
        problems: [],
      })
    } else {
      const title = before?.title ?? (await titleIn(folderOf(id))) ?? id
      entries.set(id, { hash, title, good: before?.good, problems: result.problems })
    }
    return true
  }

  async function refreshAll(): Promise<string[]> {
    const folders = await readdir(root, { withFileTypes: true }).catch(() => [])
    const ids = folders
      .filter((entry) => entry.isDirectory() && COURSE_ID.test(entry.name))
      .map(({ name }) => name)
    const gone = [...entries.keys()].filter((id) => !ids.includes(id))
    for (const id of gone) entries.delete(id)
    const changed = await Promise.all(ids.map(async (id) => ((await refresh(id)) ? [id] : [])))
    return [...gone, ...changed.flat()]
  }

  let work: Promise<unknown> = refreshAll()
  await work
  let closed = false
  const watcher = watch
    ? tryWatching(root, () => {
        work = work.then(refreshAll).then((changed) => {
          if (!closed) for (const id of changed) for (const listener of listeners) listener(id)
        })
      })
    : undefined

  return {
    get: (id) => entries.get(id)?.good,
    problems: (id) => entries.get(id)?.problems ?? [],
    list: () =>
      [...entries]
        .map(([id, entry]) => reference(id, entry))
        .sort((a, b) => a.title.localeCompare(b.title, 'fr')),
    files,
    onChange(callback) {
      listeners.add(callback)
      return () => listeners.delete(callback)
    },
    async close() {
      closed = true
      watcher?.close()
      await work
    },
  }
}

function tryWatching(root: string, onChange: () => void): { close(): void } | undefined {
  try {
    return watchCourses(root, onChange)
  } catch {
    // No folder to watch, or no watcher left on this machine: courses are as they were at the start.
    return undefined
  }
}

function reference(id: string, { title, good, problems }: Entry): CourseRef {
  const plan = good?.course.plan ?? []
  return {
    id,
    title,
    slides: good?.course.slides.length ?? 0,
    minutes: plan.reduce((sum, item) => sum + item.minutes, 0),
    activities: plan.filter((item) => item.type === 'activity').length,
    problems,
  }
}

/** The title of a course that has mistakes, when it can be read. */
async function titleIn(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, 'course.yaml'), 'utf8').catch(() => '')
  return /^titre:\s*["']?(.*?)["']?\s*$/m.exec(text)?.[1] || undefined
}

const unreadable = (error: unknown): CourseProblem => ({
  file: 'deck.md',
  line: 1,
  column: 1,
  problem: `Ce cours n’a pas pu être lu (${error instanceof Error ? error.message : String(error)})`,
  remedy: 'Vérifiez que ses fichiers sont lisibles, puis enregistrez-les de nouveau.',
})
