/** The French words authors write for the kinds of activities, and the kinds they name. */
export const KIND_OF_WORD: ReadonlyMap<string, string> = new Map([
  ['sondage', 'poll'],
  ['qcm', 'mcq'],
  ['question', 'open-question'],
  ['mise-en-situation', 'scenario'],
  ['classement', 'ordering'],
  ['association', 'matching'],
  ['tri', 'categorise'],
  ['questionnaire', 'survey'],
  ['tour-de-table', 'roundtable'],
  ['presentation', 'presentation'],
])

/** The fence of a break in the plan. */
export const BREAK_WORD = 'pause'

/** A word without its accents: authors may write `échelle` or `echelle`. */
export const unaccented = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')

/** « a, b ou c » */
export function either(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ou ${words.at(-1)}`
}

/** The one of `words` that `word` is most likely a slip for, if any is near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const [best] = words
    .map((candidate) => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  return best && best.distance <= Math.max(1, Math.floor(best.candidate.length / 3))
    ? best.candidate
    : undefined
}

/** What is wrong and what would be right when an objective is not one of the course's. */
export function unknownObjective(
  objective: string,
  known: readonly string[],
): [problem: string, remedy: string] {
  const near = nearest(objective, known)
  return [
    `L’objectif « ${objective} » n’existe pas`,
    `${near ? `Vouliez-vous écrire « ${near} » ? ` : ''}Les objectifs du cours sont ${either(known)}.`,
  ]
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
