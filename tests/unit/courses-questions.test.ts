import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { loadCourse } from '#server/courses/load.ts'
import { type McqDefinition, mcqDefinition } from '#shared/activities/mcq/definition.ts'
import { openQuestionDefinition } from '#shared/activities/open-question/definition.ts'

const PETIT = fileURLToPath(new URL('../fixtures/courses/petit', import.meta.url))
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

const BANK = `# La banque
- id: q01
  question: "Un SIRET compte :"
  ordre: fixe
  options:
    - faux: "9 chiffres"
    - faux: 11
    - juste: "14 chiffres"
  explication: "SIREN et NIC."
  objectif: o1
  niveau: 1

- id: q02
  question: "Qui doit ?"
  choix: multiple
  options:
    - juste: "Le titulaire"
    - juste: "Le sous-traitant"
    - faux: "Le voisin"
  objectif: o2

- id: q03
  question: "Sans objectif ?"
  options: [{ juste: "oui" }, { faux: "non" }]
`

const qcm = (body: string) => `type: qcm\nid: client\nminutes: 5\n${body}\n`
const open = (body: string) => `type: question\nid: client\nminutes: 5\n${body}\n`
const SOUND = qcm('titre: "Le QCM"\nquestions: [q01, q02]')

/** The small course with its second activity, and maybe its bank and deck, written anew. */
async function written(files: {
  activity?: string
  bank?: string
  more?: Record<string, string>
  /** Takes the place of the fence of the deck. */
  fence?: string
}): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'estrade-questions-')), 'petit')
  folders.push(dirname(folder))
  await cp(PETIT, folder, { recursive: true })
  await mkdir(join(folder, 'questions'))
  await writeFile(join(folder, 'questions/s1.yaml'), files.bank ?? BANK)
  await writeFile(join(folder, 'activities/client.yaml'), files.activity ?? SOUND)
  for (const [name, text] of Object.entries(files.more ?? {})) await writeFile(join(folder, name), text)
  if (files.fence !== undefined) {
    const deck = join(folder, 'deck.md')
    const text = await readFile(deck, 'utf8')
    await writeFile(deck, text.replace(/```sondage[\s\S]*?```/, files.fence))
    // The last activity compares itself with the one just replaced.
    const fin = join(folder, 'activities/fin.yaml')
    await writeFile(fin, (await readFile(fin, 'utf8')).replace('compare: depart\n', ''))
  }
  return folder
}

async function loaded(files: Parameters<typeof written>[0], id = 'client') {
  const result = await loadCourse(await written(files))
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1))
  return result.course.activities[id]
}

