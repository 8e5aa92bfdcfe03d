/** How authors write a mise en situation. */
import type { Check, Condition, Field, ScenarioDefinition } from '#shared/activities/scenario/definition.ts'
import { unknownObjective } from '../../words.ts'
import type { Path } from '../../yaml.ts'
import type { BodyReporter, KindReader, ReadContext } from '../reader.ts'
import { body, hints, type ScenarioBody, type WrittenField } from './body.ts'
import { checkIds, checkModel, checkPaths, type Places } from './coherence.ts'
import { documentsOf } from './documents.ts'
import { checkValue, fieldOf } from './fields.ts'
import { conditionsOf, dayAt, formValue, type Names, ruleOf, unknownName } from './rules.ts'

const SHOWN = { 'tout-de-suite': 'at-once', 'a-l-envoi': 'on-submission', formateur: 'trainer' } as const

type Entry = { written: WrittenField; path: Path }

const entriesOf = ({ etapes }: ScenarioBody): Entry[] =>
  etapes.flatMap(({ champs }, i) =>
    champs.map((written, j) => ({ written, path: ['etapes', i, 'champs', j] as Path })),
  )

export const scenarioReader: KindReader<typeof body, ScenarioDefinition> = {
  kind: 'scenario',
  body,
  hints,
  read(written, report, context) {
    let sound = true
    const refuse: BodyReporter = (...mistake) => {
      sound = false
      report(...mistake)
    }
    checkIds(written, refuse)
    const today = dayAt(written['nous-sommes-le'], ['nous-sommes-le'], refuse)
    const fields = readFields(written, refuse)
    if (!sound || !today) return undefined
    const names: Names = {
      fields,
      actions: written.gestes.map(({ id }) => id),
      checks: checkIdsOf(written),
      refuse,
    }
    checkPaths(written, names)
    const { checks, places } = readChecks(written, names, context)
    const values = modelValues(written, fields, refuse)
    const documents = documentsOf(written, refuse, context)
    const definition = { ...assembled(written, names, today, checks, values), documents }
    if (!sound) return undefined
    checkModel(definition, places, refuse)
    return sound ? definition : undefined
  },
}

function readFields(written: ScenarioBody, refuse: BodyReporter): Map<string, Field> {
  const fields = new Map<string, Field>()
  for (const [i, step] of written.etapes.entries()) {
    for (const [j, one] of step.champs.entries()) {
      const path = ['etapes', i, 'champs', j]
      const field = fieldOf(one, step.id, path, refuse)
      if (!field) continue
      fields.set(field.id, field)
      if (field.before !== undefined) checkValue(field, field.before, [...path, 'avant'], refuse)
    }
  }
  return fields
}

type WrittenCheck = Pick<WrittenField, 'message' | 'precision' | 'objectif' | 'grave' | 'quand' | 'montrer'>

/** Identifiers of the checks: the field's own, then `siret-2`, `siret-3`…, or as their author names them. */
const idOfCheck = (field: string, named: string | undefined, n: number): string =>
  named ?? (n === 0 ? field : `${field}-${n + 1}`)

/** A field's `attendu` with a `message` is a check of its own, before those of `controles`. */
const ownCheck = ({ attendu, message }: WrittenField): boolean =>
  attendu !== undefined && message !== undefined

function checkIdsOf(written: ScenarioBody): string[] {
  const ofFields = entriesOf(written).flatMap(({ written: field }) => {
    const first = ownCheck(field) ? 1 : 0
    return [
      ...(first ? [field.id] : []),
      ...field.controles.map(({ id }, n) => idOfCheck(field.id, id, n + first)),
    ]
  })
  return written['dernier-geste'] ? [...ofFields, LAST] : ofFields
}

/** The check of the final action. */
const LAST = 'dernier-geste'

function readChecks(
  written: ScenarioBody,
  names: Names,
  { objectives }: ReadContext,
): { checks: Check[]; places: Places } {
  const { refuse } = names
  const checks: Check[] = []
  const places: Places = { fields: new Map(), checks: new Map() }
  const add = (id: string, one: WrittenCheck, path: Path, what: Partial<Check>) => {
    if (checks.some((other) => other.id === id))
      refuse(path, `Deux contrôles s’appellent « ${id} »`, 'Donnez un « id » à l’un des deux.')
    if (one.message === undefined)
      refuse(path, 'Il manque le message de ce contrôle', 'Écrivez ce que lira la personne : message: "…".')
    if (one.objectif !== undefined && objectives && !objectives.includes(one.objectif))
      refuse([...path, 'objectif'], ...unknownObjective(one.objectif, objectives))
    places.checks.set(id, path)
    checks.push({
      id,
      message: one.message ?? '',
      ...(one.precision !== undefined && { expected: one.precision }),
      ...(one.objectif !== undefined && { objective: one.objectif }),
      critical: one.grave,
      when: conditionsOf(one.quand, [...path, 'quand'], { ...names, checks: [] }),
      show: SHOWN[one.montrer],
      ...what,
    })
  }
  for (const { written: one, path } of entriesOf(written)) {
    places.fields.set(one.id, one.attendu === undefined ? path : [...path, 'attendu'])
    const first = ownCheck(one) ? 1 : 0
    if (first)
      add(one.id, one, path, { field: one.id, rule: { type: 'equals', value: formValue(one.attendu!) } })
    else if (one.message !== undefined)
      refuse(
        [...path, 'message'],
        'Ce message n’a pas de règle',
        'Ajoutez « attendu: "…" », ou mettez-le dans « contrôles ».',
      )
    for (const [
      n,
      { id, message, precision, objectif, grave, quand, montrer, ...rule },
    ] of one.controles.entries()) {
      const at = [...path, 'controles', n]
      const made = ruleOf(rule, one.id, at, names)
      if (!made) continue
      const check = { message, precision, objectif, grave, quand, montrer }
      add(idOfCheck(one.id, id, n + first), check, at, { field: one.id, rule: made })
    }
  }
  const last = written['dernier-geste']
  if (last) {
    if (!names.actions.includes(last.geste))
      refuse([LAST, 'geste'], ...unknownName('Le geste', last.geste, names.actions))
    add(LAST, last, [LAST], { action: last.geste })
  }
  if (checks.length === 0)
    refuse([], 'Cet exercice ne contrôle rien', 'Donnez à un champ « attendu » et « message ».')
  return { checks, places }
}

