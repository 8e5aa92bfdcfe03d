/** The seven mises en situation of the reference course: right copies, usual mistakes, empty forms. */
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadCourse } from '#server/courses/load.ts'
import {
  type FieldValue,
  type ScenarioDefinition,
  scenarioDefinition,
} from '#shared/activities/scenario/definition.ts'
import { read } from '#shared/activities/scenario/fields/index.ts'
import { scenario } from '#shared/activities/scenario/kind.ts'
import type { State } from '#shared/activities/scenario/state.ts'
import type { ScenarioCommand, ScenarioMine } from '#shared/activities/scenario/work.ts'
import { isRejection } from '#shared/types.ts'

const COURSE = fileURLToPath(new URL('../../slides/chorus-pro', import.meta.url))
const IDS = ['ms1', 'ms2', 'ms3', 'ms4', 'ms5', 'ms6', 'ms7']
const exercises: Record<string, ScenarioDefinition> = {}
let minutes = 0

beforeAll(async () => {
  const loaded = await loadCourse(COURSE)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  for (const id of IDS) exercises[id] = scenarioDefinition.parse(loaded.course.activities[id])
  minutes = loaded.course.plan.reduce((sum, item) => sum + item.minutes, 0)
}, 60_000)

type Values = Record<string, FieldValue>

/** One copy, played by everybody who holds a role in it. */
function copyOf(definition: ScenarioDefinition) {
  let state: State = scenario.start(definition)
  let at = 1000
  const take = (events: ReturnType<typeof scenario.decide>, by: string) => {
    if (isRejection(events)) return events
    for (const event of events) state = scenario.evolve(state, { ...event, by, at: ++at })
    return undefined
  }
  const roles = definition.roles.map(({ id }) => id)
  const people = roles.length > 0 ? roles.map((role) => `p-${role}`) : ['p-seule']
  if (roles.length > 0)
    take(
      [{ type: 'cast', copies: { c1: Object.fromEntries(roles.map((role) => [`p-${role}`, [role]])) } }],
      'p-formatrice',
    )
  const mine = (by: string): ScenarioMine => scenario.mine(state, definition, 'open', by)
  const holder = () => people.find((by) => (mine(by).copy?.actions.length ?? 0) > 0) ?? people[0]!
  const does = (by: string, command: ScenarioCommand) =>
    take(
      scenario.decide(state, command, {
        now: at,
        by,
        role: 'participant',
        phase: 'open',
        people,
        late: false,
        definition,
      }),
      by,
    )
  return {
    holder,
    mine,
    /** Writes what may be written now; the rest waits for its turn. */
    write(values: Values) {
      const by = holder()
      const { editable, values: stored } = mine(by).copy!
      const fields = Object.fromEntries(
        Object.entries(values)
          .filter(([id]) => editable.includes(id))
          .map(([id, value]) => [id, { value, base: stored[id]?.v ?? 0 }]),
      )
      return does(by, { type: 'write', fields })
    },
    act: (action: string) => does(holder(), { type: 'act', action }),
    trainer: () => Object.values(scenario.trainer(state, definition, 'open').copies)[0]!,
    last: () => Object.values(Object.values(state.copies)[0]!.attempts).at(-1),
  }
}

/** The gestures that lead a right copy to its end. */
const WAYS: Record<string, string[]> = {
  ms1: ['envoyer'],
  ms2: ['envoyer'],
  ms3: ['envoyer'],
  ms4: ['traiter', 'envoyer'],
  ms5: ['deposer-a', 'deposer-b', 'decider'],
  ms6: ['deposer-a4', 'deposer-a15', 'transmettre'],
  ms7: ['envoyer'],
}
const ENDS: Record<string, string> = {
  ms1: 'Mise à disposition du destinataire',
  ms2: 'Mise à disposition du destinataire',
  ms3: 'Complétée',
  ms4: 'Mise à disposition du destinataire',
  ms5: 'Validée',
  ms6: 'Transmise au service financier',
  ms7: 'Ticket en cours',
}

function playModel(id: string) {
  const definition = exercises[id]!
  const copy = copyOf(definition)
  for (const action of WAYS[id]!) {
    copy.write(definition.model.values)
    expect(copy.act(action)).toBeUndefined()
  }
  return copy
}

