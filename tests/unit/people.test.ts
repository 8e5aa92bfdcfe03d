import { describe, expect, test } from 'vitest'
import { parsePeople } from '#shared/people.ts'

describe('a pasted list of people', () => {
  test('reads the usual ways of writing a person and an address', () => {
    const { people, problems } = parsePeople(
      [
        'Prénom;Nom;E-mail',
        'Corinne Estèbe <C.Estebe@exemple.fr>',
        '',
        'Łucja;Nowak;lucja@exemple.fr',
        'Jean-Luc\tFabre\tjl.fabre@exemple.fr',
        'Aïcha Diarra aicha@exemple.fr',
        '"Paulo Ferreira" <mailto:paulo@exemple.fr>',
      ].join('\r\n'),
    )
    expect(problems).toEqual([])
    expect(people).toEqual([
      { line: 2, name: 'Corinne Estèbe', email: 'c.estebe@exemple.fr' },
      { line: 4, name: 'Łucja Nowak', email: 'lucja@exemple.fr' },
      { line: 5, name: 'Jean-Luc Fabre', email: 'jl.fabre@exemple.fr' },
      { line: 6, name: 'Aïcha Diarra', email: 'aicha@exemple.fr' },
      { line: 7, name: 'Paulo Ferreira', email: 'paulo@exemple.fr' },
    ])
  })

  test('two people may share an address, one person may not come twice', () => {
    const { people, problems } = parsePeople('Ana Roy <a@b.fr>\nBo Roy <a@b.fr>\nana roy <A@B.fr>')
    expect(people.map((person) => person.name)).toEqual(['Ana Roy', 'Bo Roy'])
    expect(problems).toMatchObject([{ line: 3, problem: 'Cette personne est déjà à la ligne 1.' }])
  })

  test.each([
    ['Ana Roy', 'Il manque l’adresse e-mail.'],
    ['<a@b.fr>', 'Il manque le nom de la personne.'],
    ['Ana Roy <ana@roy>', '« ana@roy » n’est pas une adresse e-mail.'],
    ['Ana <a@b.fr> Bo <b@b.fr>', 'Il y a plusieurs adresses sur la ligne.'],
    [`${'x'.repeat(130)} <a@b.fr>`, 'Le nom dépasse 120 signes.'],
  ])('says what is wrong with %s', (line, problem) => {
    expect(parsePeople(line).problems).toMatchObject([{ line: 1, text: line, problem }])
    expect(parsePeople(line, 'en').problems[0]?.remedy).toBeTruthy()
  })
})
