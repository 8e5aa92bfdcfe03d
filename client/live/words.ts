import { words } from '#client/i18n/index.ts'

export const liveWords = words({
  fr: {
    offline: 'Le réseau est coupé. Réessayez quand la connexion sera revenue.',
    noAnswer: 'Le serveur n’a pas répondu à temps. Réessayez.',
    tooLarge: (size: number, most: number) =>
      `Cette réponse pèse ${size} Ko, le plus est ${most} Ko. Raccourcissez-la.`,
    signedOut: 'Vous avez quitté la classe avant que la réponse soit enregistrée.',
  },
  en: {
    offline: 'The network is cut. Try again once the connection is back.',
    noAnswer: 'The server did not answer in time. Try again.',
    tooLarge: (size: number, most: number) =>
      `This answer weighs ${size} KB, the most is ${most} KB. Shorten it.`,
    signedOut: 'You left the class before the answer was saved.',
  },
})
