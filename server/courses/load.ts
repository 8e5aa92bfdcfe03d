import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseDocument } from 'yaml'
import { type MarkedDeck, renderMarked } from '#server/decks/markdown.ts'
import type { Course, CourseProblem, Deck } from '#shared/course.ts'
import { type ReadActivity, type Readings, readActivityFile } from './activities.ts'
import { checkCourse, checkMinutes } from './check.ts'
import { type CourseFile, readCourseFile } from './course-file.ts'
import { createDocuments, type Documents } from './documents.ts'
import { createImages, decoded } from './images.ts'
import { createReporter, placeOf, type Reporter } from './place.ts'
import { makePlan, PLAN_DIRECTIVES } from './plan.ts'
import { readBank } from './questions.ts'
import { BREAK_WORD, either, KIND_OF_WORD } from './words.ts'
import type { YamlText } from './yaml.ts'

export type LoadedCourse = {
  ok: true
  course: Course
  deck: Deck
  /** Images and documents in use, by served name (`<sha256>.<ext>`). */
  files: Record<string, Buffer>
  /** Where each of them is in the course folder. */
  paths: Record<string, string>
}
export type CourseResult = LoadedCourse | { ok: false; problems: CourseProblem[] }

const FENCES: ReadonlySet<string> = new Set([...KIND_OF_WORD.keys(), BREAK_WORD])

