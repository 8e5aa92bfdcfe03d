import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it, test } from 'vitest'
import { loadCourse } from '#server/courses/load.ts'
import { type RoundtableDefinition, roundtableDefinition } from '#shared/activities/roundtable/definition.ts'

const courses = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

/** The small course, whose second activity is a tour de table with these lines. */
async function read(lines: string) {
  const folder = join(await mkdtemp(join(tmpdir(), 'estrade-tours-')), 'petit')
  folders.push(dirname(folder))
  await cp(courses('tests/fixtures/courses/petit'), folder, { recursive: true })
  await writeFile(
    join(folder, 'activities/client.yaml'),
    `type: tour-de-table\nid: client\nminutes: 5\n${lines}\n`,
  )
  return loadCourse(folder)
}

describe('a tour de table', () => {
  it('is drawn by lot, without a limit, unless it says otherwise', async () => {
    const result = await read('moment: ouverture\nconsignes: ["Mon prénom"]')
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    const definition = result.course.activities.client
    expect(definition).toEqual({
      kind: 'roundtable',
      title: 'Tour de table',
      variant: 'opening',
      prompts: ['Mon prénom'],
      order: 'drawn',
    })
    expect(roundtableDefinition.safeParse(definition).success).toBe(true)
  })

  it('takes its words with or without accents', async () => {
    const result = await read(
      'titre: "Météo"\nmoment: mi-journée\nconsignes: ["Ça va ?", "Un mot"]\nordre: moins-entendus\nsecondes: 15\nhumeur: météo',
    )
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    expect(result.course.activities.client).toEqual({
      kind: 'roundtable',
      title: 'Météo',
      variant: 'midday',
      prompts: ['Ça va ?', 'Un mot'],
      order: 'quiet',
      seconds: 15,
      mood: 'mood',
    })
  })
})

describe('what is wrong in a tour de table is said with its place and a remedy', () => {
  test.each([
    ['no prompt', 'moment: ouverture\nconsignes: []', 5, 'Donnez de 1 à 6 consignes'],
    ['no moment', 'consignes: ["Un"]', 1, 'ouverture, mi-journée ou clôture'],
    ['an unknown moment', 'moment: matin\nconsignes: ["Un"]', 4, 'ouverture, mi-journée ou clôture'],
    ['an unknown order', 'moment: ouverture\nconsignes: ["Un"]\nordre: hasard', 6, 'tiré-au-sort'],
    ['a turn too short', 'moment: ouverture\nconsignes: ["Un"]\nsecondes: 5', 6, 'de 10 à 900'],
    ['an unknown mood', 'moment: ouverture\nconsignes: ["Un"]\nhumeur: soleil', 6, 'météo ou mot'],
    ['an unknown key', 'moment: ouverture\nconsignes: ["Un"]\nseconde: 45', 6, '« secondes »'],
    ['a prompt written twice', 'moment: ouverture\nconsignes:\n  - "Un"\n  - "un"', 7, 'retirez-la'],
  ])('%s', async (_, lines, line, remedy) => {
    const result = await read(lines)
    if (result.ok) throw new Error('the course was read')
    expect(result.problems).toHaveLength(1)
    expect(result.problems[0]).toMatchObject({ file: 'activities/client.yaml', line })
    expect(result.problems[0]!.column).toBeGreaterThan(0)
    expect(result.problems[0]!.problem).not.toBe('')
    expect(result.problems[0]!.remedy).toContain(remedy)
  })
})

test('the course on Chorus Pro has its three tours de table, in its own words', async () => {
  const result = await loadCourse(courses('slides/chorus-pro'))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const { plan, activities, sections } = result.course
  expect(plan.find((item) => item.type === 'activity')?.id).toBe('p1')
  expect(sections.reduce((sum, section) => sum + section.minutes, 0)).toBe(420)
  const rounds = plan.filter((item) => item.kind === 'roundtable')
  expect(
    rounds.map(({ id, sectionId }) => {
      const { variant, seconds, order, mood, prompts } = activities[id] as RoundtableDefinition
      return { id, sectionId, variant, seconds, order, mood, prompts: prompts.length }
    }),
  ).toEqual([
    {
      id: 'tour-ouverture',
      sectionId: 'ouverture',
      variant: 'opening',
      seconds: 45,
      order: 'drawn',
      prompts: 3,
    },
    {
      id: 'meteo',
      sectionId: 's5',
      variant: 'midday',
      seconds: 15,
      order: 'drawn',
      mood: 'mood',
      prompts: 2,
    },
    { id: 'tour-cloture', sectionId: 'cloture', variant: 'closing', seconds: 60, order: 'drawn', prompts: 4 },
  ])
  expect((activities['tour-cloture'] as RoundtableDefinition).prompts).toContain(
    'La première chose que je fais demain dans Chorus Pro.',
  )
})