describe('a QCM', () => {
  it('takes its questions from the bank', async () => {
    const definition = await loaded({
      activity: qcm(
        'titre: "Bilan"\nquestions: [q02, q01]\nrythme: chacun\nmoment: final\nsecondes: 600\nseuil: 70\ncorrection: à-la-remise\nmélanger: non',
      ),
    })
    expect(definition).toEqual({
      kind: 'mcq',
      title: 'Bilan',
      pace: 'learner',
      moment: 'final',
      seconds: 600,
      threshold: 70,
      correction: 'on-submit',
      questions: [
        {
          id: 'q02',
          text: 'Qui doit ?',
          multiple: true,
          objective: 'o2',
          options: [
            { id: 'a', text: 'Le titulaire', right: true },
            { id: 'b', text: 'Le sous-traitant', right: true },
            { id: 'c', text: 'Le voisin', right: false },
          ],
        },
        {
          id: 'q01',
          text: 'Un SIRET compte :',
          multiple: false,
          objective: 'o1',
          explanation: 'SIREN et NIC.',
          options: [
            { id: 'a', text: '9 chiffres', right: false },
            { id: 'b', text: '11', right: false },
            { id: 'c', text: '14 chiffres', right: true },
          ],
        },
      ],
    })
    expect(mcqDefinition.safeParse(definition).success).toBe(true)
  })

  it('is led by the trainer, during the day, corrected at the reveal unless it says otherwise', async () => {
    expect(await loaded({})).toMatchObject({ pace: 'trainer', moment: 'during', correction: 'on-reveal' })
  })

  it('shuffles the answers always in the same way, letters after, except where the order is fixed', async () => {
    const letters = 'alpha bravo charlie delta echo foxtrot golf hotel'.split(' ')
    const options = (words: string[]) => words.map((word) => `    - faux: ${word}`).join('\n')
    const bank = (words: string[], line = '') =>
      `- id: q01\n  question: "?"\n${line}  options:\n    - juste: vrai\n${options(words)}\n`
    const activity = qcm('titre: "T"\nquestions: [q01]')
    const shown = async (text: string) => {
      const [question] = ((await loaded({ activity, bank: text })) as McqDefinition).questions
      expect(question!.options.map(({ id }) => id)).toEqual([...'abcdefgh'])
      return question!.options.map(({ text: words, right }) => {
        expect(right).toBe(words === 'vrai')
        return words
      })
    }
    const seven = letters.slice(0, 7)
    const first = await shown(bank(seven))
    expect(first).not.toEqual(['vrai', ...seven])
    expect(await shown(bank(seven.toReversed()))).toEqual(first)
    expect(await shown(bank(seven, '  ordre: fixe\n'))).toEqual(['vrai', ...seven])
  })

  it('of one question may stand in the deck, with its objective on the fence', async () => {
    const definition = await loaded(
      {
        fence:
          '```qcm id=q-siret minutes=4 outcome=o2\nquestion: "Un SIRET compte ?"\noptions:\n  - juste: 14\n  - faux: 9\nmelanger: non\nexplication: "Oui."\n```',
      },
      'q-siret',
    )
    expect(definition).toEqual({
      kind: 'mcq',
      title: 'Un SIRET compte ?',
      pace: 'trainer',
      moment: 'during',
      correction: 'on-reveal',
      questions: [
        {
          id: 'q-siret',
          text: 'Un SIRET compte ?',
          multiple: false,
          objective: 'o2',
          explanation: 'Oui.',
          options: [
            { id: 'a', text: '14', right: true },
            { id: 'b', text: '9', right: false },
          ],
        },
      ],
    })
  })

  it('mixes questions of the bank with its own, which take the objective of the whole', async () => {
    const own =
      '  - { id: a1, question: "A ?", options: [{ juste: x }, { faux: y }], objectif: o2 }\n  - question: "B ?"\n    options: [{ juste: x }, { faux: y }]'
    const definition = (await loaded({
      activity: qcm(`titre: "T"\nobjectif: o1\nquestions:\n  - q03\n${own}`),
    })) as McqDefinition
    expect(definition.questions.map(({ id, objective }) => [id, objective])).toEqual([
      ['q03', undefined],
      ['a1', 'o2'],
      ['client-3', 'o1'],
    ])
    expect(mcqDefinition.safeParse(definition).success).toBe(true)
  })

  it('does not mind the objective of a poll written on its fence', async () => {
    const fence = '```sondage id=depart minutes=4 objectif=o2\nquestion: "?"\noptions: [a, b]\n```'
    expect(await loaded({ fence }, 'depart')).toMatchObject({ kind: 'poll', objective: 'o2' })
  })
})

describe('an open question', () => {
  it('is a list, moderated, with names, shown at the reveal, unless it says otherwise', async () => {
    const definition = await loaded({ activity: open('question: "Pourquoi ?"') })
    expect(definition).toEqual({
      kind: 'open-question',
      title: 'Pourquoi ?',
      text: 'Pourquoi ?',
      display: 'list',
      moderated: true,
      named: true,
      results: 'hidden',
      perPerson: 1,
      maxLength: 300,
      votes: false,
    })
    expect(openQuestionDefinition.safeParse(definition).success).toBe(true)
  })

  it('is a cloud of words, or a case each brings', async () => {
    const cloud = await loaded({
      activity: open(
        'titre: "Un mot"\nquestion: "En un mot ?"\naffichage: nuage\nmodération: non\nnoms: non\nrésultats: en-direct\npar-personne: 3\nlongueur: 25\nvotes: oui\nobjectif: o1',
      ),
    })
    expect(cloud).toEqual({
      kind: 'open-question',
      title: 'Un mot',
      text: 'En un mot ?',
      display: 'cloud',
      moderated: false,
      named: false,
      results: 'live',
      perPerson: 3,
      maxLength: 25,
      votes: true,
      objective: 'o1',
    })
    expect(openQuestionDefinition.safeParse(cloud).success).toBe(true)
    expect(await loaded({ activity: open('question: "?"\nvariante: cas-réel') })).toMatchObject({
      display: 'list',
      variant: 'case',
      maxLength: 800,
    })
  })
})

type Case = [
  name: string,
  files: Parameters<typeof written>[0],
  place: string,
  problem: string,
  remedy: string,
]

const inBank = (from: string, to: string): { bank: string } => {
  expect(BANK).toContain(from)
  return { bank: BANK.replace(from, to) }
}
const inQcm = (body: string) => ({ activity: qcm(body) })
const OWN = 'titre: "T"\nquestions:\n  - question: "A ?"\n    options:\n'
const s1 = (line: number, column: number) => `questions/s1.yaml:${line}:${column}`
const client = (line: number, column: number) => `activities/client.yaml:${line}:${column}`

