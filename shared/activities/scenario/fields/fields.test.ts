import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  daysAfter,
  lineTotals,
  mentions,
  read,
  readDecimal,
  readLine,
  rounded,
  show,
  showMoney,
} from './index.ts'

const field = (type: string, more: object = {}) => ({ type, ...more }) as Parameters<typeof read>[0]

describe('amounts', () => {
  test.each([
    ['2 148,00', 214_800],
    ['2148', 214_800],
    ['2148.5', 214_850],
    ['2\u202F148,00\u00A0€', 214_800],
    ['2.148,00', 214_800],
    ['2,148.00', 214_800],
    ['1.234.567', 123_456_700],
    ['-12,30', -1230],
    ['0,05', 5],
    ['12,', 1200],
    ['12,3400', 1234],
  ])('« %s » is %i cents', (typed, cents) => expect(readDecimal(typed, 2)).toBe(cents))

  test.each(['', 'abc', '1,2,3', '12,345', '1 2 3,4 5 6 7', '--3', '1e3', '12.34.56'])(
    '« %s » is no amount',
    (typed) => expect(readDecimal(typed, 2)).toBeUndefined(),
  )

  test('what is shown is read back, whatever the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
        expect(readDecimal(showMoney(cents), 2)).toBe(cents)
      }),
    )
  })

  test('a share of an amount is the nearest cent, never a binary fraction', () => {
    expect(rounded(174_000, 550, 10_000)).toBe(9570)
    expect(rounded(1, 50, 100)).toBe(1)
    expect(rounded(-1, 50, 100)).toBe(-1)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.integer({ min: 0, max: 10_000 }),
        (cents, rate) => {
          const exact = (BigInt(cents) * BigInt(rate) * 2n + 10_000n) / 20_000n
          expect(BigInt(rounded(cents, rate, 10_000))).toBe(exact)
        },
      ),
    )
  })
})

describe('days', () => {
  test.each([
    ['17/11/2026', '2026-11-17'],
    ['17-11-2026', '2026-11-17'],
    ['17.11.26', '2026-11-17'],
    ['1/2/2026', '2026-02-01'],
    ['2026-11-17', '2026-11-17'],
    ['29/02/2028', '2028-02-29'],
  ])('« %s » is %s', (typed, day) => expect(read(field('date'), typed)).toMatchObject({ day, text: day }))

  test.each(['31/02/2026', '17/13/2026', '29/02/2026', 'demain', '32112026', '2026-17-11'])(
    '« %s » is no day, and says how one is written',
    (typed) => expect(read(field('date'), typed).problem).toContain('17/11/2026'),
  )

  test('thirty days after the 17th of November is the 17th of December', () => {
    expect(daysAfter('2026-11-17', 30)).toBe('2026-12-17')
    expect(daysAfter('2026-10-22', 30)).toBe('2026-11-21')
  })
})

const SIRETS = [
  '00012345500016',
  '00013468400026',
  '00014579700015',
  '00015682800030',
  '00016793200011',
  '00017814500017',
  '00018925800023',
  '00019136100013',
  '00021358700017',
  '21000421400016',
  '26000442900015',
  '22000040000014',
  '19000443200018',
  '24000450700010',
  '35600000000048',
  '35600000049837',
]
const IBANS = ['FR7699999000420001234560113', 'FR7699999000420001346870205', 'FR7699999000420002135861027']
const VATS = ['FR31000123455', 'FR59000134684', 'FR88000213587']
const SPACES = fc.constantFrom('', ' ', '\u00A0', '\u202F', '-', '.')

