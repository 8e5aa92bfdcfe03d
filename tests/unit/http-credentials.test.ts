import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  canonicalClassCode,
  canonicalPassword,
  makeClassCode,
  makeId,
  makePassword,
} from '#server/http/credentials.ts'
import { createPasswords } from '#server/http/passwords.ts'

describe('generated credentials', () => {
  it('makes passwords in three groups that read as themselves', () => {
    for (let i = 0; i < 500; i++) {
      const password = makePassword()
      expect(password).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(canonicalPassword(password)).toBe(password.replaceAll('-', ''))
    }
  })

  it.each([
    ['K7QM-3XTR-9WBD', 'K7QM3XTR9WBD'],
    ['k7qm 3xtr 9wbd', 'K7QM3XTR9WBD'],
    ['K7QM3XTR9WBD', 'K7QM3XTR9WBD'],
    ['k7qm–3xtr—9wbd ', 'K7QM3XTR9WBD'],
    ['OOII-llLL-uU00', '00111111VV00'],
    ['Ｋ7QM-3XTR-9WBD', 'K7QM3XTR9WBD'],
    ['K7QM-3XTR-9WB', undefined],
    ['K7QM-3XTR-9WBDE', undefined],
    ['K7QM-3XTR-9WB!', undefined],
    ['', undefined],
  ])('reads %j as %s', (typed, symbols) => expect(canonicalPassword(typed)).toBe(symbols))

  it('makes class codes without look-alikes', () => {
    for (let i = 0; i < 500; i++) expect(makeClassCode()).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
    expect(canonicalClassCode('k7q 3xt')).toBe('K7Q3XT')
    expect(canonicalClassCode('K7Q3X0')).toBeUndefined()
    expect(canonicalClassCode('K7Q3XTR')).toBeUndefined()
  })

  it('makes ids that fit in the name of a cookie', () => expect(makeId()).toMatch(/^[0-9a-z]{20}$/))
})

describe('password hashes', () => {
  const passwords = createPasswords(randomBytes(32))
  const opens = async (login: string, password: string, passwordHash: string) =>
    (await passwords.matching(login, password, [{ passwordHash }])).length === 1

  it('forgives case, separators and look-alikes of a generated password only', async () => {
    const generated = await passwords.hash('a@exemple.fr', 'K7QM-3XTR-0WBD', 'generated')
    expect(await opens('A@exemple.fr ', 'k7qm3xtrowbd', generated)).toBe(true)
    expect(await opens('a@exemple.fr', 'K7QM-3XTR-1WBD', generated)).toBe(false)
    const chosen = await passwords.hash('a@exemple.fr', 'Bonjourmande', 'chosen')
    expect(await opens('a@exemple.fr', 'Bonjourmande', chosen)).toBe(true)
    expect(await opens('a@exemple.fr', 'bonjourmande', chosen)).toBe(false)
    const looksGenerated = await passwords.hash('a@exemple.fr', 'K7QM-3XTR-0WBD', 'chosen')
    expect(await opens('a@exemple.fr', 'K7QM-3XTR-0WBD', looksGenerated)).toBe(true)
    expect(await opens('a@exemple.fr', 'k7qm-3xtr-0wbd', looksGenerated)).toBe(false)
  })

  it('tells apart people who share a login, and keeps nothing that opens another login', async () => {
    const one = {
      name: 'one',
      passwordHash: await passwords.hash('a@exemple.fr', 'K7QM-3XTR-9WBD', 'generated'),
    }
    const two = {
      name: 'two',
      passwordHash: await passwords.hash('a@exemple.fr', 'M7QM-3XTR-9WBD', 'generated'),
    }
    expect(await passwords.matching('a@exemple.fr', 'm7qm-3xtr-9wbd', [one, two])).toEqual([two])
    expect(await passwords.matching('b@exemple.fr', 'm7qm-3xtr-9wbd', [one, two])).toEqual([])
    expect(await passwords.matching('a@exemple.fr', 'm7qm-3xtr-9wbd', [])).toEqual([])
  })

  it('refuses to hash as generated what is not', async () => {
    await expect(passwords.hash('a@exemple.fr', 'secret', 'generated')).rejects.toThrow()
  })
})
