/** The words of a poll, for the trainer. */
import { words } from '#client/i18n/index.ts'

export const useTrainerWords = words({
  fr: {
    nobody: 'personne',
    unnamed: 'Sans noms\u00A0: personne ne voit qui a répondu quoi, pas même vous.',
    yours: 'Répartition et noms visibles de vous.',
    yoursNoNames: 'Répartition visible de vous, noms masqués.',
    shownLive: 'Répartition montrée à tous en direct, noms visibles de vous.',
    shown: 'Répartition montrée à tous, noms visibles de vous.',
    shownNoNames: 'Répartition montrée à tous, noms masqués.',
    reopen: 'Rouvrir le vote',
    compared: (title: string) => `Comparé à «\u202F${title}\u202F»`,
    mean: (x: string) => `Moyenne ${x}`,
    meanBefore: (x: string, before: string) => `Moyenne ${x}, avant ${before}`,
  },
  en: {
    nobody: 'nobody',
    unnamed: 'No names: nobody sees who answered what, not even you.',
    yours: 'Distribution and names visible to you.',
    yoursNoNames: 'Distribution visible to you, names hidden.',
    shownLive: 'Distribution shown live to all, names visible to you.',
    shown: 'Distribution shown to all, names visible to you.',
    shownNoNames: 'Distribution shown to all, names hidden.',
    reopen: 'Reopen the vote',
    compared: (title: string) => `Compared with “${title}”`,
    mean: (x: string) => `Average ${x}`,
    meanBefore: (x: string, before: string) => `Average ${x}, before ${before}`,
  },
})