const CASES: Case[] = [
  // the bank
  [
    'no right answer',
    inBank('juste: "14 chiffres"', 'faux: "14 chiffres"'),
    s1(6, 5),
    'Aucune réponse n’est juste',
    'juste: "…"',
  ],
  [
    'two right answers where one is awaited',
    inBank('faux: 11', 'juste: 11'),
    s1(8, 7),
    '2 réponses sont justes',
    'choix: multiple',
  ],
  ['an answer twice', inBank('faux: 11', 'faux: "9 CHIFFRES"'), s1(7, 7), 'écrite deux fois', 'Changez'],
  [
    'an unknown objective',
    inBank('objectif: o2', 'objectif: oo2'),
    s1(20, 13),
    'L’objectif « oo2 » n’existe pas',
    '« o2 »',
  ],
  ['an empty question', inBank('"Qui doit ?"', '" "'), s1(14, 13), '« question » est vide', 'question: "…"'],
  ['an empty answer', inBank('"Le titulaire"', '""'), s1(17, 14), '« juste » est vide', '1 à 300'],
  ['an answer of nothing', inBank('- faux: 11', '- {}'), s1(7, 7), 'Cette réponse est vide', 'juste'],
  [
    'an answer both right and wrong',
    inBank('- faux: 11', '- { faux: 11, juste: 12 }'),
    s1(7, 7),
    'à la fois juste et fausse',
    'faux',
  ],
  ['an answer without its mark', inBank('faux: 11', 'onze'), s1(7, 7), '« onze »', '« - juste: "…" »'],
  ['a slip in a mark', inBank('faux: 11', 'fau: 11'), s1(7, 7), '« fau » n’est pas un mot connu', '« faux »'],
  ['one answer', inBank(', { faux: "non" }', ''), s1(24, 12), '1 élément', 'de 2 à 8'],
  [
    'nine answers',
    inBank('{ faux: "non" }', [...'bcdefghi'].map((text) => `{ faux: ${text} }`).join(', ')),
    s1(24, 12),
    '9 éléments, 8 au plus',
    'de 2 à 8',
  ],
  [
    'an identifier twice',
    inBank('id: q02', 'id: q01'),
    s1(13, 7),
    'déjà celui d’une question : questions/s1.yaml, ligne 2',
    'autre identifiant',
  ],
  [
    'an identifier twice, in two files',
    { more: { 'questions/s2.yaml': '- { id: q03, question: "?", options: [{ juste: a }, { faux: b }] }\n' } },
    'questions/s2.yaml:1:9',
    'déjà celui d’une question : questions/s1.yaml, ligne 22',
    'autre identifiant',
  ],
  ['an identifier that cannot be', inBank('id: q02', 'id: 2'), s1(13, 7), '« id »', 'lettre minuscule'],
  [
    'a question without identifier',
    inBank('- id: q03\n  question', '- question'),
    s1(22, 3),
    'Il manque « id »',
    'lettre',
  ],
  ['an unknown word', inBank('niveau: 1', 'nivau: 1'), s1(11, 3), '« nivau »', '« niveau »'],
  ['a level too high', inBank('niveau: 1', 'niveau: 4'), s1(11, 11), 'trop grand', '1 (facile)'],
  ['an unknown order', inBank('ordre: fixe', 'ordre: libre'), s1(4, 10), '« libre »', 'ordre: fixe'],
  ['an empty file', { more: { 'questions/s2.yaml': '' } }, 'questions/s2.yaml:1:1', 'une liste', '- id: q01'],
  [
    'no list',
    { more: { 'questions/s2.yaml': 'id: q9\n' } },
    'questions/s2.yaml:1:1',
    'une liste',
    '- id: q01',
  ],
  ['broken YAML', inBank('"Qui doit ?"', '"Qui doit ?'), s1(14, 24), 'Il manque un caractère', 'Fermez'],

  // QCM
  ['no questions', inQcm('titre: "T"'), client(1, 1), 'Il manque « questions »', '[q01, q02]'],
  ['an empty list', inQcm('titre: "T"\nquestions: []'), client(5, 12), '0 élément', '[q01, q02]'],
  ['no title', inQcm('questions: [q01, q02]'), client(1, 1), 'Il manque « titre »', 'titre: "…"'],
  [
    'an unknown question',
    inQcm('titre: "T"\nquestions: [q01, q022]'),
    client(5, 18),
    'La question « q022 » n’est pas dans la banque',
    '« q02 »',
  ],
  [
    'a question unlike any',
    inQcm('titre: "T"\nquestions: [siret]'),
    client(5, 13),
    'n’est pas dans la banque',
    'dossier questions',
  ],
  [
    'a question twice',
    inQcm('titre: "T"\nquestions: [q01, q02, q01]'),
    client(5, 23),
    '« q01 » est deux fois',
    'Retirez',
  ],
  ['a question that is no text', inQcm('titre: "T"\nquestions: [4]'), client(5, 13), '« 4 »', 'banque (q01)'],
  [
    'an unknown word',
    inQcm('titre: "T"\nquestions: [q01]\nrytme: chacun'),
    client(6, 1),
    '« rytme »',
    '« rythme »',
  ],
  [
    'an unknown pace',
    inQcm('titre: "T"\nquestions: [q01]\nrythme: tous'),
    client(6, 9),
    '« tous »',
    'formateur',
  ],
  [
    'an unknown moment',
    inQcm('titre: "T"\nquestions: [q01]\nmoment: midi'),
    client(6, 9),
    '« midi »',
    'positionnement, pendant ou final',
  ],
  [
    'a threshold too high',
    inQcm('titre: "T"\nquestions: [q01]\nseuil: 101'),
    client(6, 8),
    'trop grand',
    '1 à 100',
  ],
  [
    'a threshold of none',
    inQcm('titre: "T"\nquestions: [q01]\nseuil: 0'),
    client(6, 8),
    'trop petit',
    '1 à 100',
  ],
  ['too little time', inQcm('titre: "T"\nquestions: [q01]\nsecondes: 2'), client(6, 11), 'trop petit', '5 à'],
  [
    'a correction in the trainer’s hands',
    inQcm('titre: "T"\nquestions: [q01]\ncorrection: à-la-remise'),
    client(6, 13),
    'ne va qu’avec « rythme: chacun »',
    'rythme: chacun',
  ],
  [
    'a question beside the list',
    inQcm('titre: "T"\nquestions: [q01]\nquestion: "?"'),
    client(6, 11),
    '« question » ne va pas avec « questions »',
    'liste',
  ],
  [
    'a question alone without answers',
    inQcm('question: "?"'),
    client(1, 1),
    'Il manque « options »',
    'de 2 à 8',
  ],
  [
    'a placement question without objective',
    inQcm('titre: "T"\nquestions: [q01, q03]\nmoment: positionnement'),
    client(5, 18),
    '« q03 » n’a pas d’objectif',
    'objectif: o1',
  ],
  [
    'a final question without objective',
    inQcm('question: "?"\noptions: [{ juste: a }, { faux: b }]\nmoment: final'),
    client(1, 1),
    'n’a pas d’objectif',
    'objectif: o1',
  ],
  [
    'no right answer in its own question',
    inQcm(`${OWN}      - faux: a\n      - faux: b`),
    client(8, 7),
    'Aucune réponse n’est juste',
    'juste',
  ],
  [
    'an answer twice in its own question',
    inQcm(`${OWN}      - juste: a\n      - faux: A`),
    client(9, 9),
    '« A » est écrite deux fois',
    'Changez',
  ],
  [
    'a slip in its own question',
    inQcm(`${OWN}      - juste: a\n      - faux: b\n    explicaton: "x"`),
    client(10, 5),
    '« explicaton » n’est pas un mot connu',
    '« explication »',
  ],
  [
    'an empty text in its own question',
    inQcm('titre: "T"\nquestions:\n  - question: ""\n    options: [{ juste: a }, { faux: b }]'),
    client(6, 15),
    '« question » est vide',
    'question: "…"',
  ],
  [
    'an unknown objective of its own question',
    inQcm(`${OWN}      - juste: a\n      - faux: b\n    objectif: o9`),
    client(10, 15),
    'L’objectif « o9 » n’existe pas',
    'o1 ou o2',
  ],
  [
    'an unknown objective of the whole',
    inQcm('titre: "T"\nobjectif: o9\nquestions: [q01]'),
    client(5, 11),
    'L’objectif « o9 » n’existe pas',
    'o1 ou o2',
  ],
  [
    'an identifier of the bank',
    inQcm('titre: "T"\nquestions:\n  - { id: q01, question: "?", options: [{ juste: a }, { faux: b }] }'),
    client(6, 11),
    '« q01 » est déjà l’identifiant d’une question de la banque',
    'autre identifiant',
  ],
  [
    'an identifier that cannot be, inside',
    inQcm('titre: "T"\nquestions:\n  - { id: Q_1, question: "?", options: [{ juste: a }, { faux: b }] }'),
    client(6, 11),
    'ne peut pas être l’identifiant',
    'lettre minuscule',
  ],
  [
    'an identifier of another QCM’s question',
    {
      fence:
        '```qcm id=un minutes=4\ntitre: "Un"\nquestions: [{ id: x, question: "A ?", options: [{ juste: a }, { faux: b }] }]\n```',
      activity: qcm(
        'titre: "T"\nquestions: [{ id: x, question: "B ?", options: [{ juste: a }, { faux: b }] }]',
      ),
    },
    client(5, 19),
    '« x » est déjà celui d’une autre question, dans « un »',
    'dossier questions',
  ],
  [
    'an unknown objective on a fence',
    { fence: '```qcm id=un minutes=4 outcome=o9\nquestion: "?"\noptions: [{ juste: a }, { faux: b }]\n```' },
    'deck.md:21:24',
    'L’objectif « o9 » n’existe pas',
    'o1 ou o2',
  ],
  [
    'an unknown objective on the fence of a poll',
    { fence: '```sondage id=un minutes=4 objectif=o9\nquestion: "?"\noptions: [a, b]\n```' },
    'deck.md:21:28',
    'L’objectif « o9 » n’existe pas',
    'o1 ou o2',
  ],

  // open questions
  ['no question', { activity: open('titre: "T"') }, client(1, 1), 'Il manque « question »', 'question: "…"'],
  [
    'an unknown display',
    { activity: open('question: "?"\naffichage: mur') },
    client(5, 12),
    '« mur »',
    'liste ou nuage',
  ],
  [
    'a case in a cloud',
    { activity: open('question: "?"\nvariante: cas-réel\naffichage: nuage') },
    client(6, 12),
    'ne se montre pas en nuage',
    'liste',
  ],
  [
    'too many answers each',
    { activity: open('question: "?"\npar-personne: 6') },
    client(5, 15),
    'trop grand',
    '1 à 5',
  ],
  [
    'answers too short',
    { activity: open('question: "?"\nlongueur: 3') },
    client(5, 11),
    'trop petit',
    '10 à 2000',
  ],
  [
    'moderation of another kind',
    { activity: open('question: "?"\nmodération: parfois') },
    client(5, 13),
    'oui ou non',
    'laissez passer',
  ],
  [
    'an unknown objective of an open question',
    { activity: open('question: "?"\nobjectif: o9') },
    client(5, 11),
    'L’objectif « o9 » n’existe pas',
    'o1 ou o2',
  ],
]

