/** A small mise en situation, asked on the spot by tests and benches: four fields, two steps, a returning client. */
import type { ScenarioDefinition } from '#shared/activities/scenario/definition.ts'

const field = { step: 'adresse', required: true, hints: [] }

export const smallScenario: ScenarioDefinition = {
  kind: 'scenario',
  title: 'Déposer une facture',
  context: 'Vous avez livré des cahiers à la commune de Valbrume.',
  today: '2026-11-17',
  fictitious: true,
  objective: 'o4',
  actors: [],
  roles: [],
  casting: 'drawn',
  documents: [],
  steps: [
    { id: 'adresse', title: 'Adresse' },
    { id: 'montants', title: 'Montants' },
  ],
  fields: [
    { ...field, id: 'service', label: 'Code service', type: 'text', max: 40, hints: ['Relisez le bon.'] },
    { ...field, id: 'engagement', label: 'N° d’engagement', type: 'identifier', max: 50 },
    { ...field, id: 'ht', label: 'Montant HT', step: 'montants', type: 'money' },
    {
      ...field,
      id: 'mot',
      label: 'Commentaire',
      step: 'montants',
      required: false,
      type: 'long-text',
      max: 400,
    },
  ],
  checks: [
    {
      id: 'c-service',
      field: 'service',
      rule: { type: 'equals', value: 'SCOL-01' },
      message: 'Le bon de commande cite SCOL-01.',
      expected: 'SCOL-01',
      critical: true,
      when: [],
      show: 'on-submission',
    },
    {
      id: 'c-engagement',
      field: 'engagement',
      rule: { type: 'equals', value: 'BC-2026-00417' },
      message: 'La commune exige le numéro du bon de commande.',
      critical: false,
      when: [],
      show: 'at-once',
    },
    {
      id: 'c-ht',
      field: 'ht',
      rule: { type: 'equals', value: '2148,00' },
      message: '1 740,00 € + 408,00 € = 2 148,00 €.',
      critical: false,
      when: [],
      show: 'on-submission',
    },
    {
      id: 'c-poli',
      field: 'mot',
      rule: { type: 'avoids', words: ['zut'] },
      message: 'Le ton est à revoir.',
      critical: false,
      when: [],
      show: 'trainer',
    },
    {
      id: 'c-envoi',
      action: 'envoyer',
      message: '« Enregistrer » laisse un brouillon.',
      critical: false,
      when: [],
      show: 'on-submission',
    },
  ],
  actions: [
    { id: 'enregistrer', label: 'Enregistrer', sends: false },
    { id: 'envoyer', label: 'Valider et envoyer', sends: true },
  ],
  start: 'brouillon',
  statuses: [
    { id: 'brouillon', label: 'Brouillon', editable: 'all', actions: ['enregistrer', 'envoyer'] },
    { id: 'deposee', label: 'Déposée', editable: [], actions: [] },
  ],
  moves: [{ action: 'envoyer', from: 'brouillon', to: 'deposee', when: [], reply: 'Bien reçu.' }],
  mistakes: [
    {
      id: 'm-ferme',
      text: 'Choisir un service fermé',
      message: 'CULT-03 est fermé.',
      when: [{ field: 'service', rule: { type: 'equals', value: 'CULT-03' } }],
    },
    { id: 'm-note', text: 'S’arrêter à « Enregistrer »' },
  ],
  feedback: { done: 'Bravo.', partial: 'Presque.', again: 'À reprendre.' },
  model: {
    values: { service: 'SCOL-01', engagement: 'BC-2026-00417', ht: '2148,00' },
    actions: ['envoyer'],
    comment: 'Le service et l’engagement sont sur le bon de commande.',
  },
}

/** The same with two roles: the first fills in the address and passes on. */
export const teamScenario: ScenarioDefinition = {
  ...smallScenario,
  title: 'À deux',
  casting: 'chosen',
  roles: [
    { id: 'acheteur', title: 'Acheteur', brief: 'Vous avez le bon de commande.' },
    { id: 'comptable', title: 'Comptable', brief: 'Vous avez la facture.' },
  ],
  steps: [
    { id: 'adresse', title: 'Adresse', role: 'acheteur' },
    { id: 'montants', title: 'Montants', role: 'comptable' },
  ],
}
