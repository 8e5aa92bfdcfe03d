import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { loadCourse } from '#server/courses/load.ts'
import { KIND_OF_WORD, nearest } from '#server/courses/words.ts'
import { pollDefinition } from '#shared/activities/poll/definition.ts'

const PETIT = fileURLToPath(new URL('../fixtures/courses/petit', import.meta.url))
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

/** An edit of the sound course: in `file`, `from` becomes `to` (or the file's whole text, without `from`). */
type Edit = { file: string; from?: string; to: string | Buffer | undefined }

async function edited(edits: Edit[]): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'estrade-course-')), 'petit')
  folders.push(dirname(folder))
  await cp(PETIT, folder, { recursive: true })
  for (const { file, from, to } of edits) {
    const path = join(folder, file)
    if (to === undefined) {
      await rm(path)
      continue
    }
    await mkdir(dirname(path), { recursive: true })
    if (from === undefined) {
      await writeFile(path, to)
      continue
    }
    const text = await readFile(path, 'utf8')
    expect(text, `${file} contains ${from}`).toContain(from)
    await writeFile(path, text.replace(from, String(to)))
  }
  return folder
}

describe('a sound course', () => {
  it('is loaded whole', async () => {
    const result = await loadCourse(PETIT)
    if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1))
    const { course, deck, files } = result
    expect(course.id).toBe('petit')
    expect(course.title).toBe('Petit cours')
    expect(course.subtitle).toBe('Pour les essais')
    expect(course.organisation).toBe('Institut de la Haute-Brume')
    expect(course.objectives).toEqual([
      { id: 'o1', text: 'Comprendre' },
      { id: 'o2', text: 'Appliquer' },
    ])
    expect(course.sections[1]).toEqual({
      id: 's2',
      title: 'Seconde partie',
      short: 'Seconde partie',
      minutes: 12,
      objectives: ['o1', 'o2'],
    })
    expect(course.plan).toEqual([
      { id: 'slide-1', type: 'slide', title: 'Petit cours', minutes: 5, sectionId: 's1', slide: 1 },
      { id: 'slide-2', type: 'slide', title: 'Où en êtes-vous ?', minutes: 3, sectionId: 's1', slide: 2 },
      {
        id: 'depart',
        type: 'activity',
        title: 'Où en êtes-vous ?',
        minutes: 4,
        sectionId: 's1',
        activityId: 'depart',
        kind: 'poll',
      },
      { id: 'break-1', type: 'break', title: 'Pause du matin', minutes: 10, sectionId: 's1' },
      { id: 'break-2', type: 'break', title: 'Pause de midi', minutes: 0, offMinutes: 60, sectionId: 's1' },
      { id: 'slide-3', type: 'slide', title: 'Avec un code', minutes: 2, sectionId: 's1', slide: 3 },
      { id: 'slide-4', type: 'slide', title: 'Votre client', minutes: 3, sectionId: 's2', slide: 4 },
      {
        id: 'client',
        type: 'activity',
        title: 'Votre client',
        minutes: 5,
        sectionId: 's2',
        activityId: 'client',
        kind: 'poll',
      },
      {
        id: 'fin',
        type: 'activity',
        title: 'Et maintenant, où en êtes-vous ?',
        minutes: 4,
        sectionId: 's2',
        activityId: 'fin',
        kind: 'poll',
      },
    ])
    expect(course.slides.map((slide) => [slide.n, slide.sectionId])).toEqual([
      [1, 's1'],
      [2, 's1'],
      [3, 's1'],
      [4, 's2'],
    ])
    expect(course.activities.client).toEqual({
      kind: 'poll',
      title: 'Votre client',
      text: 'Quel est votre principal client ?',
      type: 'multiple',
      options: [
        { id: 'a', text: 'Commune' },
        { id: 'b', text: 'Département' },
        { id: 'c', text: '2026' },
      ],
      named: true,
      results: 'live',
    })
    expect(course.activities.depart).toMatchObject({
      type: 'scale',
      named: false,
      results: 'hidden',
      lowLabel: 'débutant',
      highLabel: 'à l’aise',
      objective: 'o1',
      options: ['1', '2', '3', '4', '5'].map((text, index) => ({ id: 'abcde'[index], text })),
    })
    for (const definition of Object.values(course.activities))
      expect(pollDefinition.safeParse(definition).success).toBe(true)
    expect(JSON.parse(JSON.stringify(course))).toEqual(course)

    expect(deck.hash).toBe(course.deckHash)
    expect(deck.slides[0]!.notes).toBe('Accueillir chacun.')
    const image = await readFile(join(PETIT, 'images/plan.png'))
    const name = `${createHash('sha256').update(image).digest('hex')}.png`
    expect(Object.keys(files)).toEqual([name])
    expect(files[name]!.equals(image)).toBe(true)
    expect(deck.slides[0]!.html).toContain(`src="/api/files/${name}"`)
  })

  it.each<[string, Edit[]]>([
    ['with Windows line ends', [{ file: 'deck.md', from: 'Dire bonjour.', to: 'Dire bonjour.\r' }]],
    [
      'with scoped styles, split backgrounds and images in the style sheet',
      [
        {
          file: 'deck.md',
          from: 'Dire bonjour.',
          to: 'Dire bonjour.\n\n![bg right](images/plan.png)\n\n<style scoped>h1 { background: url(images/plan.png) }</style>\n',
        },
      ],
    ],
    [
      'with its own theme',
      [{ file: 'theme.css', to: '/* @theme estrade */ section { width: 1280px; height: 720px }' }],
    ],
    [
      'with an accent in an image’s name',
      [
        { file: 'images/été 1.png', to: Buffer.from('89504e47', 'hex') },
        { file: 'deck.md', from: 'images/plan.png', to: 'images/été%201.png' },
      ],
    ],
    [
      'whose directive has an accent',
      [{ file: 'deck.md', from: '_activite: client', to: '_activité: client' }],
    ],
  ])('%s', async (_, edits) => {
    const result = await loadCourse(await edited(edits))
    expect(result.ok ? [] : result.problems).toEqual([])
  })
})

