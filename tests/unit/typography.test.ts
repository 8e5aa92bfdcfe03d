import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fr, quoted } from '#shared/typography.ts'

describe('French typography', () => {
  test.each([
    ['Mot de passe perdu ?', 'Mot de passe perdu\u202F?'],
    ['« Suite : ouvrir »', '«\u202FSuite\u00A0: ouvrir\u202F»'],
    ['12 min, 50 %', '12\u00A0min, 50\u202F%'],
    ["l'appareil d'Anne", 'l’appareil d’Anne'],
    ['1 740,00 €', '1\u202F740,00\u00A0€'],
    ['2 octobre 2026 120 manuels', '2 octobre 2026 120 manuels'],
    ['à 10:42 sur https://exemple.fr/?as=p1', 'à 10:42 sur https://exemple.fr/?as=p1'],
  ])('sets %j', (written, set) => {
    expect(fr(written)).toBe(set)
  })

  test('setting a text twice changes nothing more', () => {
    const piece = fc.constantFrom(
      ' ',
      '\u00A0',
      '\u202F',
      '«',
      '»',
      ':',
      ';',
      '!',
      '?',
      '%',
      '€',
      "'",
      'a',
      'é',
      '7',
      'min',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = fr(pieces.join(''))
        expect(fr(once)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a text between quotation marks', () => {
  test.each([
    ['Les mots à connaître', '«\u202FLes mots à connaître\u202F»'],
    ['Un faux ami\u00A0: «\u202FRejetée\u202F»', '«\u202FUn faux ami\u00A0: “Rejetée”\u202F»'],
  ])('quotes %j', (text, set) => {
    expect(quoted(text)).toBe(set)
  })
})
