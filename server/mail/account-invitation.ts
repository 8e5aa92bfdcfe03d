/** The mail that opens an office account: a link to choose a password with. */
import { fr } from '#shared/typography.ts'
import type { Language } from './dates.ts'
import { asHtml, asText, type Letter } from './letter.ts'
import type { Message } from './message.ts'

const WORDS = {
  fr: {
    subject: 'Votre compte Estrade',
    text: (name: string) =>
      `Bonjour ${name},\nUn compte est ouvert à votre nom dans Estrade, la salle de formation à distance. Choisissez votre mot de passe pour y entrer.`,
    button: 'Choisir mon mot de passe',
    note: 'Ce lien est le vôtre, sert une fois et vit une semaine. Si vous n’attendiez rien, ignorez ce message.',
    login: 'Identifiant',
    footer: 'Message envoyé par Estrade.',
  },
  en: {
    subject: 'Your Estrade account',
    text: (name: string) =>
      `Hello ${name},\nAn account in your name is open in Estrade, the remote training room. Choose your password to enter.`,
    button: 'Choose my password',
    note: 'This link is yours, serves once and lives a week. If you expected nothing, ignore this message.',
    login: 'Login',
    footer: 'Message sent by Estrade.',
  },
}

export function writeAccountInvitation(
  language: Language,
  { name, email, link }: { name: string; email: string; link: string },
): Message {
  const t = WORDS[language]
  const set = (text: string) => (language === 'fr' ? fr(text) : text)
  const letter: Letter = {
    language,
    title: t.subject,
    preheader: set(t.button),
    blocks: [
      { p: set(t.text(name)) },
      { button: { label: t.button, href: link }, main: true, note: set(t.note) },
      { rows: [[t.login, email]] },
    ],
    footer: [t.footer],
  }
  return { subject: t.subject, html: asHtml(letter), text: asText(letter) }
}
