/** Words of what opens on demand: lists, help, the end. */
import { count } from '#client/i18n/format.ts'
import { words } from '#client/i18n/index.ts'

export const useLaterWords = words({
  fr: {
    helpTitle: 'Aide',
    helpItems: {
      still: {
        q: 'Rien ne bouge',
        a: 'Regardez en haut à droite : « Connecté » veut dire que vous suivez. Sinon, touchez « Réessayer » ou rechargez la page : vous retrouvez votre place et vos réponses.',
      },
      poor: {
        q: 'Votre connexion est mauvaise',
        a: 'Ouvrez le lien de votre convocation sur votre téléphone, en 4G. Vous pouvez garder les deux appareils : c’est la même place.',
      },
      wrong: {
        q: 'Vous vous êtes trompé de réponse',
        a: 'Touchez une autre réponse tant que le vote est ouvert : la dernière compte.',
      },
      missed: {
        q: 'Vous avez manqué quelque chose',
        a: '« Réponses » montre les questions posées ; « Plus », puis « Revoir », les diapositives passées.',
      },
      speak: {
        q: 'Vous voulez parler ou demander quelque chose',
        a: '« Main » vous met dans la file, à votre rang. « Messages » pose une question que seul votre formateur lit. « Rythme » dit si cela va trop vite.',
      },
    },
    trainer: (name: string) => `Formateur : ${name}`,
    leave: 'Quitter la classe',
    leaveAsk: (n: number) =>
      `${count(n, 'réponse n’est pas encore enregistrée', 'réponses ne sont pas encore enregistrées')} par le serveur. En quittant maintenant, vous les perdez.`,
    leaveAnyway: 'Quitter et les perdre',
    stay: 'Rester',
    seenTitle: 'Diapositives déjà montrées',
    seenEmpty: 'Aucune diapositive n’a encore été montrée.',
    now: 'En direct',
    answersTitle: 'Vos réponses',
    answersEmpty: 'Aucune question n’a encore été posée.',
    unanswered: 'Sans réponse',
    unansweredOpen: 'Ouvert, à vous de répondre',
    catchUp: 'Vous pouvez encore répondre, en retard',
    waiting: 'En attente du réseau',
    answered: 'Répondu',
    answeredOf: (n: number, of: number) => `${count(n, 'réponse', 'réponses')} sur ${of}`,
    toCatchUp: (n: number) => `À rattraper (${n})`,
    toCatchUpMore: 'Répondez quand vous voulez : c’est entre vous et votre formateur, hors des résultats.',
    others: 'Autres questions',
    endedTitle: 'La classe est terminée',
    endedMore: 'Merci pour votre participation.',
    endedAnswered: (n: number, of: number) =>
      `Vous avez répondu à ${count(n, 'question', 'questions')} sur ${of}.`,
    endedReview: 'Revoir les diapositives',
  },
  en: {
    helpTitle: 'Help',
    helpItems: {
      still: {
        q: 'Nothing moves',
        a: 'Look at the top right: “Connected” means that you are following. If not, press “Try again” or reload the page: you find your seat and your answers again.',
      },
      poor: {
        q: 'Your connection is poor',
        a: 'Open the link of your invitation on your phone, on mobile data. You may keep both devices: it is the same seat.',
      },
      wrong: {
        q: 'You picked the wrong answer',
        a: 'Pick another one as long as the vote is open: the last one counts.',
      },
      missed: {
        q: 'You missed something',
        a: '“Answers” shows the questions asked; “More”, then “Look back”, the past slides.',
      },
      speak: {
        q: 'You want to speak or to ask something',
        a: '“Hand” puts you in the queue, at your place. “Messages” asks a question that only your trainer reads. “Pace” says whether it goes too fast.',
      },
    },
    trainer: (name: string) => `Trainer: ${name}`,
    leave: 'Leave the class',
    leaveAsk: (n: number) =>
      `${count(n, 'answer is', 'answers are')} not yet saved by the server. If you leave now, you lose them.`,
    leaveAnyway: 'Leave and lose them',
    stay: 'Stay',
    seenTitle: 'Slides already shown',
    seenEmpty: 'No slide has been shown yet.',
    now: 'Live',
    answersTitle: 'Your answers',
    answersEmpty: 'No question has been asked yet.',
    unanswered: 'Not answered',
    unansweredOpen: 'Open, your turn to answer',
    catchUp: 'You can still answer, late',
    waiting: 'Waiting for the network',
    answered: 'Answered',
    answeredOf: (n: number, of: number) => `${count(n, 'answer', 'answers')} out of ${of}`,
    toCatchUp: (n: number) => `To catch up (${n})`,
    toCatchUpMore: 'Answer whenever you like: it stays between you and your trainer, outside the results.',
    others: 'Other questions',
    endedTitle: 'The class is over',
    endedMore: 'Thank you for taking part.',
    endedAnswered: (n: number, of: number) =>
      `You answered ${n} of ${of} ${of === 1 ? 'question' : 'questions'}.`,
    endedReview: 'Look back at the slides',
  },
})