/** Loads a course from its folder: the whole course, or every mistake found, never half of it. */
export async function loadCourse(folder: string): Promise<CourseResult> {
  const { report, problems } = createReporter()
  const [courseText, deckText, theme] = await Promise.all(
    ['course.yaml', 'deck.md', 'theme.css'].map((file) => readText(join(folder, file))),
  )
  if (courseText === undefined)
    report(
      { file: 'course.yaml', line: 1, column: 1 },
      'Il manque le fichier course.yaml',
      'Créez-le, sur le modèle de slides/chorus-pro/course.yaml.',
    )
  if (deckText === undefined)
    report(
      { file: 'deck.md', line: 1, column: 1 },
      'Il manque le fichier deck.md',
      'Créez-le : des diapositives en Markdown, séparées par « --- ».',
    )
  const course = courseText === undefined ? undefined : readCourseFile('course.yaml', courseText, report)
  const objectives = course?.objectives.map(({ id }) => id)
  const bank = readBank(await readYamlFiles(folder, 'questions'), objectives, report)
  const documents = createDocuments(folder)
  const readings = { bank, objectives, documents }
  const { activities, unread } = await readActivities(folder, readings, report)
  const rendered = deckText === undefined ? undefined : await readDeck(folder, deckText, theme, report)

  if (course && rendered && deckText !== undefined) {
    const source = {
      file: 'deck.md',
      text: deckText,
      marked: rendered.deck.marked,
      slides: rendered.deck.deck.slides,
    }
    const before = problems().length
    const plan = makePlan(source, course.sections, activities, unread, readings, report)
    for (const activity of plan.inline) activities.set(activity.id, activity)
    const complete = unread.size === 0 && bank.complete && problems().length === before
    checkCourse(course, plan, activities, complete, report)
    // With a mistake elsewhere the sums would be wrong for that reason.
    if (problems().length === 0) checkMinutes(course, plan, report)
    if (problems().length === 0)
      return finished(basename(folder), course, plan, activities, rendered, documents)
  }
  return { ok: false, problems: problems() }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** The YAML files of a folder of the course, by name. */
async function readYamlFiles(folder: string, inside: string): Promise<YamlText[]> {
  const names = await readdir(join(folder, inside)).catch(() => [])
  const files = names.filter((file) => /^[^.].*\.ya?ml$/.test(file)).sort()
  return Promise.all(
    files.map(async (name) => {
      const file = `${inside}/${name}`
      return { file, text: (await readText(join(folder, file))) ?? '', line: 1 }
    }),
  )
}

/** The activities with a file of their own, and what those that cannot be read are likely called. */
async function readActivities(folder: string, readings: Readings, report: Reporter) {
  const activities = new Map<string, ReadActivity>()
  const unread = new Set<string>()
  for (const source of await readYamlFiles(folder, 'activities')) {
    const activity = readActivityFile(source, readings, report)
    const other = activity && activities.get(activity.id)
    if (other)
      report(
        activity.place,
        `L’identifiant « ${activity.id} » est déjà celui de ${other.place.file}`,
        'Donnez-lui un autre identifiant.',
      )
    if (activity && !other) activities.set(activity.id, activity)
    if (!activity || other) {
      unread.add(basename(source.file).replace(/\.ya?ml$/, ''))
      const id = /^id:\s*["']?([^\s"']+)/m.exec(source.text)?.[1]
      if (id) unread.add(id)
    }
  }
  return { activities, unread }
}

type ReadDeck = { deck: MarkedDeck; images: ReturnType<typeof createImages>['images'] }

/** Renders the deck; reports its images, elements and theme that cannot be shown. */
async function readDeck(
  folder: string,
  text: string,
  theme: string | undefined,
  report: Reporter,
): Promise<ReadDeck | undefined> {
  const { resolve, images } = createImages(folder, (source, problem, remedy) => {
    const inDeck = [source, decoded(source)].find((written) => text.includes(written))
    const place =
      inDeck !== undefined || theme === undefined
        ? placeOf('deck.md', text, inDeck ?? source)
        : placeOf('theme.css', theme, source)
    report(place, problem, remedy)
  })
  if (theme !== undefined && !/@theme\s+\S+/.test(theme)) {
    report(
      { file: 'theme.css', line: 1, column: 1 },
      'Ce thème n’a pas de nom',
      'Écrivez en première ligne « /* @theme estrade */ ».',
    )
    return undefined
  }
  const deck = await renderMarked(text, {
    theme,
    resolveImage: resolve,
    marks: { fences: FENCES, directives: PLAN_DIRECTIVES },
  }).catch((error: unknown) => {
    if (!isCssMistake(error)) throw error
    const { line = 1, column = 1, reason } = error
    report(
      { file: 'theme.css', line, column },
      `CSS illisible (${reason})`,
      'Fermez ce qui a été ouvert : { … }, "…" ou /* … */.',
    )
  })
  if (!deck) return undefined
  for (const name of deck.removed)
    report(
      placeOf('deck.md', text, `<${name}`),
      `<${name}> n’a pas sa place dans une diapositive`,
      'Retirez-le : texte, images, tableaux et dessins SVG sont permis.',
    )
  const asked = themeAskedFor(text)
  if (asked && !deck.themes.includes(asked))
    report(
      placeOf('deck.md', text, asked),
      `Le thème « ${asked} » n’existe pas`,
      `Écrivez ${either(deck.themes)}.`,
    )
  if (deck.deck.slides.length === 0)
    report(
      { file: 'deck.md', line: 1, column: 1 },
      'Ce fichier ne contient aucune diapositive',
      'Écrivez des diapositives en Markdown, séparées par « --- ».',
    )
  return { deck, images }
}

type CssMistake = { name: 'CssSyntaxError'; line?: number; column?: number; reason: string }

const isCssMistake = (error: unknown): error is CssMistake =>
  error instanceof Error && error.name === 'CssSyntaxError'

function themeAskedFor(text: string): string | undefined {
  const frontMatter = /^---[^\S\n]*\r?\n([\s\S]*?)\r?\n---[^\S\n]*(\r?\n|$)/.exec(text)?.[1]
  const theme = frontMatter && parseDocument(frontMatter).get('theme')
  return typeof theme === 'string' ? theme : undefined
}

function finished(
  id: string,
  file: CourseFile,
  plan: ReturnType<typeof makePlan>,
  activities: Map<string, ReadActivity>,
  { deck, images }: ReadDeck,
  documents: Documents,
): LoadedCourse {
  const files = [...images, ...documents.files]
  const course: Course = {
    id,
    title: file.title,
    organisation: file.organisation,
    subtitle: file.subtitle,
    language: file.language,
    objectives: file.objectives,
    sections: file.sections,
    plan: plan.items,
    slides: plan.slides,
    activities: Object.fromEntries([...activities].map(([name, activity]) => [name, activity.definition])),
    deckHash: deck.deck.hash,
  }
  return {
    ok: true,
    // Absent fields must be absent: the course is pinned and hashed as JSON.
    course: JSON.parse(JSON.stringify(course)),
    deck: deck.deck,
    files: Object.fromEntries(files.map(([name, { bytes }]) => [name, bytes])),
    paths: Object.fromEntries(files.map(([name, { path }]) => [name, path])),
  }
}
