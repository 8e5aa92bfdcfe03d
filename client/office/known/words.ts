import { count } from '../../i18n/format.ts'
import { words } from '../../i18n/index.ts'

export const useWords = words({
  fr: {
    title: 'Personnes',
    say: (n: number) => `${count(n, 'personne connue', 'personnes connues')}.`,
    search: 'Chercher un nom ou une adresse',
    colActions: 'Actions',
    colPerson: 'Personne et adresse',
    colClasses: 'Séances',
    classes: (n: number) => count(n, 'séance', 'séances'),
    none: 'Personne',
    noneText: 'Les personnes apparaissent ici quand elles sont inscrites dans une classe.',
    copy: 'Copie des données',
    copyOf: (name: string) => `Copie des données de ${name}`,
    erase: 'Effacer',
    eraseOf: (name: string) => `Effacer ${name}`,
    eraseTitle: (name: string) => `Effacer ${name} ?`,
    eraseText:
      'Son nom, son adresse, ses accès, ses courriels et ce qu’elle a écrit disparaissent de toutes les séances et des fichiers. Les séances et leurs chiffres restent, sans nom. On ne peut pas revenir en arrière.',
    keep: 'Garder',
    eraseDo: 'Effacer pour toujours',
    erased: (name: string) => `${name} est effacé.`,
  },
  en: {
    title: 'People',
    say: (n: number) => `${count(n, 'person', 'people')} known.`,
    search: 'Look for a name or an address',
    colActions: 'Actions',
    colPerson: 'Person and address',
    colClasses: 'Classes',
    classes: (n: number) => count(n, 'class', 'classes'),
    none: 'Nobody',
    noneText: 'People appear here once they are enrolled in a class.',
    copy: 'Copy of the data',
    copyOf: (name: string) => `Copy of the data of ${name}`,
    erase: 'Erase',
    eraseOf: (name: string) => `Erase ${name}`,
    eraseTitle: (name: string) => `Erase ${name}?`,
    eraseText:
      'Their name, address, access, e-mails and what they wrote go from every class and from the files. Classes and their figures stay, without a name. This cannot be undone.',
    keep: 'Keep',
    eraseDo: 'Erase for ever',
    erased: (name: string) => `${name} is erased.`,
  },
})