test('the plan still lasts seven hours', () => expect(minutes).toBeCloseTo(420))

describe.each(IDS)('%s', (id) => {
  test('its model answer passes every check and reaches the end of its way', () => {
    const copy = playModel(id)
    expect(copy.last()).toMatchObject({ verdict: 'done', wrong: [] })
    const { state, status, results, mistakes } = copy.trainer()
    expect({ state, status: status.label, mistakes }).toEqual({
      state: 'submitted',
      status: ENDS[id],
      mistakes: {},
    })
    expect(Object.values(results).filter(({ ok }) => !ok)).toEqual([])
  })

  test('says every number as it was written: zeros at the head too', () => {
    const { actors } = exercises[id]!
    for (const { siret, vat, iban } of actors) {
      expect(siret).toMatch(/^\d{14}$/)
      expect(read({ type: 'siret' }, siret).problem).toBeUndefined()
      expect(read({ type: 'vat' }, vat).problem).toBeUndefined()
      expect(read({ type: 'iban' }, iban).problem).toBeUndefined()
    }
  })

  test('an empty form is refused, or sent and judged, never taken for right', () => {
    const copy = copyOf(exercises[id]!)
    const refused = copy.act(WAYS[id]!.at(0)!)
    if (refused) expect(refused.code).toBe('invalid')
    // A gesture that does not send (« traiter le rejet ») is answered, and nothing has left.
    else expect(['again', undefined]).toContain(copy.last()?.verdict)
    expect(copy.mine(copy.holder()).copy!.state).not.toBe('submitted')
  })

  test('keeps three levels of feedback and a comment on the model answer', () => {
    const { feedback, model } = exercises[id]!
    expect(new Set(Object.values(feedback)).size).toBe(3)
    expect(model.comment.length).toBeGreaterThan(40)
  })
})

/** Each usual mistake as somebody makes it: what they write, and what they do. */
const MISTAKES: [string, string, Values, string?][] = [
  ['ms1', 'Mettre son propre SIRET dans le destinataire', { destinataire: '000 123 455 00016' }],
  ['ms1', 'Choisir CULT-03, service fermé', { service: 'CULT-03' }],
  ['ms1', 'Appliquer 20 % à tout (429,60 € de TVA)', { 'tva-20': '429,6' }],
  ['ms1', 'Oublier l’engagement', { engagement: '' }, 'envoyer'],
  ['ms1', 'S’arrêter à « Enregistrer »', {}, 'enregistrer'],
  ['ms2', 'Créer une seconde facture', {}, 'nouvelle'],
  ['ms2', 'Ajouter une pièce jointe au lieu de corriger', { diagnostic: 'Pièce justificative manquante' }],
  ['ms2', 'Corriger le SIRET au hasard', { destinataire: '21000421400016' }],
  ['ms2', 'Ne pas lire le commentaire', { service: 'RESTO' }, 'envoyer'],
  ['ms3', 'Ajouter 16 jours au lieu de 30', { 'date-limite': '7/11/2026' }],
  ['ms3', 'Joindre le menu', { piece: ['menu.jpg'] }],
  ['ms3', 'Refaire une facture', {}, 'refaire'],
  ['ms3', 'Renvoyer sans commentaire', { commentaire: '' }, 'envoyer'],
  ['ms4', 'Renvoyer ISP-26-0312 avec le bon montant', { numero: 'ISP-26-0312' }],
  ['ms4', 'Confondre l’ancien HT et le nouveau TTC (tous deux 4 920,00 €)', { ht: '4 920,00 €' }],
  ['ms4', 'Déposer un avoir de 2 unités dans Chorus Pro', { 'etape-3': 'Déposer un avoir de 2 unités' }],
  ['ms4', 'Acquitter sans traiter', { 'etape-2': 'Déposer une nouvelle facture', 'etape-3': '' }],
  ['ms5', 'Mettre la collectivité en valideur', { 'a-valideur': '24000450700010' }],
  ['ms5', 'Déposer la sous-traitance en A1', { 'a-cadre': 'A1' }],
  [
    'ms5',
    'Laisser passer 15 jours en pensant que le silence bloque la facture',
    { decision: 'Ne rien faire, pour bloquer la facture' },
  ],
  ['ms5', 'Confondre sous-traitant et cotraitant', { 'b-cadre': 'A9' }],
  ['ms6', 'Refuser le projet de décompte', { 'moe-decision': 'Refuser le projet de décompte' }],
  ['ms6', 'Facturer le cumul au lieu du mois', { 't-mois': '92350' }],
  ['ms6', 'Calculer la retenue sur le HT', { retenue: '1 327,50' }],
  ['ms6', 'Oublier le cumul précédent', { 'mois-admis': '87 750' }],
  ['ms7', 'Écrire au support technique', { canal: 'Ticket au support' }],
  [
    'ms7',
    '« Ma facture n’est pas payée » sans numéro',
    { message: 'Ma facture n’est pas payée.' },
    'envoyer',
  ],
  ['ms7', 'Menacer avant de demander', { message: 'Payez, ou je vais au tribunal.' }],
]

