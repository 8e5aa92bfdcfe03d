import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '#server/courses/library.ts'

const PETIT = fileURLToPath(new URL('../fixtures/courses/petit', import.meta.url))
const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

async function place(): Promise<{ root: string; cacheDir: string; petit: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'estrade-library-'))
  undo.push(() => rm(folder, { recursive: true, force: true }))
  const root = join(folder, 'slides')
  await cp(PETIT, join(root, 'petit'), { recursive: true })
  return { root, cacheDir: join(folder, 'cache'), petit: join(root, 'petit') }
}

async function opened(root: string, cacheDir: string): Promise<Library> {
  const library = await openLibrary(root, { cacheDir })
  undo.push(() => library.close())
  return library
}

/** Does something and waits until the library tells of the course. */
async function changed(library: Library, courseId: string, change: () => Promise<unknown>): Promise<void> {
  const told = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`Nothing told of ${courseId}`)), 10_000)
    const stop = library.onChange((id) => {
      if (id !== courseId) return
      clearTimeout(late)
      stop()
      resolve()
    })
  })
  await change()
  await told
}

const edit = async (file: string, from: string, to: string) =>
  writeFile(file, (await readFile(file, 'utf8')).replace(from, to))

// Whole courses are rendered, in workers: a busy machine takes its time.
describe('the library', { timeout: 60_000 }, () => {
  it('loads every course folder, and none of the others', async () => {
    const { root, cacheDir } = await place()
    await mkdir(join(root, 'casse'))
    await writeFile(join(root, 'casse', 'course.yaml'), 'titre: "Cassé"\n')
    await mkdir(join(root, '.git'))
    await writeFile(join(root, 'LISEZMOI.md'), 'rien')
    const library = await opened(root, cacheDir)
    expect(library.list().map(({ problems, ...rest }) => ({ ...rest, broken: problems.length > 0 }))).toEqual(
      [
        { id: 'casse', title: 'Cassé', slides: 0, minutes: 0, activities: 0, broken: true },
        { id: 'petit', title: 'Petit cours', slides: 4, minutes: 36, activities: 3, broken: false },
      ],
    )
    expect(library.get('casse')).toBeUndefined()
    expect(library.problems('casse').map((problem) => problem.file)).toContain('deck.md')
    const petit = library.get('petit')!
    expect(petit.course.deckHash).toBe(petit.deck.hash)
    const [name] = Object.keys(petit.files)
    expect(Buffer.isBuffer(library.files[name!])).toBe(true)
    expect(library.files[name!]!.equals(await readFile(join(PETIT, 'images/plan.png')))).toBe(true)
    expect(library.get('inconnu')).toBeUndefined()
    expect(library.problems('inconnu')).toEqual([])
  })

  it('is empty without a folder', async () => {
    const library = await opened(join(tmpdir(), 'estrade-nowhere'), join(tmpdir(), 'estrade-nowhere-cache'))
    expect(library.list()).toEqual([])
  })

  it('starts again from the cache, the same, without rendering', async () => {
    const { root, cacheDir, petit } = await place()
    const cold = await opened(root, cacheDir)
    const [cached] = await readdir(cacheDir)
    const { title } = cold.get('petit')!.course
    await edit(join(cacheDir, cached!), JSON.stringify(title), '"Lu dans le cache"')
    const warm = await opened(root, cacheDir)
    const { course, ...rest } = warm.get('petit')!
    expect(course.title).toBe('Lu dans le cache')
    expect({ ...rest, course: { ...course, title } }).toEqual(cold.get('petit'))

    await changed(warm, 'petit', () => edit(join(petit, 'deck.md'), 'Dire bonjour', 'Dire bonsoir'))
    expect(await readdir(cacheDir)).toHaveLength(1)
  })

  it('survives a spoilt cache', async () => {
    const { root, cacheDir } = await place()
    await opened(root, cacheDir)
    const [name] = await readdir(cacheDir)
    await writeFile(join(cacheDir, name!), '{"course":')
    const again = await opened(root, cacheDir)
    expect(again.get('petit')?.deck.slides).toHaveLength(4)
  })

  it('follows its files: a sound change replaces the course', async () => {
    const { root, cacheDir, petit } = await place()
    const library = await opened(root, cacheDir)
    const before = library.get('petit')!
    await changed(library, 'petit', () => edit(join(petit, 'deck.md'), '# Petit cours', '# Grand cours'))
    const after = library.get('petit')!
    expect(after.course.plan[0]!.title).toBe('Grand cours')
    expect(after.deck.hash).not.toBe(before.deck.hash)

    // As many editors save: a new file takes the place of the old one.
    await changed(library, 'petit', async () => {
      const text = await readFile(join(petit, 'activities', 'client.yaml'), 'utf8')
      await writeFile(join(petit, 'activities', '.client.tmp'), text.replace('Commune', 'Ville'))
      await rename(join(petit, 'activities', '.client.tmp'), join(petit, 'activities', 'client.yaml'))
    })
    expect(JSON.stringify(library.get('petit')!.course.activities)).toContain('Ville')
  })

  it('keeps the last sound version through a broken change, and says what is wrong', async () => {
    const { root, cacheDir, petit } = await place()
    const library = await opened(root, cacheDir)
    const good = library.get('petit')
    await changed(library, 'petit', () => edit(join(petit, 'course.yaml'), 'minutes: 24', 'minutes: 25'))
    expect(library.get('petit')).toBe(good)
    expect(library.problems('petit')).toEqual([
      expect.objectContaining({ file: 'course.yaml', line: 9, column: 63 }),
    ])
    expect(library.list()[0]).toMatchObject({ id: 'petit', slides: 4 })
    expect(library.list()[0]!.problems).toHaveLength(1)
    await changed(library, 'petit', () => edit(join(petit, 'course.yaml'), 'minutes: 25', 'minutes: 24'))
    expect(library.problems('petit')).toEqual([])
  })

  it('follows the bank of questions too', async () => {
    const { root, cacheDir, petit } = await place()
    await mkdir(join(petit, 'questions'))
    const bank = join(petit, 'questions', 's1.yaml')
    await writeFile(bank, '- { id: q01, question: "Avant ?", options: [{ juste: a }, { faux: b }] }\n')
    await writeFile(
      join(petit, 'activities', 'client.yaml'),
      'type: qcm\nid: client\nminutes: 5\nquestions: [q01]\n',
    )
    const library = await opened(root, cacheDir)
    expect(library.problems('petit')).toEqual([])
    await changed(library, 'petit', () => edit(bank, 'Avant', 'Après'))
    expect(library.get('petit')!.course.activities.client).toMatchObject({
      questions: [{ id: 'q01', text: 'Après ?' }],
    })
  })

  it('finds a course that appears and forgets one that goes, keeping the images already shown', async () => {
    const { root, cacheDir, petit } = await place()
    const library = await opened(root, cacheDir)
    await changed(library, 'autre', () => cp(PETIT, join(root, 'autre'), { recursive: true }))
    expect(library.get('autre')?.course.id).toBe('autre')
    const images = Object.keys(library.files)
    await changed(library, 'petit', () => rm(petit, { recursive: true }))
    expect(library.get('petit')).toBeUndefined()
    expect(library.list().map(({ id }) => id)).toEqual(['autre'])
    expect(Object.keys(library.files)).toEqual(images)
    // Files made inside a folder that was not there at the start are followed too.
    await changed(library, 'autre', () =>
      edit(join(root, 'autre', 'activities', 'client.yaml'), 'Commune', 'Ville'),
    )
    expect(JSON.stringify(library.get('autre')!.course.activities)).toContain('Ville')
  })
})
