/** The mail with the questionnaire some months after the class. */
import { fr } from '#shared/typography.ts'
import { dates, type Language } from './dates.ts'
import { asHtml, asText, type Letter } from './letter.ts'
import type { Message } from './message.ts'

type FollowUpData = {
  language: Language
  name: string
  title: string
  startsAt: number
  timeZone: string
  anonymous: boolean
  link: string
  organisation: { name: string; email: string }
}

const WORDS = {
  fr: {
    subject: (title: string) => `Et depuis la formation « ${title} » ?`,
    hello: (name: string) => `Bonjour ${name},`,
    text: (title: string, day: string) =>
      `Le ${day}, vous avez suivi la formation « ${title} ». Qu’en reste-t-il dans votre travail ? Quelques questions, deux minutes.`,
    anonymous: 'Vos réponses ne portent pas votre nom.',
    named: 'Vos réponses portent votre nom.',
    answer: 'Répondre',
    once: 'Ce lien est le vôtre et sert une fois.',
    by: (name: string) => `Message envoyé par ${name} avec Estrade.`,
  },
  en: {
    subject: (title: string) => `And since the course “${title}”?`,
    hello: (name: string) => `Hello ${name},`,
    text: (title: string, day: string) =>
      `On ${day} you took the course “${title}”. What remains of it in your work? A few questions, two minutes.`,
    anonymous: 'Your answers do not carry your name.',
    named: 'Your answers carry your name.',
    answer: 'Answer',
    once: 'This link is yours and serves once.',
    by: (name: string) => `Message sent by ${name} with Estrade.`,
  },
}

export function writeFollowUp(data: FollowUpData): Message {
  const { language, name, title, organisation } = data
  const t = WORDS[language]
  const set = (text: string) => (language === 'fr' ? fr(text) : text)
  const text = t.text(title, dates(language, data.timeZone).day(data.startsAt))
  const letter: Letter = {
    language,
    title: set(t.subject(title)),
    preheader: set(text),
    blocks: [
      { p: set(`${t.hello(name)}\n${text}`) },
      {
        button: { label: t.answer, href: data.link },
        main: true,
        note: set(`${data.anonymous ? t.anonymous : t.named} ${t.once}`),
      },
    ],
    footer: [set(t.by(organisation.name || 'Estrade'))],
  }
  return {
    subject: letter.title,
    html: asHtml(letter),
    text: asText(letter),
    ...(organisation.email ? { replyTo: organisation.email } : {}),
  }
}