type Case = [
  name: string,
  edits: Edit[],
  file: string,
  line: number,
  column: number,
  problem: string,
  remedy?: string,
]

const poll = (body: string) => `type: sondage\nid: client\nminutes: 5\n${body}\n`

const CASES: Case[] = [
  // course.yaml
  ['no course.yaml', [{ file: 'course.yaml', to: undefined }], 'course.yaml', 1, 1, 'Il manque le fichier'],
  ['no deck.md', [{ file: 'deck.md', to: undefined }], 'deck.md', 1, 1, 'Il manque le fichier'],
  [
    'broken YAML',
    [{ file: 'course.yaml', from: '"Petit cours"', to: '"Petit cours' }],
    'course.yaml',
    1,
    20,
    'Il manque un caractère',
    'Fermez',
  ],
  [
    'no title',
    [{ file: 'course.yaml', from: 'titre: "Petit cours"\n', to: '' }],
    'course.yaml',
    1,
    1,
    'Il manque « titre »',
    'titre: "…"',
  ],
  [
    'an empty title',
    [{ file: 'course.yaml', from: '"Petit cours"', to: '""' }],
    'course.yaml',
    1,
    8,
    '« titre » est vide',
  ],
  [
    'a slip in a key',
    [{ file: 'course.yaml', from: 'organisme', to: 'organisne' }],
    'course.yaml',
    3,
    1,
    '« organisne » n’est pas un mot connu',
    '« organisme »',
  ],
  [
    'an unknown language',
    [{ file: 'course.yaml', from: 'langue: fr', to: 'langue: de' }],
    'course.yaml',
    4,
    9,
    '« de » ne convient pas',
    'fr ou en',
  ],
  [
    'a key written twice',
    [{ file: 'course.yaml', from: 'langue: fr', to: 'langue: fr\nlangue: en' }],
    'course.yaml',
    5,
    1,
    'écrit deux fois',
  ],
  [
    'two objectives of one name',
    [{ file: 'course.yaml', from: 'id: o2', to: 'id: o1' }],
    'course.yaml',
    7,
    11,
    'déjà pris',
  ],
  [
    'two sections of one name',
    [{ file: 'course.yaml', from: 'id: s2', to: 'id: s1' }],
    'course.yaml',
    10,
    11,
    'déjà pris',
  ],
  [
    'an unknown objective of a section',
    [{ file: 'course.yaml', from: '[o1, o2]', to: '[o1, o3]' }],
    'course.yaml',
    10,
    69,
    'L’objectif « o3 » n’existe pas',
    'o1, o2',
  ],
  [
    'minutes that are no number',
    [{ file: 'course.yaml', from: 'minutes: 12', to: 'minutes: douze' }],
    'course.yaml',
    10,
    49,
    '« minutes » attend un nombre, pas « douze »',
    'minutes: 45',
  ],
  [
    'no minutes',
    [{ file: 'course.yaml', from: 'minutes: 12, ', to: '' }],
    'course.yaml',
    10,
    5,
    'Il manque « minutes »',
  ],
  [
    'minutes that do not add up',
    [{ file: 'course.yaml', from: 'minutes: 24', to: 'minutes: 30' }],
    'course.yaml',
    9,
    63,
    'annonce 30 min, son déroulé en totalise 24 min',
    'ajoutez 6 min',
  ],
  [
    'a section without slides',
    [
      {
        file: 'course.yaml',
        from: '  - { id: s2',
        to: '  - { id: s3, titre: "Vide", minutes: 0 }\n  - { id: s2',
      },
    ],
    'course.yaml',
    10,
    11,
    'Aucune diapositive n’est dans la section « s3 »',
  ],

  // deck.md: sections, minutes, references
  [
    'no section at the start',
    [{ file: 'deck.md', from: '<!-- _section: s1 -->\n', to: '' }],
    'deck.md',
    1,
    1,
    'n’est dans aucune section',
    '_section: s1',
  ],
  [
    'an unknown section',
    [{ file: 'deck.md', from: '_section: s2', to: '_section: s9' }],
    'deck.md',
    52,
    16,
    'La section « s9 » n’existe pas',
    's1 ou s2',
  ],
  [
    'sections out of order',
    [
      {
        file: 'deck.md',
        from: '<!-- _activite: fin -->',
        to: '<!-- _section: s1 -->\n<!-- _activite: fin -->',
      },
    ],
    'deck.md',
    60,
    16,
    'vient après « s2 »',
  ],
  [
    'minutes that are no number on a slide',
    [{ file: 'deck.md', from: '_minutes: 5', to: '_minutes: cinq' }],
    'deck.md',
    7,
    16,
    '« cinq » n’est pas une durée',
    '_minutes: 6',
  ],
  [
    'a directive that would leak',
    [{ file: 'deck.md', from: '_minutes: 5', to: 'minutes: 5' }],
    'deck.md',
    7,
    6,
    'sans tiret bas',
    '_minutes',
  ],
  [
    'two directives in one comment',
    [{ file: 'deck.md', from: '<!-- _minutes: 5 -->', to: '<!-- _minutes: 5, _section: s1 -->' }],
    'deck.md',
    7,
    6,
    '« _minutes » n’est pas lisible',
    'seul dans son commentaire',
  ],
  [
    'an unknown activity',
    [{ file: 'deck.md', from: '_activite: client', to: '_activite: cliant' }],
    'deck.md',
    56,
    17,
    'L’activité « cliant » n’existe pas',
    'client ou fin',
  ],
  [
    'an activity placed twice',
    [{ file: 'deck.md', from: '_activite: fin', to: '_activite: client' }],
    'deck.md',
    60,
    17,
    'déjà placée',
  ],
  [
    'an activity placed nowhere',
    [{ file: 'deck.md', from: '<!-- _activite: client -->', to: '' }],
    'activities/client.yaml',
    2,
    5,
    'placée nulle part',
    '_activite: client',
  ],
  [
    'minutes on a slide that is only an activity',
    [
      {
        file: 'deck.md',
        from: '<!-- _activite: fin -->',
        to: '<!-- _activite: fin -->\n\n<!-- _minutes: 3 -->',
      },
    ],
    'deck.md',
    62,
    6,
    'seulement une activité',
  ],
  [
    'an unknown theme',
    [{ file: 'deck.md', from: 'theme: estrade', to: 'theme: estrad' }],
    'deck.md',
    3,
    8,
    'Le thème « estrad » n’existe pas',
    'estrade',
  ],
  [
    'a theme without a name',
    [{ file: 'theme.css', to: 'section { color: red }' }],
    'theme.css',
    1,
    1,
    'Ce thème n’a pas de nom',
    '@theme',
  ],

  [
    'a theme that is no CSS',
    [{ file: 'theme.css', to: '/* @theme estrade */\nsection { color: red' }],
    'theme.css',
    2,
    1,
    'CSS illisible',
    'Fermez',
  ],
  [
    'an image with a lone percent sign',
    [{ file: 'deck.md', from: '![Le plan](images/plan.png)', to: '<img src="images/100%.png" alt="">' }],
    'deck.md',
    13,
    11,
    '« images/100%.png » n’existe pas',
  ],
  ['an empty deck', [{ file: 'deck.md', to: '' }], 'deck.md', 1, 1, ''],

  // deck.md: fences
  [
    'a fence without an id',
    [{ file: 'deck.md', from: 'sondage id=depart minutes=4', to: 'sondage minutes=4' }],
    'deck.md',
    21,
    4,
    'Il manque l’identifiant',
    'id=p1',
  ],
  [
    'a fence without minutes',
    [{ file: 'deck.md', from: 'id=depart minutes=4', to: 'id=depart' }],
    'deck.md',
    21,
    4,
    'Il manque la durée',
    'id=depart minutes=4',
  ],
  [
    'a fence whose minutes are no number',
    [{ file: 'deck.md', from: 'minutes=4', to: 'minutes=quatre' }],
    'deck.md',
    21,
    22,
    'attend un nombre de minutes',
  ],
  [
    'a slip in a fence',
    [{ file: 'deck.md', from: 'minutes=4', to: 'minute=4' }],
    'deck.md',
    21,
    22,
    '« minute » n’est pas attendu',
    '« minutes=… »',
  ],
  [
    'an identifier that cannot be',
    [{ file: 'deck.md', from: 'id=depart', to: 'id=Départ' }],
    'deck.md',
    21,
    12,
    'ne peut pas être l’identifiant',
  ],
  [
    'an identifier taken by the plan',
    [{ file: 'deck.md', from: 'id=depart', to: 'id=slide-2' }],
    'deck.md',
    21,
    12,
    'ne peut pas être l’identifiant',
    'pris par le déroulé',
  ],
  [
    'an identifier of two activities',
    [{ file: 'deck.md', from: 'id=depart', to: 'id=client' }],
    'deck.md',
    21,
    12,
    'déjà celui de activities/client.yaml',
  ],
  [
    'a kind that comes later',
    [{ file: 'deck.md', from: 'sondage id=depart', to: 'classement id=depart' }],
    'deck.md',
    21,
    4,
    '« classement » : ce type d’activité arrive plus tard',
    'sondage',
  ],
  [
    'broken YAML in a fence',
    [{ file: 'deck.md', from: 'noms: non', to: '\tnoms: non' }],
    'deck.md',
    25,
    1,
    '',
    '',
  ],
  [
    'a mistake in a fence',
    [{ file: 'deck.md', from: 'noms: non', to: 'noms: peut-être' }],
    'deck.md',
    25,
    7,
    '« noms » attend oui ou non',
    'sans noms',
  ],
  [
    'an unknown objective in a fence',
    [{ file: 'deck.md', from: 'objectif: o1', to: 'objectif: o7' }],
    'deck.md',
    26,
    11,
    'L’objectif « o7 » n’existe pas',
    'o1 ou o2',
  ],
  [
    'a mistake in an indented fence',
    [
      {
        file: 'deck.md',
        from: '- liste\n  ```js\n  const sondage = 1\n  ```',
        to: '- liste\n  ```sondage id=x minutes=1\n  question: "?"\n  choix: triple\n  ```',
      },
    ],
    'deck.md',
    46,
    10,
    '« triple » ne convient pas',
    'unique, multiple ou échelle',
  ],
  [
    'a break without minutes',
    [{ file: 'deck.md', from: 'pause minutes=10', to: 'pause' }],
    'deck.md',
    31,
    4,
    'Il manque la durée de la pause',
    'pause minutes=10',
  ],
  [
    'a break with an unknown attribute',
    [{ file: 'deck.md', from: 'pause minutes=10', to: 'pause minutes=10 id=x' }],
    'deck.md',
    31,
    21,
    '« id » n’est pas attendu',
  ],

  // polls
  [
    'a poll without a question',
    [{ file: 'activities/client.yaml', to: poll('options: [a, b]') }],
    'activities/client.yaml',
    1,
    1,
    'Il manque « question »',
  ],
  [
    'one option',
    [{ file: 'activities/client.yaml', to: poll('question: "?"\noptions: [a]') }],
    'activities/client.yaml',
    5,
    10,
    '« options » a 1 élément ; il en faut au moins 2',
    'de 2 à 11',
  ],
  [
    'no options',
    [{ file: 'activities/client.yaml', to: poll('question: "?"') }],
    'activities/client.yaml',
    1,
    1,
    'Il manque « options »',
  ],
  [
    'twelve options',
    [
      {
        file: 'activities/client.yaml',
        to: poll('question: "?"\noptions: [a, b, c, d, e, f, g, h, i, j, k, l]'),
      },
    ],
    'activities/client.yaml',
    5,
    10,
    '12 éléments, 11 au plus',
  ],
  [
    'two options alike',
    [{ file: 'activities/client.yaml', from: '- Département', to: '- commune' }],
    'activities/client.yaml',
    9,
    5,
    '« commune » est écrite deux fois',
  ],
  [
    'an empty option',
    [{ file: 'activities/client.yaml', from: '- Département', to: '- ""' }],
    'activities/client.yaml',
    9,
    5,
    'est vide',
    '1 à 200',
  ],
  [
    'an option that is no text',
    [{ file: 'activities/client.yaml', from: '- Département', to: '- { a: 1 }' }],
    'activities/client.yaml',
    9,
    5,
    'attend un texte',
  ],
  [
    'a question too long',
    [{ file: 'activities/client.yaml', from: 'Quel est', to: 'x'.repeat(400) }],
    'activities/client.yaml',
    5,
    11,
    '400 au plus',
  ],
  [
    'a bad choice',
    [{ file: 'activities/client.yaml', from: 'choix: multiple', to: 'choix: plusieurs' }],
    'activities/client.yaml',
    6,
    8,
    '« plusieurs » ne convient pas',
    'unique, multiple ou échelle',
  ],
  [
    'options on a scale',
    [{ file: 'activities/client.yaml', from: 'choix: multiple', to: 'choix: échelle' }],
    'activities/client.yaml',
    8,
    3,
    '« options » ne va pas',
  ],
  [
    'a scale on a choice',
    [{ file: 'activities/fin.yaml', from: 'choix: échelle', to: 'choix: unique' }],
    'activities/fin.yaml',
    6,
    10,
    '« echelle » ne va qu’avec',
  ],
  [
    'a scale that is too long',
    [{ file: 'activities/fin.yaml', from: 'a: 5', to: 'a: 20' }],
    'activities/fin.yaml',
    6,
    10,
    '20 degrés',
    'de 2 à 11',
  ],
  [
    'a scale that goes down',
    [{ file: 'activities/fin.yaml', from: 'a: 5', to: 'a: 0' }],
    'activities/fin.yaml',
    6,
    10,
    'doit dépasser le début',
  ],
  [
    'a comparison with nothing',
    [{ file: 'activities/fin.yaml', from: 'compare: depart', to: 'compare: arrivee' }],
    'activities/fin.yaml',
    7,
    10,
    '« arrivee » à comparer n’existe pas',
    'client, fin ou depart',
  ],
  [
    'a comparison of other options',
    [{ file: 'activities/fin.yaml', from: 'a: 5', to: 'a: 6' }],
    'activities/fin.yaml',
    7,
    10,
    'n’a pas les mêmes réponses',
  ],
  [
    'a comparison with a later poll',
    [{ file: 'activities/client.yaml', from: 'resultats: en-direct', to: 'compare: fin' }],
    'activities/client.yaml',
    11,
    10,
    'n’est pas posé avant',
  ],
  [
    'no type',
    [{ file: 'activities/client.yaml', from: 'type: sondage\n', to: '' }],
    'activities/client.yaml',
    1,
    1,
    'Il manque « type »',
    'type: sondage',
  ],
  [
    'an unknown type',
    [{ file: 'activities/client.yaml', from: 'type: sondage', to: 'type: sondge' }],
    'activities/client.yaml',
    1,
    7,
    '« sondge » n’est pas un type',
    '« sondage »',
  ],
  [
    'an empty activity',
    [{ file: 'activities/client.yaml', to: '' }],
    'activities/client.yaml',
    1,
    1,
    'Il manque « type »',
  ],
  [
    'two files of one id',
    [{ file: 'activities/fin.yaml', from: 'id: fin', to: 'id: client' }],
    'activities/fin.yaml',
    2,
    5,
    'déjà celui de activities/client.yaml',
  ],

  // images and elements
  [
    'a remote image',
    [{ file: 'deck.md', from: 'images/plan.png', to: 'https://ailleurs.example/plan.png' }],
    'deck.md',
    13,
    12,
    '« https://ailleurs.example/plan.png » est sur un autre site',
    'Copiez-la',
  ],
  [
    'a remote background',
    [{ file: 'deck.md', from: '![Le plan](images/plan.png)', to: '![bg left](//ailleurs.example/p.png)' }],
    'deck.md',
    13,
    12,
    'est sur un autre site',
  ],
  [
    'a remote image in a drawing',
    [
      {
        file: 'deck.md',
        from: '![Le plan](images/plan.png)',
        to: '<svg><image href="https://ailleurs.example/p.png"/></svg>',
      },
    ],
    'deck.md',
    13,
    19,
    'est sur un autre site',
  ],
  [
    'a remote image in a style',
    [
      {
        file: 'deck.md',
        from: '![Le plan](images/plan.png)',
        to: '<p style="background:url(https://ailleurs.example/p.png)">x</p>',
      },
    ],
    'deck.md',
    13,
    26,
    'est sur un autre site',
  ],
  [
    'a missing image',
    [{ file: 'deck.md', from: 'images/plan.png', to: 'images/plam.png' }],
    'deck.md',
    13,
    12,
    '« images/plam.png » n’existe pas',
  ],
  [
    'an image outside the folder',
    [{ file: 'deck.md', from: 'images/plan.png', to: '../../../../etc/plan.png' }],
    'deck.md',
    13,
    12,
    'n’existe pas dans le dossier',
  ],
  [
    'a file that is no image',
    [{ file: 'deck.md', from: 'images/plan.png', to: 'course.yaml' }],
    'deck.md',
    13,
    12,
    'n’est pas une image',
  ],
  [
    'a drawing with code',
    [
      { file: 'images/x.svg', to: '<svg><script>1</script></svg>' },
      { file: 'deck.md', from: 'images/plan.png', to: 'images/x.svg' },
    ],
    'deck.md',
    13,
    12,
    'contient du code',
  ],
  [
    'a missing image of the theme',
    [{ file: 'theme.css', to: '/* @theme estrade */\nsection { background: url(fond.png) }' }],
    'theme.css',
    2,
    27,
    '« fond.png » n’existe pas',
  ],
  [
    'a frame',
    [{ file: 'deck.md', from: 'Dire bonjour.', to: 'Dire.\n\n<iframe src="https://a.example"></iframe>\n' }],
    'deck.md',
    13,
    1,
    '<iframe> n’a pas sa place',
  ],
]

