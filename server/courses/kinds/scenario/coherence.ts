/** What must agree inside one mise en situation: its names, its ways from status to status, its own model answer. */
import type { ScenarioDefinition } from '#shared/activities/scenario/definition.ts'
import { computed, resultsOf } from '#shared/activities/scenario/evaluate.ts'
import { read, show, showMoney } from '#shared/activities/scenario/fields/index.ts'
import { IDENTIFIER, IDENTIFIER_REMEDY } from '../../course-file.ts'
import type { Path } from '../../yaml.ts'
import type { BodyReporter } from '../reader.ts'
import type { ScenarioBody } from './body.ts'
import { knownField, type Names, unknownName } from './rules.ts'

/** Where each field (what is expected in it, if it says so) and each check is written. */
export type Places = { fields: Map<string, Path>; checks: Map<string, Path> }

type Named = { id: string; path: Path }

/** Identifiers: well formed, and each once in its list. */
export function checkIds(written: ScenarioBody, refuse: BodyReporter): void {
  const list = (ids: readonly { id: string }[], ...path: Path): Named[] =>
    ids.map(({ id }, i) => ({ id, path: [...path, i, 'id'] }))
  const lists: Named[][] = [
    list(written.etapes, 'etapes'),
    written.etapes.flatMap(({ champs }, i) => list(champs, 'etapes', i, 'champs')),
    list(written.gestes, 'gestes'),
    list(written.statuts, 'statuts'),
    list(written.roles ?? [], 'roles'),
    list(written.documents, 'documents'),
  ]
  for (const named of lists) {
    const seen = new Set<string>()
    for (const { id, path } of named) {
      if (!IDENTIFIER.test(id)) refuse(path, `« ${id} » ne peut pas être un identifiant`, IDENTIFIER_REMEDY)
      if (seen.has(id))
        refuse(
          path,
          `L’identifiant « ${id} » est déjà pris dans cet exercice`,
          'Donnez-lui un autre identifiant.',
        )
      seen.add(id)
    }
  }
}

/** Steps, roles, gestures and statuses name things that exist. */
export function checkPaths(written: ScenarioBody, names: Names): void {
  const { refuse, actions } = names
  const statuses = written.statuts.map(({ id }) => id)
  const roles = (written.roles ?? []).map(({ id }) => id)
  const within = (what: string, known: readonly string[], id: string | undefined, path: Path) => {
    if (id !== undefined && !known.includes(id)) refuse(path, ...unknownName(what, id, known))
  }
  for (const [i, { role }] of written.etapes.entries()) within('Le rôle', roles, role, ['etapes', i, 'role'])
  for (const [i, geste] of written.gestes.entries())
    within('Le rôle', roles, geste['passe-a'], ['gestes', i, 'passe-a'])
  for (const [i, { modifiable, gestes }] of written.statuts.entries()) {
    for (const [j, id] of gestes.entries()) within('Le geste', actions, id, ['statuts', i, 'gestes', j])
    if (Array.isArray(modifiable))
      for (const [j, id] of modifiable.entries()) knownField(id, ['statuts', i, 'modifiable', j], names)
  }
  for (const [i, { geste, de, vers }] of written.suites.entries()) {
    within('Le geste', actions, geste, ['suites', i, 'geste'])
    within('Le statut', statuses, de, ['suites', i, 'de'])
    within('Le statut', statuses, vers, ['suites', i, 'vers'])
  }
  const sends = written.gestes.filter(({ envoie }) => envoie).map(({ id }) => id)
  if (sends.length === 0)
    refuse(['gestes'], 'Aucun geste n’envoie le travail', 'Ajoutez « envoie: oui » au geste qui envoie.')
  const [start] = written.statuts
  if (start && start.gestes.length === 0)
    refuse(
      ['statuts', 0],
      `Rien ne peut être fait au statut de départ « ${start.id} »`,
      'Ajoutez-lui « gestes: [envoyer] ».',
    )
}

/** The model answer must pass every check of its own exercise. */
export function checkModel(definition: ScenarioDefinition, places: Places, refuse: BodyReporter): void {
  const { values, actions } = definition.model
  const sheet = { values, action: actions.at(-1) }
  const results = resultsOf(definition, sheet)
  for (const check of definition.checks) {
    if (results[check.id]?.ok !== false) continue
    const path = places.checks.get(check.id) ?? []
    const field = definition.fields.find(({ id }) => id === check.field)
    if (!field || !check.rule) {
      refuse(path, 'Le corrigé ne fait pas ce geste', `Le corrigé finit par « ${actions.at(-1)} ».`)
      continue
    }
    const at = places.fields.get(field.id) ?? path
    const value = values[field.id]
    const asked = computed(check.rule, definition, sheet)
    if (read(field, value).empty)
      refuse(
        at,
        `Le corrigé laisse « ${field.label} » vide, et un contrôle en a besoin`,
        'Ajoutez « attendu: "…" ».',
      )
    else if (asked !== undefined)
      refuse(
        at,
        `Les montants ne tombent pas juste : « ${field.label} » vaut ${show(field, value)}, le calcul donne ${showMoney(asked)}`,
        'Corrigez « attendu », ou les montants du calcul.',
      )
    else
      refuse(
        at,
        `Le corrigé ne passe pas le contrôle « ${check.id} » : ${show(field, value)}`,
        'Corrigez « attendu », ou la règle de ce contrôle.',
      )
  }
  for (const field of definition.fields)
    if (field.required && read(field, values[field.id]).empty)
      refuse(
        places.fields.get(field.id) ?? [],
        `« ${field.label} » est obligatoire et le corrigé le laisse vide`,
        'Ajoutez « attendu: "…" », ou retirez « obligatoire ».',
      )
}