describe('a mistake', () => {
  it.each(CASES)('%s', async (_, files, place, problem, remedy) => {
    const result = await loadCourse(await written(files))
    if (result.ok) throw new Error('The course was loaded all the same')
    // One slip is one problem: nothing is blamed for what follows from it.
    expect(result.problems.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([place])
    expect(result.problems[0]!.problem).toContain(problem)
    expect(result.problems[0]!.remedy).toContain(remedy)
    expect(result.problems[0]!.remedy).not.toBe('')
  })
})

describe('the course on Chorus Pro', () => {
  it('asks every question with its explanation and objective, and measures progress on all objectives', async () => {
    const result = await loadCourse(fileURLToPath(new URL('../../slides/chorus-pro', import.meta.url)))
    if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1))
    const { course } = result
    expect(course.plan.reduce((total, item) => total + item.minutes, 0)).toBe(420)
    expect(course.plan.find((item) => item.type === 'activity')?.id).toBe('p1')
    const series = Object.values(course.activities).filter(
      (activity): activity is McqDefinition => activity.kind === 'mcq',
    )
    for (const definition of series) {
      expect(mcqDefinition.safeParse(definition).success).toBe(true)
      for (const question of definition.questions) {
        expect(question.explanation, question.id).toBeTruthy()
        expect(question.objective, question.id).toBeTruthy()
      }
    }
    const of = (moment: string) =>
      series.filter((one) => one.moment === moment).flatMap((one) => one.questions)
    const objectives = course.objectives.map(({ id }) => id)
    for (const moment of ['placement', 'during', 'final'])
      expect([...new Set(of(moment).map(({ objective }) => objective))].sort()).toEqual(objectives)
    const final = of('final').map(({ id }) => id)
    expect(final).toHaveLength(20)
    expect(final).toEqual(expect.arrayContaining(of('placement').map(({ id }) => id)))
    expect(series.find((one) => one.moment === 'final')).toMatchObject({ threshold: 70, pace: 'learner' })
  })
})
