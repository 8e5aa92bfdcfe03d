import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it, test } from 'vitest'
import { loadCourse } from '#server/courses/load.ts'
import { presentationDefinition } from '#shared/activities/presentation/definition.ts'

const PETIT = fileURLToPath(new URL('../fixtures/courses/petit', import.meta.url))
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

/** The small course, whose second activity is a presentation with these lines. */
async function read(lines: string) {
  const folder = join(await mkdtemp(join(tmpdir(), 'estrade-oraux-')), 'petit')
  folders.push(dirname(folder))
  await cp(PETIT, folder, { recursive: true })
  await writeFile(
    join(folder, 'activities/client.yaml'),
    `type: presentation\nid: client\nminutes: 5\n${lines}\n`,
  )
  return loadCourse(folder)
}
const HEAD = 'titre: "Oral"\nconsigne: "Présentez une facture."\n'

describe('a presentation', () => {
  it('has four levels and no limit unless it says otherwise', async () => {
    const result = await read(`${HEAD}critères:\n  - { critère: "Le cadre est juste", objectif: o1 }`)
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    const definition = result.course.activities.client
    expect(definition).toEqual({
      kind: 'presentation',
      title: 'Oral',
      instructions: 'Présentez une facture.',
      moment: 'during',
      levels: ['À reprendre', 'En cours', 'Acquis', 'Maîtrisé'],
      criteria: [{ id: 'c1', text: 'Le cadre est juste', objective: 'o1' }],
    })
    expect(presentationDefinition.safeParse(definition).success).toBe(true)
  })

  it('has its own levels, criteria and time', async () => {
    const result = await read(
      `${HEAD}criteres:\n  - { id: clarte, critere: "Clair" }\n  - { critere: "Juste", objectif: o2 }\nniveaux: ["Non", "Oui"]\nminutes-par-personne: 2.5\nmoment: final`,
    )
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    expect(result.course.activities.client).toMatchObject({
      seconds: 150,
      moment: 'final',
      levels: ['Non', 'Oui'],
      criteria: [
        { id: 'clarte', text: 'Clair' },
        { id: 'c2', text: 'Juste', objective: 'o2' },
      ],
    })
  })
})

describe('what is wrong in a presentation is said with its place and a remedy', () => {
  test.each([
    ['no criterion', 'criteres: []', 6, 'Donnez de 1 à 10 critères'],
    ['no grid', '', 1, 'Donnez de 1 à 10 critères'],
    ['an unknown objective', 'criteres:\n  - { critere: "Clair", objectif: o9 }', 7, 'o1'],
    ['one level', 'criteres: [{ critere: "Clair" }]\nniveaux: ["Oui"]', 7, 'de 2 à 6 niveaux'],
    ['a level twice', 'criteres: [{ critere: "Clair" }]\nniveaux: ["Oui", "oui"]', 7, 'retirez-le'],
    [
      'an identifier twice',
      'criteres:\n  - { id: a, critere: "Clair" }\n  - { id: a, critere: "Juste" }',
      8,
      'un autre identifiant',
    ],
    ['a time too long', 'criteres: [{ critere: "Clair" }]\nminutes-par-personne: 90', 7, 'de 0.5 à 60'],
    ['an unknown key', 'criteres: [{ critere: "Clair" }]\nniveau: 4', 7, '« niveaux »'],
  ])('%s', async (_, lines, line, remedy) => {
    const result = await read(HEAD + lines)
    if (result.ok) throw new Error('the course was read')
    expect(result.problems).toHaveLength(1)
    expect(result.problems[0]).toMatchObject({ file: 'activities/client.yaml', line })
    expect(result.problems[0]!.remedy).toContain(remedy)
  })
})
