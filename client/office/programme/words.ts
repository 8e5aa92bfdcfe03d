import { count } from '../../i18n/format.ts'
import { words } from '../../i18n/index.ts'

export const useWords = words({
  fr: {
    title: 'Programme',
    classTitle: 'Titre de la classe',
    titleMissing: 'Donnez un titre à la classe.',
    meeting: 'Réunion à côté d’Estrade (facultatif)',
    meetingHint: 'Le lien Teams, Zoom ou autre, ou tel:+33… ; les stagiaires l’ouvrent d’un geste.',
    meetingWrong: 'Une adresse commence par https:// ; un numéro s’écrit tel:+33123456789.',
    trainer: 'Formateur',
    cotrainers: 'Co-formateurs (facultatif)',
    save: 'Enregistrer',
    saving: 'Enregistrement…',
    saved: 'Enregistré. Prévenez les inscrits depuis « Convocations » si les heures ont changé.',
    fixed: 'La classe a commencé : seuls la réunion et les co-formateurs peuvent encore changer.',
    over: 'Cette classe est terminée : son programme ne change plus.',
    off: 'Cette classe est annulée : plus personne n’y entre.',
    cancelClass: 'Annuler la classe…',
    cancelTitle: 'Annuler cette classe ?',
    cancelText:
      'Les inscrits déjà convoqués en reçoivent l’annonce, et tous les accès cessent à l’instant. On ne peut pas revenir en arrière.',
    keep: 'Garder la classe',
    cancelDo: 'Annuler la classe',
    cancelled: (n: number) =>
      n > 0 ? `Classe annulée, ${count(n, 'annonce préparée', 'annonces préparées')}.` : 'Classe annulée.',
  },
  en: {
    title: 'Programme',
    classTitle: 'Title of the class',
    titleMissing: 'Give the class a title.',
    meeting: 'Meeting beside Estrade (optional)',
    meetingHint: 'The Teams, Zoom or other link, or tel:+33…; participants open it in one gesture.',
    meetingWrong: 'An address starts with https://; a number is written tel:+33123456789.',
    trainer: 'Trainer',
    cotrainers: 'Co-trainers (optional)',
    save: 'Save',
    saving: 'Saving…',
    saved: 'Saved. Tell those enrolled from “Convocations” if the hours have changed.',
    fixed: 'The class has started: only the meeting and the co-trainers may still change.',
    over: 'This class is over: its programme no longer changes.',
    off: 'This class is cancelled: nobody enters it any more.',
    cancelClass: 'Cancel the class…',
    cancelTitle: 'Cancel this class?',
    cancelText: 'Those already convoked are told, and every access stops at once. This cannot be undone.',
    keep: 'Keep the class',
    cancelDo: 'Cancel the class',
    cancelled: (n: number) =>
      n > 0 ? `Class cancelled, ${count(n, 'message', 'messages')} prepared.` : 'Class cancelled.',
  },
})