/** What a right copy holds: `attendu`, else what stands there from the start. */
function modelValues(
  written: ScenarioBody,
  fields: Map<string, Field>,
  refuse: BodyReporter,
): ScenarioDefinition['model']['values'] {
  const values: ScenarioDefinition['model']['values'] = {}
  for (const { written: one, path } of entriesOf(written)) {
    const value = one.attendu ?? one.avant
    if (value === undefined) continue
    values[one.id] = formValue(value)
    if (one.attendu !== undefined)
      checkValue(fields.get(one.id)!, values[one.id]!, [...path, 'attendu'], refuse)
  }
  return values
}

/** The gestures of a right copy: each role passes on, then it is sent. */
function modelActions({ gestes, 'dernier-geste': last }: ScenarioBody): string[] {
  const passing = gestes.filter((geste) => geste['passe-a'] !== undefined).map(({ id }) => id)
  const sending = last?.geste ?? gestes.find(({ envoie }) => envoie)?.id
  return [...passing, ...(sending === undefined ? [] : [sending])]
}

function assembled(
  written: ScenarioBody,
  names: Names,
  today: string,
  checks: Check[],
  values: ScenarioDefinition['model']['values'],
): Omit<ScenarioDefinition, 'documents'> {
  const conditions = (list: Parameters<typeof conditionsOf>[0], path: Path): Condition[] =>
    conditionsOf(list, path, names)
  return {
    kind: 'scenario',
    title: written.titre,
    context: written.contexte,
    ...(written.consigne !== undefined && { task: written.consigne }),
    today,
    fictitious: written.fictif,
    ...(written.objectif !== undefined && { objective: written.objectif }),
    ...(written.secondes !== undefined && { seconds: written.secondes }),
    actors: written.acteurs.map(({ role, nom, siret, tva, iban, adresse }) => ({
      role,
      name: nom,
      ...(siret !== undefined && { siret }),
      ...(tva !== undefined && { vat: tva }),
      ...(iban !== undefined && { iban }),
      ...(adresse !== undefined && { address: adresse }),
    })),
    roles: (written.roles ?? []).map(({ id, titre, mission }) => ({ id, title: titre, brief: mission })),
    casting: written['roles-donnes'] === 'tires' ? 'drawn' : 'chosen',
    steps: written.etapes.map(({ id, titre, role }) => ({
      id,
      title: titre,
      ...(role !== undefined && { role }),
    })),
    fields: [...names.fields.values()],
    checks,
    actions: written.gestes.map((geste) => ({
      id: geste.id,
      label: geste.libelle,
      sends: geste.envoie,
      ...(geste['passe-a'] !== undefined && { passTo: geste['passe-a'] }),
    })),
    start: written.statuts[0]!.id,
    statuses: written.statuts.map(({ id, libelle, modifiable, gestes }) => ({
      id,
      label: libelle,
      editable: modifiable === 'tout' ? 'all' : modifiable === 'rien' ? [] : modifiable,
      actions: gestes,
    })),
    moves: written.suites.map(({ geste, de, vers, si, quand, reponse }, i) => ({
      action: geste,
      from: de,
      to: vers,
      when: conditions(quand, ['suites', i, 'quand']),
      ...(si !== undefined && { if: si === 'juste' ? ('right' as const) : ('wrong' as const) }),
      ...(reponse !== undefined && { reply: reponse }),
    })),
    mistakes: written['erreurs-frequentes'].map(({ erreur, message, si }, i) => ({
      id: `m${i + 1}`,
      text: erreur,
      ...(message !== undefined && { message }),
      ...(si !== undefined && { when: conditions(si, ['erreurs-frequentes', i, 'si']) }),
    })),
    feedback: {
      done: written.retours.reussi,
      partial: written.retours.partiel,
      again: written.retours['a-reprendre'],
    },
    model: { values, actions: modelActions(written), comment: written.corrige },
  }
}
