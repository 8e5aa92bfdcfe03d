/** Passwords and class codes that the product makes: alphabets, shapes, and what is forgiven when typed. */
import { randomInt } from 'node:crypto'

/**
 * Crockford's 32 symbols: no I, L, O, U. A typed O can only mean 0, an I or L only 1, a U only V, so
 * look-alikes are forgiven without ambiguity.
 */
const PASSWORD_SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LOOK_ALIKES: Record<string, string> = { O: '0', I: '1', L: '1', U: 'V' }
const PASSWORD_SHAPE = /^[0-9A-HJKMNP-TV-Z]{12}$/

/** No I, O, 0, 1: a code is read aloud and copied from a screen. */
const CODE_SYMBOLS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const CODE_SHAPE = /^[2-9A-HJ-NP-Z]{6}$/

const SEPARATORS = /[\s\-\u2010-\u2015._]/g

function draw(symbols: string, length: number): string {
  return Array.from({ length }, () => symbols[randomInt(symbols.length)]).join('')
}

/** A fresh password of 60 bits, in three groups: `K7QM-3XTR-9WBD`. */
export function makePassword(): string {
  return draw(PASSWORD_SYMBOLS, 12).replace(/(.{4})(?=.)/g, '$1-')
}

/** The 12 symbols a typed text stands for when it may be a generated password; undefined when it cannot. */
export function canonicalPassword(typed: string): string | undefined {
  const symbols = typed
    .normalize('NFKC')
    .replace(SEPARATORS, '')
    .toUpperCase()
    .replace(/[OILU]/g, (letter) => LOOK_ALIKES[letter]!)
  return PASSWORD_SHAPE.test(symbols) ? symbols : undefined
}

/** A fresh class code of 6 symbols, without its space. */
export function makeClassCode(): string {
  return draw(CODE_SYMBOLS, 6)
}

/** The code a typed text stands for (case, spaces and hyphens forgiven); undefined when it is none. */
export function canonicalClassCode(typed: string): string | undefined {
  const symbols = typed.normalize('NFKC').replace(SEPARATORS, '').toUpperCase()
  return CODE_SHAPE.test(symbols) ? symbols : undefined
}

/** Unique ids without punctuation: they go into cookie names and into other ids. */
export function makeId(): string {
  return draw('0123456789abcdefghijklmnopqrstuvwxyz', 20)
}
