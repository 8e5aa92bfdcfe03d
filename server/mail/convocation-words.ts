/** What a convocation says. French texts are typeset when the letter is written. */
import type { ConvocationKind } from '#shared/convocation.ts'
import type { Language } from './dates.ts'

type Words = {
  subject: Record<ConvocationKind, (title: string, day: string) => string>
  hello: (name: string) => string
  opening: Record<ConvocationKind, (title: string) => string>
  reissued: string
  when: string
  whenRow: (from: string, to: string) => string
  zone: (zone: string) => string
  enter: string
  enterNote: string
  byHand: string
  site: string
  login: string
  password: string
  until: (day: string) => string
  bring: string
  equipment: string[]
  test: string
  testNote: string
  programme: string
  outcomes: string
  trainer: (name: string) => string
  access: string
  accessText: string
  accessNone: string
  help: string
  helpText: (who: string) => string
  sentBy: (organisation: string) => string
  calendar: (organisation: string, site: string) => string
  location: string
  preheader: (day: string) => string
  cancelled: string
}

export const WORDS: Record<Language, Words> = {
  fr: {
    subject: {
      invitation: (title, day) => `Convocation : ${title}, ${day}`,
      reminder: (title, day) => `Rappel : ${title}, ${day}`,
      reissue: (title) => `Nouveau mot de passe : ${title}`,
      change: (title, day) => `Nouveaux horaires : ${title}, ${day}`,
      cancellation: (title, day) => `Annulée : ${title}, ${day}`,
    },
    hello: (name) => `Bonjour ${name},`,
    opening: {
      invitation: (title) =>
        `Votre place est réservée pour la formation « ${title} ». Elle a lieu à distance.`,
      reminder: (title) =>
        `Votre formation « ${title} » approche. Prenez cinq minutes pour essayer votre matériel.`,
      reissue: (title) => `Voici un nouveau mot de passe pour la formation « ${title} ».`,
      change: (title) =>
        `Les horaires de la formation « ${title} » ont changé. Les nouveaux sont ci-dessous ; votre agenda se met à jour avec l’invitation jointe.`,
      cancellation: (title) => `La formation « ${title} » n’aura pas lieu aux dates prévues.`,
    },
    reissued: 'L’ancien mot de passe et l’ancien lien ne marchent plus. Vos réponses sont gardées.',
    when: 'Quand',
    whenRow: (from, to) => `${from} à ${to}`,
    zone: (zone) => `Heures de ${zone}.`,
    enter: 'Entrer dans la classe',
    enterNote:
      'Ce lien est le vôtre : il vous fait entrer sans rien taper. Ne le transmettez à personne. Vous pouvez l’ouvrir dès maintenant pour vérifier qu’il marche.',
    byHand: 'Si le lien ne s’ouvre pas',
    site: 'Site',
    login: 'Identifiant',
    password: 'Mot de passe',
    until: (day) => `Valable jusqu’au ${day}.`,
    bring: 'À prévoir',
    equipment: [
      'un ordinateur relié à Internet',
      'un micro et des haut-parleurs, ou un casque',
      'une caméra',
      'votre adresse e-mail, pour vous identifier',
      'un téléphone 4G, en secours si la connexion tombe',
    ],
    test: 'Essayer mon matériel',
    testNote: 'Deux minutes, de préférence à la place et avec l’appareil du jour. Rien n’est enregistré.',
    programme: 'Programme',
    outcomes: 'À la fin, vous saurez :',
    trainer: (name) => `Avec ${name}`,
    access: 'Accessibilité',
    accessText: 'Un handicap, un besoin particulier ? Parlons-en avant la séance :',
    accessNone:
      'Un handicap, un besoin particulier ? Dites-le à votre organisme de formation avant la séance.',
    help: 'Besoin d’aide ?',
    helpText: (who) => `Un mot de passe perdu, une question : ${who}`,
    sentBy: (organisation) => `Message envoyé par ${organisation} avec Estrade.`,
    calendar: (organisation, site) =>
      `Formation à distance de ${organisation}. Votre lien personnel et votre mot de passe sont dans votre convocation. Site : ${site}`,
    location: 'À distance',
    preheader: (day) => `${day}, à distance. Votre lien, votre mot de passe, le programme.`,
    cancelled: 'L’événement disparaît de votre agenda avec l’invitation jointe.',
  },
  en: {
    subject: {
      invitation: (title, day) => `Invitation: ${title}, ${day}`,
      reminder: (title, day) => `Reminder: ${title}, ${day}`,
      reissue: (title) => `New password: ${title}`,
      change: (title, day) => `New hours: ${title}, ${day}`,
      cancellation: (title, day) => `Cancelled: ${title}, ${day}`,
    },
    hello: (name) => `Hello ${name},`,
    opening: {
      invitation: (title) => `Your seat is booked for the course “${title}”. It takes place at a distance.`,
      reminder: (title) => `Your course “${title}” is coming soon. Take five minutes to test your equipment.`,
      reissue: (title) => `Here is a new password for the course “${title}”.`,
      change: (title) =>
        `The hours of the course “${title}” have changed. The new ones are below; the attached invitation updates your calendar.`,
      cancellation: (title) => `The course “${title}” will not take place on the planned dates.`,
    },
    reissued: 'The old password and the old link no longer work. Your answers are kept.',
    when: 'When',
    whenRow: (from, to) => `${from} to ${to}`,
    zone: (zone) => `${zone} time.`,
    enter: 'Enter the class',
    enterNote:
      'This link is yours: it lets you in without typing anything. Pass it on to nobody. You may open it now to check that it works.',
    byHand: 'If the link does not open',
    site: 'Site',
    login: 'Login',
    password: 'Password',
    until: (day) => `Valid until ${day}.`,
    bring: 'What to bring',
    equipment: [
      'a computer connected to the Internet',
      'a microphone and speakers, or a headset',
      'a camera',
      'your e-mail address, to sign in',
      'a 4G phone, as a backup if the connection drops',
    ],
    test: 'Test my equipment',
    testNote: 'Two minutes, preferably at the place and with the device of the day. Nothing is recorded.',
    programme: 'Programme',
    outcomes: 'At the end, you will be able to:',
    trainer: (name) => `With ${name}`,
    access: 'Accessibility',
    accessText: 'A disability, a special need? Let us talk about it before the class:',
    accessNone: 'A disability, a special need? Tell your training centre before the class.',
    help: 'Need help?',
    helpText: (who) => `A lost password, a question: ${who}`,
    sentBy: (organisation) => `Message sent by ${organisation} with Estrade.`,
    calendar: (organisation, site) =>
      `Remote training by ${organisation}. Your personal link and your password are in your invitation. Site: ${site}`,
    location: 'At a distance',
    preheader: (day) => `${day}, at a distance. Your link, your password, the programme.`,
    cancelled: 'The attached invitation removes the event from your calendar.',
  },
}
