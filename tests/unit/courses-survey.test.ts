/** Questionnaires in course files: what is read, and each mistake with its place and what would be right. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { loadCourse } from '#server/courses/load.ts'
import { surveyDefinition } from '#shared/activities/survey/definition.ts'

const courses = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

const survey = (body: string) => `type: questionnaire\nid: client\nminutes: 5\n${body}\n`

/** The small course with a questionnaire as its second activity. */
async function written(body: string, more: Record<string, string> = {}) {
  const folder = join(await mkdtemp(join(tmpdir(), 'estrade-survey-')), 'petit')
  folders.push(dirname(folder))
  await cp(courses('../fixtures/courses/petit'), folder, { recursive: true })
  await writeFile(join(folder, 'activities/client.yaml'), survey(body))
  for (const [name, text] of Object.entries(more)) await writeFile(join(folder, name), text)
  return loadCourse(folder)
}

async function loaded(body: string, more: Record<string, string> = {}) {
  const result = await written(body, more)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.course
}

describe('a questionnaire', () => {
  it('is anonymous, of the day, on a scale from 1 to 4, unless it says otherwise', async () => {
    const { activities } = await loaded('titre: "Avis"\nquestions:\n  - texte: "Le rythme était bon."')
    expect(activities.client).toEqual({
      kind: 'survey',
      title: 'Avis',
      anonymous: true,
      moment: 'hot',
      items: [{ id: 'q1', type: 'grade', text: 'Le rythme était bon.', required: false }],
    })
    expect(surveyDefinition.safeParse(activities.client).success).toBe(true)
  })

  it('asks for notes, choices and texts', async () => {
    const { activities } = await loaded(
      [
        'titre: "Avis"',
        'intro: "Deux minutes."',
        'anonyme: non',
        'bas: "jamais"',
        'haut: "toujours"',
        'questions:',
        '  - { id: note, texte: "De 0 à 10 ?", reponse: nps, obligatoire: oui }',
        '  - { texte: "Lesquels ?", reponse: choix, plusieurs: oui, options: ["Un", 2] }',
        '  - { texte: "Un mot", reponse: texte }',
        '  - { texte: "Souvent ?", réponse: échelle }',
      ].join('\n'),
    )
    expect(activities.client).toMatchObject({
      intro: 'Deux minutes.',
      anonymous: false,
      low: 'jamais',
      high: 'toujours',
      items: [
        { id: 'note', type: 'nps', required: true },
        {
          id: 'q2',
          type: 'choice',
          multiple: true,
          options: [
            { id: 'a', text: 'Un' },
            { id: 'b', text: '2' },
          ],
        },
        { id: 'q3', type: 'text' },
        { id: 'q4', type: 'grade' },
      ],
    })
    expect(surveyDefinition.safeParse(activities.client).success).toBe(true)
  })

  it('« à froid » stays in the course without a place in the plan', async () => {
    const cold = survey('titre: "Depuis ?"\nmoment: à-froid\nquestions:\n  - texte: "Combien ?"').replace(
      'id: client',
      'id: depuis',
    )
    const course = await loaded('titre: "Avis"\nquestions:\n  - texte: "Bien ?"', {
      'activities/depuis.yaml': cold,
    })
    expect(course.activities.depuis).toMatchObject({ kind: 'survey', moment: 'cold' })
    expect(course.plan.some((item) => item.activityId === 'depuis')).toBe(false)
  })
})

type Case = [name: string, body: string, line: number, problem: string, remedy: string]
const CASES: Case[] = [
  ['no title', 'questions:\n  - texte: "?"', 1, 'Il manque « titre »', 'titre: "…"'],
  ['no question', 'titre: "T"', 1, 'Il manque « questions »', 'une par ligne'],
  [
    'a question without a text',
    'titre: "T"\nquestions:\n  - reponse: nps',
    6,
    'Il manque « texte »',
    'texte: "…"',
  ],
  ['an unknown answer', 'titre: "T"\nquestions:\n  - { texte: "?", reponse: etoiles }', 6, 'etoiles', 'nps'],
  [
    'a choice of nothing',
    'titre: "T"\nquestions:\n  - { texte: "?", reponse: choix }',
    6,
    'Il manque « options »',
    'options: ["…", "…"]',
  ],
  [
    'an option twice',
    'titre: "T"\nquestions:\n  - { texte: "?", reponse: choix, options: [Oui, oui] }',
    6,
    'deux fois',
    'retirez-la',
  ],
  [
    'options of a scale',
    'titre: "T"\nquestions:\n  - { texte: "?", options: [a, b] }',
    6,
    '« options » ne va qu’avec',
    'reponse: choix',
  ],
  [
    'an identifier twice',
    'titre: "T"\nquestions:\n  - { id: a, texte: "?" }\n  - { id: a, texte: "!" }',
    7,
    '« a » est déjà',
    'autre identifiant',
  ],
  [
    'the identifier of another by its rank',
    'titre: "T"\nquestions:\n  - { id: q2, texte: "?" }\n  - texte: "!"',
    7,
    '« q2 » est déjà',
    'autre identifiant',
  ],
  [
    'an identifier that is a number',
    'titre: "T"\nquestions:\n  - { id: "1", texte: "?" }',
    6,
    '« 1 » ne peut pas',
    'Commencez par une lettre',
  ],
  [
    '« à froid » in the plan',
    'titre: "T"\nmoment: à-froid\nquestions:\n  - texte: "?"',
    5,
    'ne se place pas',
    'à-chaud',
  ],
]

describe('a mistake', () => {
  it.each(CASES)('%s', async (_, body, line, problem, remedy) => {
    const result = await written(body)
    if (result.ok) throw new Error('the course was loaded')
    expect(result.problems[0]).toMatchObject({ file: 'activities/client.yaml', line })
    expect(result.problems[0]?.problem).toContain(problem)
    expect(result.problems[0]?.remedy).toContain(remedy)
  })
})

it('the course on Chorus Pro asks the ten questions at the end, four more months later', async () => {
  const result = await loadCourse(courses('../../slides/chorus-pro'))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const { activities, plan } = result.course
  expect(activities.satisfaction).toMatchObject({ kind: 'survey', anonymous: true, moment: 'hot' })
  const { items } = surveyDefinition.parse(activities.satisfaction)
  expect(items.map(({ type }) => type)).toEqual([...Array(8).fill('grade'), 'nps', 'text'])
  expect(items.at(-1)?.text).toBe('Ce que je garde, ce que je changerais, ce qu’il m’a manqué.')
  expect(surveyDefinition.parse(activities['satisfaction-a-froid']).items).toHaveLength(4)
  const last = plan.filter((item) => item.sectionId === 'cloture').map((item) => item.id)
  expect(last.indexOf('satisfaction')).toBe(last.indexOf('qcm-final') + 1)
  expect(plan.find((item) => item.type === 'activity')?.id).toBe('p1')
  expect(plan.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(420)
})