describe('usual mistakes', () => {
  test.each(MISTAKES)('%s: %s', (id, text, wrong, action) => {
    const definition = exercises[id]!
    const copy = copyOf(definition)
    const made = definition.mistakes.find((one) => one.text === text)
    expect(made?.when, text).toBeDefined()
    const values = { ...definition.model.values, ...wrong }
    const steps =
      action === undefined ? [...WAYS[id]!.slice(0, -1), undefined] : [...WAYS[id]!.slice(0, -1), action]
    for (const step of steps) {
      copy.write(values)
      if (copy.trainer().mistakes[made!.id] !== undefined) break
      if (step !== undefined) expect(copy.act(step)).toBeUndefined()
    }
    expect(copy.trainer().mistakes).toMatchObject({ [made!.id]: made!.message })
  })

  test('every one that can be decided is in this list; the others are notes for the trainer', () => {
    const decided = IDS.flatMap((id) =>
      exercises[id]!.mistakes.filter(({ when }) => when).map(({ text }) => `${id} ${text}`),
    )
    expect(decided.sort()).toEqual(MISTAKES.map(([id, text]) => `${id} ${text}`).sort())
    expect(
      IDS.flatMap((id) => exercises[id]!.mistakes.filter(({ when }) => !when).map(({ text }) => text)),
    ).toEqual(['Déposer les honoraires du MOE en A15'])
  })
})

describe('things that come back let change only what their status allows', () => {
  test.each([
    ['ms2', 'À recycler', { numero: 'NS-2026-1109' }],
    ['ms3', 'Suspendue', { ttc: '1 700,00' }],
    ['ms4', 'Rejetée', { numero: 'ISP-26-0347' }],
  ] as [string, string, Values][])('%s, « %s »', (id, status, forbidden) => {
    const copy = copyOf(exercises[id]!)
    const by = copy.holder()
    expect(copy.mine(by).copy!.status.label).toBe(status)
    const [field] = Object.keys(forbidden)
    expect(copy.mine(by).copy!.editable).not.toContain(field)
  })

  test('a routing error comes back « À recycler », a missing piece « Suspendue »', () => {
    const { values } = exercises.ms1!.model
    const routed = copyOf(exercises.ms1!)
    routed.write({ ...values, service: 'CULT-03' })
    routed.act('envoyer')
    expect(routed.trainer()).toMatchObject({ state: 'returned', status: { label: 'À recycler' } })
    expect(routed.mine(routed.holder()).copy!.editable).toEqual(['destinataire', 'service', 'engagement'])
    routed.write({ service: 'SCOL-01' })
    routed.act('envoyer')
    expect(routed.trainer()).toMatchObject({ state: 'submitted', verdict: 'done' })

    const bare = copyOf(exercises.ms1!)
    bare.write({ ...values, pieces: ['facture_FA-2026-0417.pdf'] })
    bare.act('envoyer')
    expect(bare.trainer().status.label).toBe('Suspendue')
    expect(bare.mine(bare.holder()).copy!.editable).toEqual(['pieces'])
  })
})
