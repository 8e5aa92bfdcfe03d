import { describe, expect, test } from 'vitest'
import { readPeople } from '#shared/people.ts'

describe('a pasted list of people', () => {
  test('reads the usual ways of writing a person and an address', () => {
    const { people, problems } = readPeople(
      [
        '',
        'Corinne Estèbe <c.estebe@exemple.fr>',
        '',
        'Łucja;Nowak;lucja@exemple.fr',
        'Jean-Luc\tFabre\tjl.fabre@exemple.fr',
        'aicha.diarra@exemple.fr',
        '"Paulo Ferreira" <paulo@exemple.fr>',
        'Karim Oualid karim@exemple.fr',
      ].join('\r\n'),
    )
    expect(problems).toEqual([])
    expect(people).toEqual([
      { line: 2, name: 'Corinne Estèbe', email: 'c.estebe@exemple.fr' },
      { line: 4, name: 'Łucja Nowak', email: 'lucja@exemple.fr' },
      { line: 5, name: 'Jean-Luc Fabre', email: 'jl.fabre@exemple.fr' },
      { line: 6, name: 'Aicha Diarra', email: 'aicha.diarra@exemple.fr' },
      { line: 7, name: 'Paulo Ferreira', email: 'paulo@exemple.fr' },
      { line: 8, name: 'Karim Oualid', email: 'karim@exemple.fr' },
    ])
  })

  test('two people may share an address, one person may not come twice', () => {
    const { people, problems } = readPeople('Ana Roy <a@b.fr>\nBo Roy <a@b.fr>\nana roy <A@B.fr>')
    expect(people.map((person) => person.name)).toEqual(['Ana Roy', 'Bo Roy'])
    expect(problems).toMatchObject([{ line: 3, problem: 'cette personne est déjà à la ligne 1' }])
  })

  test.each([
    ['Ana Roy', 'il manque l’adresse e-mail'],
    ['Ana Roy <ana>', '« ana » n’est pas une adresse e-mail'],
    ['Ana <a@b.fr> Bo <b@b.fr>', 'il y a plusieurs adresses sur la ligne'],
    ['a@b.fr Ana Roy', 'le nom et l’adresse ne sont pas séparés'],
    [`${'x'.repeat(130)} <a@b.fr>`, 'le nom dépasse 100 caractères'],
  ])('says what is wrong with %s', (line, problem) => {
    expect(readPeople(line).problems).toMatchObject([{ line: 1, text: line, problem }])
    expect(readPeople(line, 'en').problems[0]?.remedy).toBeTruthy()
  })
})
