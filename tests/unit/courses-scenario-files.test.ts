/** Mises en situation read from their files: what is right is taken as written, what is wrong is said with its place. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { loadCourse } from '#server/courses/load.ts'
import { type ScenarioDefinition, scenarioDefinition } from '#shared/activities/scenario/definition.ts'

const PETIT = fileURLToPath(new URL('../fixtures/courses/petit', import.meta.url))
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

const SOUND = `type: mise-en-situation
id: client
minutes: 5
titre: "Une facture"
nous-sommes-le: "17/11/2026"
contexte: "Déposez la facture."
acteurs:
  - { role: Client, nom: "Commune", siret: 00012345500016 }
documents:
  - { id: commande, titre: "Commande", fichier: documents/commande.md }
  - { id: note, titre: "Note", texte: "**À rappeler** : le service." }
etapes:
  - id: adresse
    titre: "Adresse"
    champs:
      - id: siret
        libelle: "SIRET"
        type: siret
        attendu: 00012345500016
        message: "Vérifiez le SIRET."
      - id: lignes
        libelle: "Lignes"
        type: lignes
        avant:
          - { libelle: "Cahiers", quantite: 60, prix: "6,80", taux: 20 }
      - id: ht
        libelle: "Montant HT"
        type: montant
        attendu: "408,00"
        message: "60 × 6,80 €."
        contrôles:
          - { total-lignes: { de: lignes, total: ht }, message: "Ce n’est pas le total des lignes.", montrer: tout-de-suite }
      - id: jour
        libelle: "Échéance"
        type: date
        attendu: "17/12/2026"
        contrôles:
          - { jours-après: { jour: "17/11/2026", jours: 30 }, message: "30 jours." }
gestes:
  - { id: enregistrer, libelle: "Enregistrer" }
  - { id: envoyer, libelle: "Valider et envoyer", envoie: oui }
dernier-geste: { geste: envoyer, message: "Ce n’est qu’un brouillon.", grave: oui }
statuts:
  - { id: brouillon, libelle: "Brouillon", modifiable: tout, gestes: [enregistrer, envoyer] }
  - { id: deposee, libelle: "Déposée" }
suites:
  - { geste: envoyer, de: brouillon, vers: deposee, si: juste, réponse: "Merci." }
erreurs-fréquentes:
  - { erreur: "Un autre SIRET", si: [{ champ: siret, valide: oui }, { justes: [siret], pas: oui }] }
  - { erreur: "Aller trop vite" }
retours: { réussi: "Oui.", partiel: "Presque.", à-reprendre: "Non." }
corrigé: "C’était la commune."
`

async function load(change: (yaml: string) => string, files: Record<string, string> = {}) {
  const folder = join(await mkdtemp(join(tmpdir(), 'estrade-scenario-')), 'petit')
  folders.push(dirname(folder))
  await cp(PETIT, folder, { recursive: true })
  await mkdir(join(folder, 'documents'))
  await writeFile(
    join(folder, 'documents/commande.md'),
    '# Commande\n\n| | |\n|---|---|\n| Service | SCOL-01 |\n',
  )
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  await writeFile(join(folder, 'activities/client.yaml'), change(SOUND))
  return loadCourse(folder)
}

describe('a sound file', () => {
  it('gives an exercise whose codes keep their zeros, quoted or not', async () => {
    const loaded = await load((yaml) => yaml)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    const exercise: ScenarioDefinition = scenarioDefinition.parse(loaded.course.activities.client)
    expect(exercise.actors[0]!.siret).toBe('00012345500016')
    expect(exercise.model.values).toMatchObject({ siret: '00012345500016', ht: '408,00' })
    expect(exercise.today).toBe('2026-11-17')
    expect(exercise.checks.map(({ id, show, critical }) => [id, show, critical])).toEqual([
      ['siret', 'on-submission', false],
      ['ht', 'on-submission', false],
      ['ht-2', 'at-once', false],
      ['jour', 'on-submission', false],
      ['dernier-geste', 'on-submission', true],
    ])
    expect(exercise.mistakes.map(({ when }) => when?.length)).toEqual([2, undefined])
  })

  it('gives documents as safe HTML, pairs without an empty head', async () => {
    const loaded = await load((yaml) => yaml, {
      'documents/commande.md':
        '# C\n\n<script>alert(1)</script>\n\n| | |\n|---|---:|\n| HT | 1 |\n\n[x](javascript:alert(1))',
    })
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    const { documents } = loaded.course.activities.client as unknown as ScenarioDefinition
    const [commande, note] = documents
    expect(commande!.html).toContain(
      '<th scope="row">HT</th><td class="num">1</td>'.replace('><td', '>\n<td'),
    )
    expect(commande!.html).not.toMatch(/<script|<thead|href|onerror/)
    expect(note!.html).toContain('<strong>À rappeler</strong>')
  })

  it('serves a PDF and an image by the hash of what they hold', async () => {
    const loaded = await load(
      (yaml) =>
        yaml
          .replace('fichier: documents/commande.md', 'fichier: documents/f.pdf')
          .replace(
            'texte: "**À rappeler** : le service."',
            'fichier: documents/p.png, description: "Un bon signé."',
          ),
      { 'documents/f.pdf': '%PDF-1.7\n', 'documents/p.png': 'png' },
    )
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    const { documents } = loaded.course.activities.client as unknown as ScenarioDefinition
    expect(documents.map(({ type }) => type)).toEqual(['pdf', 'image'])
    for (const { file } of documents) expect(loaded.files[file!]).toBeDefined()
  })
})

/** What is written wrong, the text where the mistake is reported, what it says and what would be right. */
const WRONG: [string, [RegExp | string, string], string, RegExp, RegExp][] = [
  [
    'unknown type of field',
    ['type: siret', 'type: sirte'],
    'sirte',
    /« sirte » ne convient pas/,
    /siret, tva, iban/,
  ],
  [
    'unknown word',
    ['message: "60', 'mesage: "60'],
    'mesage',
    /« mesage » n’est pas un mot connu/,
    /« message »/,
  ],
  [
    'check on a missing field',
    ['{ de: lignes,', '{ de: ligne,'],
    'ligne, total',
    /« ligne » n’existe pas/,
    /« lignes »/,
  ],
  [
    'condition on a missing field',
    ['{ champ: siret, valide', '{ champ: sirett, valide'],
    'sirett',
    /« sirett » n’existe pas/,
    /« siret »/,
  ],
  [
    'condition on a missing check',
    ['{ justes: [siret]', '{ justes: [ttc]'],
    'ttc',
    /Le contrôle « ttc »/,
    /siret, ht/,
  ],
  ['unknown objective', ['minutes: 5', 'minutes: 5\nobjectif: o9'], 'o9', /« o9 » n’existe pas/, /o1/],
  [
    'unknown objective of a check',
    ['message: "Vérifiez', 'objectif: o9\n        message: "Vérifiez'],
    'o9',
    /« o9 » n’existe pas/,
    /o1/,
  ],
  [
    'amounts that do not add up',
    ['attendu: "408,00"', 'attendu: "407,00"'],
    '"407,00"',
    /Les montants ne tombent pas juste.*408,00/,
    /Corrigez « attendu »/,
  ],
  [
    'model answer that fails its check',
    ['attendu: "17/12/2026"', 'attendu: "18/12/2026"'],
    '"18/12/2026"',
    /ne passe pas le contrôle « jour »/,
    /Corrigez/,
  ],
  [
    'model answer of a wrong key',
    ['attendu: 00012345500016', 'attendu: "21000421400017"'],
    '"21000421400017"',
    /La clé de ce SIRET/,
    /Corrigez/,
  ],
  [
    'a day that does not exist',
    ['nous-sommes-le: "17/11/2026"', 'nous-sommes-le: "31/11/2026"'],
    '"31/11/2026"',
    /n’est pas un jour du calendrier/,
    /17\/11\/2026/,
  ],
  [
    'a day that does not exist in a rule',
    ['jour: "17/11/2026"', 'jour: "30/02/2026"'],
    '"30/02/2026"',
    /n’est pas un jour du calendrier/,
    /17\/11\/2026/,
  ],
  [
    'unknown step of the way',
    ['vers: deposee', 'vers: déposée'],
    'déposée',
    /Le statut « déposée » n’existe pas/,
    /deposee/,
  ],
  [
    'unknown gesture',
    ['gestes: [enregistrer, envoyer]', 'gestes: [enregistrer, partir]'],
    'partir',
    /Le geste « partir »/,
    /envoyer/,
  ],
  [
    'unknown role',
    ['titre: "Adresse"', 'titre: "Adresse"\n    role: moe'],
    'moe',
    /Le rôle « moe »/,
    /Retirez|rôle/,
  ],
  ['nothing that sends', [', envoie: oui', ''], '- { id: enregistrer', /Aucun geste n’envoie/, /envoie: oui/],
  [
    'missing document',
    ['documents/commande.md', 'documents/comande.md'],
    'documents/comande.md',
    /n’existe pas/,
    /Vérifiez son nom/,
  ],
  [
    'document of an unknown type',
    ['documents/commande.md', 'documents/commande.docx'],
    'documents/commande.docx',
    /type connu/,
    /Markdown/,
  ],
  [
    'rule without a field',
    ['{ champ: siret, valide: oui }', '{ valide: oui }'],
    '{ valide',
    /Une condition parle/,
    /champ: siret/,
  ],
  [
    'two rules on a line',
    ['{ champ: siret, valide: oui }', '{ champ: siret, valide: oui, rempli: oui }'],
    'oui }',
    /même ligne/,
    /Une règle par ligne/,
  ],
  ['choice without options', ['type: siret', 'type: choix'], 'id: siret', /Il manque « options »/, /A1/],
  ['identifier taken twice', ['id: jour', 'id: ht'], 'ht', /déjà pris/, /autre identifiant/],
  ['missing model', ['corrigé: "C’était la commune."\n', ''], 'type:', /Il manque « corrige »/, /corrigé/],
]

describe('a file with a mistake', () => {
  it.each(WRONG)('%s', async (name, [from, to], at, problem, remedy) => {
    const written = SOUND.replace(from, to)
    expect(written, name).not.toBe(SOUND)
    const loaded = await load(() => written)
    expect(loaded.ok).toBe(false)
    if (loaded.ok) return
    const found = loaded.problems.find((one) => problem.test(one.problem))
    expect(found, JSON.stringify(loaded.problems)).toBeDefined()
    expect(found!.remedy).toMatch(remedy)
    expect(found!.file).toBe('activities/client.yaml')
    const line = written.split('\n')[found!.line - 1]!
    expect(line.slice(found!.column - 1), `line ${found!.line}, column ${found!.column}`).toContain(at)
  })
})
