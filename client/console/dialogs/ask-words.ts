/** Words of the free questions asked on the spot. */
import { words } from '#client/i18n/index.ts'

export const useAskWords = words({
  fr: {
    open: 'Question ouverte',
    cloud: 'Nuage de mots',
    question: 'Votre question',
    needed: 'Écrivez la question : le groupe répond avec ses mots.',
    moderated: 'Lire chaque réponse avant de l’afficher',
    how: 'La question s’affiche et chacun peut écrire tout de suite.',
    unnamed: 'Sans noms : personne ne verra qui a écrit quoi',
    live: 'Montrer les réponses au fur et à mesure',
  },
  en: {
    open: 'Open question',
    cloud: 'Word cloud',
    question: 'Your question',
    needed: 'Write the question: the group answers in its own words.',
    moderated: 'Read each answer before it shows',
    how: 'The question is shown and everyone can write at once.',
    unnamed: 'No names: nobody will see who wrote what',
    live: 'Show answers as they come',
  },
})
