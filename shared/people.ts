/** Reads a pasted list of people: « Prénom Nom <mail> », « Prénom Nom, mail », « Prénom Nom mail » or « mail », one a line. */
import type { PeopleProblem } from './api.ts'

type Language = 'fr' | 'en'

export const MOST_PEOPLE = 50
const NAME_MAX = 100
const MAIL_MAX = 254

export type NamedMail = { name: string; email: string }
/** `line` is where the person was read, from 1. */
export type PeopleList = { people: (NamedMail & { line: number })[]; problems: PeopleProblem[] }

const MAIL = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)+$/
const IN_BRACKETS = /^(.*?)\s*<\s*([^<>]*)\s*>[\s,;]*$/
const AFTER_SEPARATOR = /^(.*?)\s*[,;\t]\s*([^,;\t]*@[^,;\t]*?)[\s,;]*$/
const AFTER_SPACE = /^([^@]*?)\s+([^\s@]+@[^\s@]+?)[\s,;]*$/

/** Whether a text is written like one e-mail address. */
export const isMail = (text: string) => MAIL.test(text) && text.length <= MAIL_MAX

/** A spreadsheet would take what begins so for a formula; brackets and invisible signs are no name either. */
const NO_NAME = /^[=+@|-]|[<>\p{Cc}\p{Cf}]/u
export const isPersonName = (text: string) => text !== '' && text.length <= NAME_MAX && !NO_NAME.test(text)

const WORDS = {
  fr: {
    noMail: ['il manque l’adresse e-mail', 'Écrivez « Prénom Nom <prenom.nom@exemple.fr> »'],
    badMail: (mail: string) => [
      `« ${mail} » n’est pas une adresse e-mail`,
      'Une adresse s’écrit comme prenom.nom@exemple.fr',
    ],
    twoMails: ['il y a plusieurs adresses sur la ligne', 'Mettez une seule personne par ligne'],
    loose: [
      'le nom et l’adresse ne sont pas séparés',
      'Mettez l’adresse entre chevrons : « Prénom Nom <prenom.nom@exemple.fr> »',
    ],
    longName: [`le nom dépasse ${NAME_MAX} caractères`, 'Raccourcissez le nom'],
    oddName: [
      'le nom contient des caractères interdits',
      'Écrivez le nom sans < > ni caractère invisible, et sans = + - @ au début',
    ],
    twice: (line: number) => [
      `cette personne est déjà à la ligne ${line}`,
      'Supprimez cette ligne, ou donnez un autre nom si deux personnes partagent l’adresse',
    ],
    many: [`la liste dépasse ${MOST_PEOPLE} personnes`, 'Partagez-les en plusieurs séances'],
    none: ['la liste est vide', 'Mettez au moins une personne : « Prénom Nom <prenom.nom@exemple.fr> »'],
  },
  en: {
    noMail: ['the e-mail address is missing', 'Write “First Last <first.last@example.com>”'],
    badMail: (mail: string) => [
      `“${mail}” is not an e-mail address`,
      'An address looks like first.last@example.com',
    ],
    twoMails: ['there are several addresses on the line', 'Put one person on each line'],
    loose: [
      'the name and the address are not separated',
      'Put the address in angle brackets: “First Last <first.last@example.com>”',
    ],
    longName: [`the name exceeds ${NAME_MAX} characters`, 'Shorten the name'],
    oddName: [
      'the name has forbidden characters',
      'Write the name without < > or invisible characters, and without = + - @ in front',
    ],
    twice: (line: number) => [
      `this person is already on line ${line}`,
      'Remove this line, or give another name if two people share the address',
    ],
    many: [`the list exceeds ${MOST_PEOPLE} people`, 'Split them into several classes'],
    none: ['the list is empty', 'Give at least one person: “First Last <first.last@example.com>”'],
  },
}

/**
 * Reads every line; empty ones do not count. Two people may share an address when their names differ. Lines
 * are numbered from 1; problems are in `language`, and there is nothing to create unless there are none.
 */
export function readPeople(text: string, language: Language = 'fr'): PeopleList {
  const words = WORDS[language]
  const people: PeopleList['people'] = []
  const problems: PeopleProblem[] = []
  const seen = new Map<string, number>()

  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw
      .normalize('NFC')
      // Blanks one by one: the shapes below would try every way of sharing a long run of them.
      .replace(/\s+/g, (blanks) => (blanks.includes('\t') ? '\t' : ' '))
      .trim()
    if (line === '') continue
    const refuse = ([problem, remedy]: string[]) =>
      problems.push({ line: index + 1, text: line.slice(0, 200), problem: problem!, remedy: remedy! })

    if (people.length === MOST_PEOPLE) {
      refuse(words.many)
      break
    }
    const person = split(line)
    if (!person) {
      refuse(line.includes('@') ? (/@.*@/.test(line) ? words.twoMails : words.loose) : words.noMail)
      continue
    }
    const { name, email } = person
    const key = `${email.toLowerCase()}\0${name.toLowerCase()}`
    const earlier = seen.get(key)
    if (email === '') refuse(words.noMail)
    else if (/@.*@/.test(line)) refuse(words.twoMails)
    else if (!isMail(email)) refuse(words.badMail(email.slice(0, 80)))
    else if (name.length > NAME_MAX) refuse(words.longName)
    else if (!isPersonName(name)) refuse(words.oddName)
    else if (earlier !== undefined) refuse(words.twice(earlier))
    else {
      seen.set(key, index + 1)
      people.push({ line: index + 1, name, email })
    }
  }
  if (people.length === 0 && problems.length === 0) {
    const [problem, remedy] = words.none
    problems.push({ line: 1, text: '', problem: problem!, remedy: remedy! })
  }
  return { people, problems }
}

/** The parts of a line; undefined when it has none of the shapes. */
function split(line: string): NamedMail | undefined {
  const parts = IN_BRACKETS.exec(line) ?? AFTER_SEPARATOR.exec(line) ?? AFTER_SPACE.exec(line)
  if (parts) {
    const email = parts[2]!.trim()
    return { name: cleanName(parts[1]!) || nameFromMail(email), email }
  }
  const alone = line.replace(/[,;]+$/, '').trim()
  return /^\S*@\S*$/.test(alone) ? { name: nameFromMail(alone), email: alone } : undefined
}

const cleanName = (text: string) =>
  text
    .replace(/[\t,;]+/g, ' ')
    .replace(/^["'« ]+|["'» ]+$/g, '')
    .replace(/ {2,}/g, ' ')
    .trim()

/** `jean-luc.fabre@…` → « Jean-Luc Fabre ». */
function nameFromMail(email: string): string {
  const words = email.split('@')[0]!.split('+')[0]!.split(/[._]+/).filter(Boolean)
  return words.map((word) => word.replace(/(^|-)(\p{L})/gu, (part) => part.toUpperCase())).join(' ')
}
