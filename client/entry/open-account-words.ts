import { words } from '../i18n/index.ts'

export const useWords = words({
  fr: {
    title: 'Ouvrir votre compte',
    looking: 'Lecture de l’invitation…',
    firstSub:
      'Estrade n’a pas encore de responsable. Ce compte verra toutes les classes et invitera l’équipe.',
    sub: 'Choisissez un mot de passe : il ouvrira le bureau et la console de vos classes.',
    hello: (name: string, role: string) => `${name}, ${role}`,
    trainer: 'compte formateur',
    organiser: 'compte responsable de formation',
    yourLogin: (email: string) => `Votre identifiant : ${email}`,
    name: 'Prénom et nom',
    nameMissing: 'Écrivez votre nom.',
    email: 'Adresse e-mail',
    emailHint: 'Ce sera votre identifiant.',
    emailWrong: 'Une adresse s’écrit comme prenom.nom@exemple.fr.',
    open: 'Ouvrir le compte',
    opening: 'Ouverture…',
    dead: 'Ce lien n’est plus valable',
    deadText:
      'Il a déjà servi, ou il a expiré. Si votre compte est ouvert, entrez avec votre adresse et votre mot de passe ; sinon demandez un autre lien à la personne responsable.',
    signIn: 'Entrer',
    retry: 'Réessayer',
  },
  en: {
    title: 'Open your account',
    looking: 'Reading the invitation…',
    firstSub: 'Estrade has no training manager yet. This account will see every class and invite the team.',
    sub: 'Choose a password: it opens the office and the console of your classes.',
    hello: (name: string, role: string) => `${name}, ${role}`,
    trainer: 'trainer’s account',
    organiser: 'training manager’s account',
    yourLogin: (email: string) => `Your login: ${email}`,
    name: 'First and last name',
    nameMissing: 'Write your name.',
    email: 'E-mail address',
    emailHint: 'It will be your login.',
    emailWrong: 'An address looks like first.last@example.com.',
    open: 'Open the account',
    opening: 'Opening…',
    dead: 'This link is no longer valid',
    deadText:
      'It has been used, or it has expired. If your account is open, enter with your address and your password; otherwise ask the training manager for another link.',
    signIn: 'Enter',
    retry: 'Try again',
  },
})
