/** What people in such a class write: short answers with their near-identical variants, cases, contributions. */

/** Each list says the same thing as different people type it. */
const ANSWERS = [
  [
    'Le délai de paiement',
    'le délai de paiement',
    'Les délais de paiement',
    'LE DELAI DE PAIEMENT',
    'délais de paiement',
  ],
  ['Le code service', 'code service', 'Le code Service', 'les codes service', 'Codes services'],
  ['Le numéro d’engagement', 'numéro d’engagement', 'Le numero d’engagement', 'N° d’engagement'],
  ['Une facture rejetée', 'facture rejetée', 'Factures rejetées', 'Une facture rejetee'],
  ['Le mot de passe', 'mot de passe', 'Mots de passe', 'le mot de passe'],
  ['Je ne sais pas encore', 'je ne sais pas encore', 'Je ne sais pas encore.'],
]

const CASES = [
  'Une commune me demande un code service, mais le bon de commande n’en porte pas.',
  'Ma facture de juin est « Suspendue » depuis trois semaines et personne ne répond au téléphone.',
  'J’ai déposé deux fois la même facture à un lycée ; comment retirer la seconde ?',
  'Notre ancien comptable était seul gestionnaire : son adresse n’existe plus.',
]

const CONTRIBUTIONS = [
  'Appeler le service financier avant de redéposer.',
  'Regarder l’historique des statuts : le motif y est écrit.',
  'Demander le numéro d’engagement par écrit.',
  'Passer par l’annuaire pour trouver le bon code service.',
]

const FEEDBACK = [
  'Je garde les cinq contrôles avant d’envoyer.',
  'Un peu rapide sur les travaux, mais les exercices m’ont rassurée.',
  'Plus de temps sur la TVA, s’il vous plaît.',
  'Enfin, je sais pourquoi mes factures revenaient !',
  'J’aurais aimé essayer avec ma propre structure.',
  'Très bien, rien à changer.',
]

const pick = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)]!

/** Something this question could be answered; never longer than it takes. */
export function saySomething(
  what: 'answer' | 'case' | 'contribution' | 'feedback',
  maxLength: number,
  random: () => number,
): string {
  const said = {
    answer: () => pick(ANSWERS, random),
    case: () => CASES,
    contribution: () => CONTRIBUTIONS,
    feedback: () => FEEDBACK,
  }
  return pick(said[what](), random).slice(0, maxLength).trim()
}
