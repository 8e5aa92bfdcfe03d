/** The words of a poll in the room. */
import { words } from '#client/i18n/index.ts'

export const usePollWords = words({
  fr: {
    open: 'Sondage ouvert',
    results: 'Résultats',
    unnamed: 'Sans noms : personne ne verra qui a répondu quoi.',
  },
  en: {
    open: 'Poll open',
    results: 'Results',
    unnamed: 'No names: nobody will see who answered what.',
  },
})
