import { describe, expect, it } from 'vitest'
import { readPeople } from '#shared/people.ts'

describe('a pasted list of people', () => {
  const good: [line: string, name: string, email: string][] = [
    ['Łucja Nowak <lucja.nowak@exemple.fr>', 'Łucja Nowak', 'lucja.nowak@exemple.fr'],
    ['Jean-Luc Fabre, jean-luc.fabre@exemple.fr', 'Jean-Luc Fabre', 'jean-luc.fabre@exemple.fr'],
    ['Fabre; Jean-Luc; jl@exemple.fr', 'Fabre Jean-Luc', 'jl@exemple.fr'],
    ['Élodie\tVasseur\telodie@exemple.fr', 'Élodie Vasseur', 'elodie@exemple.fr'],
    ['elodie.vasseur@exemple.fr', 'Elodie Vasseur', 'elodie.vasseur@exemple.fr'],
    ['jean-luc_fabre+cci@exemple.fr', 'Jean-Luc Fabre', 'jean-luc_fabre+cci@exemple.fr'],
    ['Bernard Chauvin bernard@exemple.fr', 'Bernard Chauvin', 'bernard@exemple.fr'],
    ['<seul@exemple.fr>', 'Seul', 'seul@exemple.fr'],
    ['  "Nadia Belkacem"   < nadia@exemple.fr > ;', 'Nadia Belkacem', 'nadia@exemple.fr'],
    ['Aïcha\u00a0Diarra <aicha@exemple.fr>,', 'Aïcha Diarra', 'aicha@exemple.fr'],
    ['Marie O’Brien <marie@sous.exemple.co.uk>', 'Marie O’Brien', 'marie@sous.exemple.co.uk'],
  ]
  it.each(good)('reads %j', (line, name, email) => {
    expect(readPeople(line, 'fr')).toEqual({ people: [{ line: 1, name, email }], problems: [] })
  })

  const bad: [line: string, problem: string][] = [
    ['Bernard Chauvin', 'il manque l’adresse'],
    ['Bernard Chauvin <bernard@exemple>', 'n’est pas une adresse'],
    ['Bernard Chauvin <>', 'il manque l’adresse'],
    ['a@exemple.fr, b@exemple.fr', 'plusieurs adresses'],
    ['a@exemple.fr b@exemple.fr', 'plusieurs adresses'],
    ['Bernard <a@exemple.fr> Chauvin', 'ne sont pas séparés'],
    ['<script>x</script> <a@exemple.fr>', 'caractères interdits'],
    [`Bern\u202eard <a@exemple.fr>`, 'caractères interdits'],
    [`${'x'.repeat(101)} <a@exemple.fr>`, 'dépasse 100'],
    [`x <${'a'.repeat(250)}@exemple.fr>`, 'n’est pas une adresse'],
    ['Bernard <ber nard@exemple.fr>', 'n’est pas une adresse'],
  ]
  it.each(bad)('refuses %j', (line, problem) => {
    const { people, problems } = readPeople(`ok@exemple.fr\n\n${line}`, 'fr')
    expect(people).toHaveLength(1)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ line: 3 })
    expect(problems[0]!.problem).toContain(problem)
    expect(problems[0]!.remedy).not.toBe('')
  })

  it('reports every bad line, in the language asked', () => {
    const { problems } = readPeople('un\r\ndeux\ntrois@exemple.fr', 'en')
    expect(problems.map(({ line }) => line)).toEqual([1, 2])
    expect(problems[0]).toMatchObject({ text: 'un', problem: 'the e-mail address is missing' })
  })

  it('reports duplicates but lets two people share an address', () => {
    const list = 'Anne Roux <a@exemple.fr>\nPaul Roux <a@exemple.fr>\nanne roux, A@exemple.fr'
    const { people, problems } = readPeople(list, 'fr')
    expect(people).toHaveLength(2)
    expect(problems).toEqual([
      expect.objectContaining({ line: 3, problem: 'cette personne est déjà à la ligne 1' }),
    ])
  })

  it('takes 50 people, not 51, not none', () => {
    const lines = Array.from({ length: 51 }, (_, i) => `p${i}@exemple.fr`)
    expect(readPeople(lines.slice(0, 50).join('\n'), 'fr').problems).toEqual([])
    expect(readPeople(lines.join('\n'), 'fr').problems).toEqual([expect.objectContaining({ line: 51 })])
    expect(readPeople(' \n ', 'fr').problems).toEqual([expect.objectContaining({ line: 1 })])
  })

  it('reads a line of blanks and separators without trying every way of sharing them', () => {
    const blanks = '\t'.repeat(9_000)
    const list = [`Ana${blanks}Roy`, `Bob <${blanks}b`, `Cléo ${', \t'.repeat(600)}x`].join('\n')
    expect(readPeople(list, 'fr').people).toEqual([])
  })
})