describe('a mistake', () => {
  it.each(CASES)('%s', async (_, edits, file, line, column, problem, remedy) => {
    const result = await loadCourse(await edited(edits))
    if (result.ok) throw new Error('The course was loaded all the same')
    const [first] = result.problems.filter((found) => found.problem.includes(problem))
    expect(first, JSON.stringify(result.problems, null, 1)).toMatchObject({ file, line, column })
    if (remedy) expect(first!.remedy).toContain(remedy)
    for (const found of result.problems) expect(found.remedy).not.toBe('')
    // One slip is one problem: nothing is blamed for what follows from it.
    expect(result.problems).toHaveLength(1)
  })

  it('in several places is told at once, in order', async () => {
    const result = await loadCourse(
      await edited([
        { file: 'course.yaml', from: 'langue: fr', to: 'langue: de' },
        { file: 'activities/client.yaml', from: 'choix: multiple', to: 'choix: x' },
        { file: 'deck.md', from: 'images/plan.png', to: 'https://ailleurs.example/plan.png' },
      ]),
    )
    expect(result.ok).toBe(false)
    if (!result.ok)
      expect(result.problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
        'activities/client.yaml:6',
        'course.yaml:4',
        'deck.md:13',
      ])
  })

  it('of a link out of the folder is refused', async () => {
    const folder = await edited([])
    await symlink('/etc', join(folder, 'images', 'dehors'))
    await writeFile(
      join(folder, 'deck.md'),
      (await readFile(join(folder, 'deck.md'), 'utf8')).replace('images/plan.png', 'images/dehors/plan.png'),
    )
    const result = await loadCourse(folder)
    expect(result.ok ? [] : result.problems.map((found) => found.problem)).toEqual([
      expect.stringContaining('n’existe pas dans le dossier'),
    ])
  })
})

describe('words', () => {
  it('knows every French word of an activity, without accents', () => {
    for (const word of KIND_OF_WORD.keys()) expect(word).toMatch(/^[a-z-]+$/)
    expect(nearest('sondge', [...KIND_OF_WORD.keys()])).toBe('sondage')
    expect(nearest('zzz', [...KIND_OF_WORD.keys()])).toBeUndefined()
  })
})
