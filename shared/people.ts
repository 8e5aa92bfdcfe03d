/** Reads a pasted list of people: « Prénom Nom <mail> », one per line, or columns from a spreadsheet. */
import type { PeopleProblem } from './api.ts'

export type ListedPerson = { line: number; name: string; email: string }
export type PeopleList = { people: ListedPerson[]; problems: PeopleProblem[] }

type Texts = { problem: string; remedy: string }
type Fault = 'noMail' | 'badMail' | 'manyMails' | 'noName' | 'longName' | 'twice'

const EXAMPLE = 'Prénom Nom <prenom.nom@exemple.fr>'
const EXAMPLE_EN = 'First Last <first.last@example.org>'
const NAME_MAX = 120
const EMAIL_MAX = 254

const TEXTS: Record<'fr' | 'en', Record<Fault, (detail: string) => Texts>> = {
  fr: {
    noMail: () => ({ problem: 'Il manque l’adresse e-mail.', remedy: `Écrivez ${EXAMPLE}.` }),
    badMail: (mail) => ({
      problem: `« ${mail} » n’est pas une adresse e-mail.`,
      remedy: 'Une adresse a un nom, un @ et un domaine : prenom.nom@exemple.fr.',
    }),
    manyMails: () => ({
      problem: 'Il y a plusieurs adresses sur la ligne.',
      remedy: 'Mettez une personne par ligne.',
    }),
    noName: () => ({ problem: 'Il manque le nom de la personne.', remedy: `Écrivez ${EXAMPLE}.` }),
    longName: () => ({
      problem: `Le nom dépasse ${NAME_MAX} signes.`,
      remedy: 'Mettez une personne par ligne.',
    }),
    twice: (line) => ({
      problem: `Cette personne est déjà à la ligne ${line}.`,
      remedy: 'Retirez une des deux lignes.',
    }),
  },
  en: {
    noMail: () => ({ problem: 'The e-mail address is missing.', remedy: `Write ${EXAMPLE_EN}.` }),
    badMail: (mail) => ({
      problem: `“${mail}” is not an e-mail address.`,
      remedy: 'An address has a name, an @ and a domain: first.last@example.org.',
    }),
    manyMails: () => ({
      problem: 'There are several addresses on the line.',
      remedy: 'Put one person per line.',
    }),
    noName: () => ({ problem: 'The person’s name is missing.', remedy: `Write ${EXAMPLE_EN}.` }),
    longName: () => ({
      problem: `The name exceeds ${NAME_MAX} characters.`,
      remedy: 'Put one person per line.',
    }),
    twice: (line) => ({
      problem: `This person is already on line ${line}.`,
      remedy: 'Remove one of the two lines.',
    }),
  },
}

const EMAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/u

/**
 * Empty lines and a spreadsheet's heading are skipped. Two people may share one address; the same name with
 * the same address twice is a mistake. Lines are 1-based; addresses come out in lower case.
 */
export function parsePeople(text: string, language: 'fr' | 'en' = 'fr'): PeopleList {
  const people: ListedPerson[] = []
  const problems: PeopleProblem[] = []
  const lineOf = new Map<string, number>()
  const lines = text.replace(/\r\n?/g, '\n').split('\n')

  lines.forEach((raw, index) => {
    const line = index + 1
    const written = raw
      .normalize('NFC')
      .replace(/[\u00A0\u202F]/g, ' ')
      .trim()
    if (!written || (people.length === 0 && isHeading(written))) return
    const read = readLine(written)
    if ('fault' in read) {
      problems.push({ line, text: written, ...TEXTS[language][read.fault](read.detail) })
      return
    }
    const key = `${read.name.toLowerCase()} ${read.email}`
    const first = lineOf.get(key)
    if (first !== undefined) {
      problems.push({ line, text: written, ...TEXTS[language].twice(String(first)) })
      return
    }
    lineOf.set(key, line)
    people.push({ line, ...read })
  })
  return { people, problems }
}

function isHeading(line: string): boolean {
  return !line.includes('@') && /[;,\t]/.test(line) && /mail|courriel/i.test(line)
}

function readLine(line: string): { name: string; email: string } | { fault: Fault; detail: string } {
  const pieces = line.split(/[\s;,<>()"]+/).filter(Boolean)
  const mails = pieces.filter((piece) => piece.includes('@'))
  if (mails.length === 0) return { fault: 'noMail', detail: '' }
  if (mails.length > 1) return { fault: 'manyMails', detail: '' }
  const email = mails[0]!.replace(/^mailto:/i, '').toLowerCase()
  if (!EMAIL.test(email) || email.length > EMAIL_MAX) return { fault: 'badMail', detail: email }
  const name = pieces.filter((piece) => !piece.includes('@')).join(' ')
  if (!/\p{L}/u.test(name)) return { fault: 'noName', detail: '' }
  if (name.length > NAME_MAX) return { fault: 'longName', detail: '' }
  return { name, email }
}
