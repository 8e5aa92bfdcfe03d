import { describe, expect, it } from 'vitest'
import { readSheet } from '#server/sheet/read.ts'
import { readPeople } from '#shared/people.ts'
import { guessColumns, linesOf } from '#shared/sheet.ts'

const rowsOf = async (bytes: Buffer) => {
  const result = await readSheet(bytes)
  if ('fault' in result) throw new Error(result.fault)
  return result.sheet
}

describe('a table of people', () => {
  it.each([
    ['Civilité;Prénom;Nom;Courriel', { first: 1, last: 2, email: 3, header: 1 }],
    ['Nom;Adresse e-mail', { name: 0, email: 1, header: 1 }],
    ['NOM DE FAMILLE;PRENOM;MAIL;Société', { last: 0, first: 1, email: 2, header: 1 }],
    ['First name;Last name;Email', { first: 0, last: 1, email: 2, header: 1 }],
    ['Ana Roy;ana@exemple.fr', { name: 0, email: 1, header: 0 }],
    ['12;ana@exemple.fr;Ana Roy', { email: 1, name: 2, header: 0 }],
    ['ana@exemple.fr', { email: 0, header: 0 }],
  ])('%s', (head, columns) => {
    const body = ['12', 'x'].includes(head.split(';')[0]!) ? [] : [head.split(';').map(() => '')]
    expect(guessColumns([head.split(';'), ...body])).toEqual(columns)
  })

  it('makes lines that the list reads, whole or in parts', () => {
    const rows = [
      ['Prénom', 'Nom', 'Mail'],
      ['Ana', 'Roy', 'ana@exemple.fr'],
      ['', '', ''],
      ['Jean-Luc', 'Fabre, dit « Jo »', 'jl@exemple.fr'],
      ['', '', 'seul@exemple.fr'],
      ['Sans', 'Adresse', ''],
    ]
    const lines = linesOf(rows, guessColumns(rows))
    const { people, problems } = readPeople(lines)
    expect(people.map(({ name, email }) => [name, email])).toEqual([
      ['Ana Roy', 'ana@exemple.fr'],
      ['Jean-Luc Fabre dit « Jo', 'jl@exemple.fr'],
      ['Seul', 'seul@exemple.fr'],
    ])
    expect(problems).toMatchObject([{ line: 4, text: 'Sans Adresse' }])
  })
})

describe('the encoding and the separator', () => {
  const text = 'Nom;Mail\r\n"Élodie; née Vasseur";e@exemple.fr\r\n'
  it.each<[string, Buffer, object]>([
    ['UTF-8', Buffer.from(text), { encoding: 'utf-8', separator: ';' }],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), { encoding: 'utf-8', separator: ';' }],
    ['Windows-1252', Buffer.from(text, 'latin1'), { encoding: 'windows-1252', separator: ';' }],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le'), { encoding: 'utf-16le', separator: ';' }],
    [
      'tabs',
      Buffer.from(text.replaceAll('; ', '\v').replaceAll(';', '\t').replaceAll('\v', '; ')),
      { separator: '\t' },
    ],
  ])('%s', async (_, bytes, found) => {
    const sheet = await rowsOf(bytes)
    expect(sheet).toMatchObject(found)
    expect(sheet.rows).toEqual([
      ['Nom', 'Mail'],
      ['Élodie; née Vasseur', 'e@exemple.fr'],
    ])
  })
})
