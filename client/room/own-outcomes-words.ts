/** Words of one's own outcomes. */
import { words } from '#client/i18n/index.ts'
import type { Moment } from '#shared/kind.ts'

export type Measured = { moment: Moment; points: string; of: number }

const OPENING = {
  fr: { placement: 'Au début', during: 'pendant la formation', final: 'à la fin' },
  en: { placement: 'At the start', during: 'during the course', final: 'at the end' },
}

/** « Au début : 1 sur 2, à la fin : 4 sur 5. » */
function sentence(parts: Measured[], when: Record<Moment, string>, of: string, colon: string): string {
  const text = parts
    .map(({ moment, points, of: total }) => `${when[moment]}${colon} ${points}\u00A0${of}\u00A0${total}`)
    .join(', ')
  return `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`
}

export const useOwnOutcomeWords = words({
  fr: {
    title: 'Mes acquis',
    private: 'Vous seul et vos formateurs les voyez.',
    empty:
      'Ils paraîtront ici, objectif par objectif, quand les premières réponses d’un QCM auront été montrées.',
    measured: (parts: Measured[]) => sentence(parts, OPENING.fr, 'sur', '\u00A0:'),
    late: (n: number) =>
      n === 1 ? 'Et une question rattrapée ensuite.' : `Et ${n} questions rattrapées ensuite.`,
    up: 'Vous avez progressé.',
    full: 'Tout est juste.',
    notYet: 'Pas encore mesuré.',
  },
  en: {
    title: 'What I have learnt',
    private: 'Only you and your trainers see this.',
    empty: 'It will appear here, objective by objective, once the first answers of a quiz have been shown.',
    measured: (parts: Measured[]) => sentence(parts, OPENING.en, 'of', ':'),
    late: (n: number) =>
      n === 1 ? 'And one question caught up since.' : `And ${n} questions caught up since.`,
    up: 'You have made progress.',
    full: 'All right answers.',
    notYet: 'Not measured yet.',
  },
})
