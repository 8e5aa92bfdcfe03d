/** A short mise en situation with something secret in each of its parts, for the property suites. */
import type { ScenarioDefinition } from '#shared/activities/scenario/definition.ts'

type Check = ScenarioDefinition['checks'][number]
const check = (id: string, field: string, value: string, show: Check['show']): Check => ({
  id,
  field,
  rule: { type: 'equals', value },
  message: `message ${id}`,
  expected: `attendu ${id}`,
  objective: 'o1',
  critical: id === 'cadre',
  when: [],
  show,
})

const field = { required: false, hints: [], step: 's1' }

/** One short form; `alone`: nobody shares a copy. `hidden`: nothing is put on the stage. */
export const secretForm = (alone: boolean, hidden: boolean, needed: boolean): ScenarioDefinition => ({
  kind: 'scenario',
  title: 'Exercice',
  context: 'Une facture.',
  today: '2026-11-17',
  fictitious: !hidden,
  actors: [],
  roles: alone
    ? []
    : [
        { id: 'depose', title: 'Dépose', brief: 'mission depose' },
        { id: 'valide', title: 'Valide', brief: 'mission valide' },
      ],
  casting: 'drawn',
  documents: [
    { id: 'pour-tous', title: 'Commande', type: 'markdown', html: '<p>commande</p>', roles: [] },
    ...(alone
      ? []
      : [
          {
            id: 'pour-un',
            title: 'Réservé',
            type: 'markdown' as const,
            html: 'document valide',
            roles: ['valide'],
          },
        ]),
  ],
  steps: [
    { id: 's1', title: 'Facture', ...(!alone && { role: 'depose' }) },
    { id: 's2', title: 'Décision', ...(!alone && { role: 'valide' }) },
  ],
  fields: [
    { ...field, id: 'cadre', label: 'Cadre', type: 'identifier', max: 20, hints: ['indice 1', 'indice 2'] },
    { ...field, id: 'ht', label: 'HT', type: 'money', required: needed },
    { ...field, id: 'note', label: 'Note', type: 'text', max: 60, before: 'au départ' },
    { ...field, id: 'decision', label: 'Décision', type: 'text', max: 60, step: 's2' },
  ],
  checks: [
    check('cadre', 'cadre', 'A1', 'on-submission'),
    check('ht', 'ht', '10', 'at-once'),
    check('secret', 'note', 'rien', 'trainer'),
  ],
  actions: [
    { id: 'garder', label: 'Enregistrer', sends: false },
    ...(alone ? [] : [{ id: 'passer', label: 'Passer', sends: false, passTo: 'valide' }]),
    { id: 'envoyer', label: 'Envoyer', sends: true },
  ],
  start: 'brouillon',
  statuses: [
    {
      id: 'brouillon',
      label: 'Brouillon',
      editable: 'all',
      actions: ['garder', ...(alone ? [] : ['passer']), 'envoyer'],
    },
    { id: 'a-recycler', label: 'À recycler', editable: ['cadre', 'decision'], actions: ['envoyer'] },
    { id: 'deposee', label: 'Déposée', editable: [], actions: [] },
  ],
  moves: [
    {
      action: 'envoyer',
      from: 'brouillon',
      to: 'a-recycler',
      when: [{ checks: ['cadre'], not: true }],
      reply: 'réponse faux',
    },
    { action: 'envoyer', from: 'brouillon', to: 'deposee', when: [], reply: 'réponse juste' },
    { action: 'envoyer', from: 'a-recycler', to: 'deposee', when: [] },
  ],
  mistakes: [
    {
      id: 'm1',
      text: 'erreur 1',
      message: 'dit 1',
      when: [{ field: 'cadre', rule: { type: 'equals', value: 'A9' } }],
    },
    { id: 'm2', text: 'note du formateur' },
  ],
  feedback: { done: 'réussi', partial: 'partiel', again: 'à reprendre' },
  model: {
    values: { cadre: 'A1', ht: '10', note: 'rien' },
    actions: ['envoyer'],
    comment: 'corrigé',
  },
})
