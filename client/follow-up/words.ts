import { words } from '../i18n/index.ts'

export const useWords = words({
  fr: {
    title: 'Et depuis la formation ?',
    loading: 'Un instant…',
    about: (title: string, day: string) => `${title}, ${day}`,
    anonymous: 'Vos réponses ne portent pas votre nom. Évitez ce qui vous ferait reconnaître.',
    named: 'Vos réponses portent votre nom.',
    send: 'Envoyer mes réponses',
    empty: 'Répondez au moins à une question.',
    thanks: 'Merci. Vos réponses sont enregistrées.',
    given: 'Vous avez déjà répondu. Merci.',
    broken: 'Ce lien est incomplet. Reprenez celui du message.',
    retry: 'Réessayer',
  },
  en: {
    title: 'And since the course?',
    loading: 'One moment…',
    about: (title: string, day: string) => `${title}, ${day}`,
    anonymous: 'Your answers do not carry your name. Avoid what would give you away.',
    named: 'Your answers carry your name.',
    send: 'Send my answers',
    empty: 'Answer at least one question.',
    thanks: 'Thank you. Your answers are stored.',
    given: 'You have already answered. Thank you.',
    broken: 'This link is incomplete. Use the one in the message.',
    retry: 'Try again',
  },
})