describe('numbers with a key', () => {
  const spaced = (number: string) =>
    fc
      .tuple(...[...number].map(() => SPACES))
      .map((marks) => [...number].map((c, i) => c + marks[i]).join(''))

  test.each([
    ...SIRETS.map((one) => ['siret', one] as const),
    ...IBANS.map((one) => ['iban', one] as const),
    ...VATS.map((one) => ['vat', one] as const),
  ])('%s %s passes, however it is spaced, in small letters too', (type, number) => {
    fc.assert(
      fc.property(spaced(number), fc.boolean(), (typed, small) => {
        const said = read(field(type), small ? typed.toLowerCase() : typed)
        expect(said).toEqual({ empty: false, text: number })
      }),
      { numRuns: 30 },
    )
  })

  test('one wrong digit in a SIRET, a VAT number or an IBAN is always found', () => {
    const cases = [
      ...SIRETS.filter((one) => !one.startsWith('356000000')).map((one) => ['siret', one] as const),
      ...IBANS.map((one) => ['iban', one] as const),
      ...VATS.map((one) => ['vat', one] as const),
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.nat(26),
        fc.integer({ min: 1, max: 9 }),
        ([type, number], at, by) => {
          const digits = [...number.matchAll(/\d/g)].map((match) => match.index)
          const i = digits[at % digits.length]!
          const changed = number.slice(0, i) + ((Number(number[i]) + by) % 10) + number.slice(i + 1)
          expect(read(field(type), changed).problem).toBeDefined()
        },
      ),
    )
  })

  test('two neighbouring digits exchanged are found in an IBAN, and in a SIRET unless they are 0 and 9', () => {
    const swap = (text: string, i: number) => text.slice(0, i) + text[i + 1] + text[i] + text.slice(i + 2)
    fc.assert(
      fc.property(fc.constantFrom(...IBANS), fc.integer({ min: 4, max: 25 }), (iban, i) => {
        fc.pre(iban[i] !== iban[i + 1])
        expect(read(field('iban'), swap(iban, i)).problem).toBeDefined()
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...SIRETS.slice(0, 14)), fc.integer({ min: 0, max: 12 }), (siret, i) => {
        const pair = [siret[i], siret[i + 1]].sort().join('')
        fc.pre(siret[i] !== siret[i + 1] && pair !== '09')
        expect(read(field('siret'), swap(siret, i)).problem).toBeDefined()
      }),
    )
  })

  test('the false ones of the course say what is wrong', () => {
    expect(read(field('siret'), '21000421400017').problem).toContain('clé')
    expect(read(field('siret'), '2100042140001').problem).toContain('13')
    expect(read(field('iban'), 'FR7699999000420001234560311').problem).toContain('clé')
  })

  test('they are shown in groups, with every zero they had', () => {
    expect(show(field('siret'), '00012345500016')).toBe('000\u202F123\u202F455\u202F00016')
    expect(show(field('iban'), IBANS[0]!).replaceAll('\u202F', ' ')).toBe('FR76 9999 9000 4200 0123 4560 113')
    expect(read(field('siret'), show(field('siret'), '00012345500016')).text).toBe('00012345500016')
  })
})

describe('identifiers, choices, attachments', () => {
  test('length and alphabet', () => {
    const number = field('identifier', { max: 20, alphabet: 'A-Z0-9_/+-' })
    expect(read(number, 'FA-2026-0417').problem).toBeUndefined()
    expect(read(number, 'FA-2026-0417-BIS-BIS-BIS').problem).toContain('20')
    expect(read(number, 'FA 2026').problem).toContain('caractère')
  })

  test('a choice outside the list is named', () => {
    const frame = field('choice', { options: [{ value: 'A1', label: 'A1, fournisseur' }] })
    expect(read(frame, 'A9').problem).toContain('A9')
    expect(show(frame, 'A1')).toBe('A1, fournisseur')
  })

  test('attachments compare whatever the order in which they were picked', () => {
    expect(read(field('attachments'), ['b.pdf', 'a.pdf']).text).toBe(
      read(field('attachments'), ['a.pdf', 'b.pdf']).text,
    )
  })
})

describe('lines', () => {
  const rows = [
    { label: 'Manuels scolaires', quantity: '120', price: '14,50', rate: '5,5' },
    { label: 'Lots de cahiers', quantity: '60', price: '6,80', rate: '20' },
  ]

  test('they add up as on the invoice', () => {
    const { lines } = read(field('lines'), rows)
    expect(lineTotals(lines!)).toEqual({ net: 214_800, vat: 17_730, gross: 232_530 })
    expect(lineTotals(lines!, 550)).toEqual({ net: 174_000, vat: 9570, gross: 183_570 })
  })

  test('a row half filled is named; empty rows do not count', () => {
    expect(read(field('lines'), [{ label: '', quantity: ' ', price: '', rate: '' }])).toMatchObject({
      empty: true,
    })
    expect(
      read(field('lines'), [rows[0]!, { label: 'x', quantity: 'deux', price: '1', rate: '20' }]).problem,
    ).toContain('Ligne 2')
  })

  test('totals do not depend on the order of the rows', () => {
    const row = fc.record({
      label: fc.constant('x'),
      quantity: fc.integer({ min: 0, max: 999 }).map(String),
      price: fc.integer({ min: 0, max: 99_999 }).map((cents) => showMoney(cents)),
      rate: fc.constantFrom('5,5', '10', '20'),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (some) => {
        const lines = some.map(readLine)
        const totals = lineTotals(lines)
        expect(lineTotals([...lines].reverse())).toEqual(totals)
        expect(totals.gross).toBe(totals.net + totals.vat)
        expect(totals.net).toBe(lines.reduce((sum, line) => sum + line.net!, 0))
      }),
    )
  })
})

test('words are found whatever their accents, capitals and spaces', () => {
  expect(mentions('Ci-joint la feuille d’Émargement (article 6)', ['emargement'])).toBe(true)
  expect(mentions('Montant : 2\u202F325,30 €', ['2325,30'])).toBe(true)
  expect(mentions('SIRET 000 123 455 00016', ['00012345500016'])).toBe(true)
  expect(mentions('Bonjour', ['mot de passe'])).toBe(false)
})
