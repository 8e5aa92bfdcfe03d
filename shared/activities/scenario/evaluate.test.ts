/** What a rule says of a field: each holds of what it should, whatever way it is typed, and of nothing else. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Field, FieldValue, Rule, ScenarioDefinition } from './definition.ts'
import { holds, resultsOf, verdictOf } from './evaluate.ts'
import { daysAfter, rounded, showDay, showDecimal, showMoney } from './fields/index.ts'

const base = { label: 'Champ', step: 's1', required: false, hints: [] }
const FIELDS: Field[] = [
  { ...base, id: 'code', type: 'identifier', max: 20 },
  { ...base, id: 'texte', type: 'long-text', max: 400, before: 'comme avant' },
  { ...base, id: 'a', type: 'money' },
  { ...base, id: 'b', type: 'money' },
  { ...base, id: 'c', type: 'money' },
  { ...base, id: 'jour', type: 'date' },
  { ...base, id: 'depart', type: 'date' },
  { ...base, id: 'siret', type: 'siret' },
  { ...base, id: 'lignes', type: 'lines', rates: [20, 5.5] },
  {
    ...base,
    id: 'pieces',
    type: 'attachments',
    files: [
      { name: 'a.pdf', bytes: 10 },
      { name: 'b.pdf', bytes: 2000 },
      { name: 'un_nom_bien_trop_long.pdf', bytes: 10 },
    ],
  },
]

/** A form with these fields, and nothing else that matters. */
function formWith(checks: ScenarioDefinition['checks'] = []): ScenarioDefinition {
  return {
    kind: 'scenario',
    title: 'T',
    context: 'C',
    today: '2026-11-17',
    fictitious: true,
    actors: [],
    roles: [],
    casting: 'drawn',
    documents: [],
    steps: [{ id: 's1', title: 'S' }],
    fields: FIELDS,
    checks,
    actions: [{ id: 'envoyer', label: 'Envoyer', sends: true }],
    start: 'brouillon',
    statuses: [{ id: 'brouillon', label: 'Brouillon', editable: 'all', actions: ['envoyer'] }],
    moves: [],
    mistakes: [],
    feedback: { done: 'd', partial: 'p', again: 'a' },
    model: { values: {}, actions: ['envoyer'], comment: 'c' },
  }
}
const form = formWith()
const is = (rule: Rule, field: string, values: Record<string, FieldValue>) =>
  holds(rule, field, form, { values })

const cents = fc.integer({ min: 0, max: 99_999_999 })
const typedMoney = (n: number) =>
  fc.constantFrom(
    showMoney(n),
    showDecimal(n, 2, 2),
    showDecimal(n, 2, 2).replaceAll('\u202F', ''),
    (n / 100).toFixed(2),
    (n / 100).toFixed(2).replace('.', ','),
  )
const money = cents.chain((n) => typedMoney(n).map((typed) => ({ n, typed })))
const day = fc.integer({ min: 0, max: 20_000 }).map((n) => daysAfter('2000-01-01', n))
const typedDay = (iso: string) =>
  fc.constantFrom(iso, showDay(iso), showDay(iso).replaceAll('/', ''), showDay(iso).replaceAll('/', '-'))

describe('rules of one field', () => {
  test('an empty field satisfies no rule that asks for something', () => {
    const rules: Rule[] = [
      { type: 'filled' },
      { type: 'valid' },
      { type: 'equals', value: 'x' },
      { type: 'one-of', values: ['x'] },
      { type: 'not-one-of', values: ['x'] },
      { type: 'mentions', groups: [['x']] },
      { type: 'same-as', field: 'texte' },
    ]
    for (const rule of rules) {
      expect(is(rule, 'code', {})).toBe(false)
      expect(is(rule, 'code', { code: '  ' })).toBe(false)
    }
  })

  test('equals: the same amount, the same day, however they are typed', () => {
    fc.assert(
      fc.property(money, money, ({ n, typed }, other) => {
        expect(is({ type: 'equals', value: showMoney(n) }, 'a', { a: typed })).toBe(true)
        expect(is({ type: 'equals', value: other.typed }, 'a', { a: typed })).toBe(n === other.n)
      }),
    )
    fc.assert(
      fc.property(
        day.chain((iso) => typedDay(iso).map((typed) => ({ iso, typed }))),
        day,
        ({ iso, typed }, other) => {
          expect(is({ type: 'equals', value: showDay(iso) }, 'jour', { jour: typed })).toBe(true)
          expect(is({ type: 'equals', value: other }, 'jour', { jour: typed })).toBe(iso === other)
        },
      ),
    )
  })

  test('one-of and not-one-of are each other’s contrary on what is filled in', () => {
    const code = fc.constantFrom('A1', 'A9', 'A12', '01', '1')
    fc.assert(
      fc.property(code, fc.uniqueArray(code, { minLength: 1 }), (said, values) => {
        expect(is({ type: 'one-of', values }, 'code', { code: said })).toBe(values.includes(said))
        expect(is({ type: 'not-one-of', values }, 'code', { code: said })).toBe(!values.includes(said))
      }),
    )
  })

  test('range: between its bounds, both in', () => {
    fc.assert(
      fc.property(cents, cents, cents, (low, high, n) => {
        const rule: Rule = { type: 'range', min: showMoney(low), max: showMoney(high) }
        expect(is(rule, 'a', { a: showMoney(n) })).toBe(low <= n && n <= high)
      }),
    )
    fc.assert(
      fc.property(day, day, (last, said) => {
        expect(is({ type: 'range', max: showDay(last) }, 'jour', { jour: showDay(said) })).toBe(said <= last)
        expect(is({ type: 'range', min: showDay(last) }, 'jour', { jour: showDay(said) })).toBe(said >= last)
      }),
    )
  })

  test('unchanged: what stood there at the start, spaces around it aside', () => {
    expect(is({ type: 'unchanged' }, 'texte', { texte: ' comme avant ' })).toBe(true)
    expect(is({ type: 'unchanged' }, 'texte', { texte: 'autrement' })).toBe(false)
    expect(is({ type: 'unchanged' }, 'code', {})).toBe(true)
    expect(is({ type: 'unchanged' }, 'code', { code: 'x' })).toBe(false)
  })

  test('mentions: one word of each group, case and accents aside; avoids: none of them', () => {
    const words = ['émargement', 'article 6', 'facture']
    fc.assert(
      fc.property(fc.subarray(words), fc.boolean(), (said, loud) => {
        const text = `Voici : ${said.join(' et ')}.`
        const texte = loud ? text.toUpperCase() : text
        const groups = words.map((word) => [word, `${word} bis`])
        expect(is({ type: 'mentions', groups }, 'texte', { texte })).toBe(said.length === words.length)
        expect(is({ type: 'avoids', words }, 'texte', { texte })).toBe(said.length === 0)
      }),
    )
  })

  test('includes and fits: the files that are picked', () => {
    const names = ['a.pdf', 'b.pdf', 'un_nom_bien_trop_long.pdf']
    fc.assert(
      fc.property(
        fc.subarray(names),
        fc.subarray(names, { minLength: 1 }),
        fc.boolean(),
        (pieces, values, only) => {
          const all =
            values.every((one) => pieces.includes(one)) && (!only || pieces.length === values.length)
          expect(is({ type: 'includes', values, only }, 'pieces', { pieces })).toBe(pieces.length > 0 && all)
          const fit = pieces.length > 0 && pieces.every((one) => one === 'a.pdf')
          expect(is({ type: 'fits', nameMax: 20, bytesMax: 100 }, 'pieces', { pieces })).toBe(fit)
        },
      ),
    )
  })
})

describe('rules across fields', () => {
  test('sum: of these, less those, to the cent', () => {
    fc.assert(
      fc.property(money, money, fc.integer({ min: -2, max: 2 }), (a, b, off) => {
        const values = { a: a.typed, b: b.typed, c: showMoney(a.n + b.n + off) }
        expect(is({ type: 'sum', of: ['a', 'b'], less: [] }, 'c', values)).toBe(off === 0)
        const rest = { a: a.typed, b: b.typed, c: showMoney(a.n - b.n + off) }
        expect(is({ type: 'sum', of: ['a'], less: ['b'] }, 'c', rest)).toBe(off === 0)
      }),
    )
    expect(is({ type: 'sum', of: ['a', 'b'], less: [] }, 'c', { a: '1', c: '1' })).toBe(false)
  })

  test('rate: rounded to the cent, halves up', () => {
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom(20, 10, 5.5, 2.1),
        fc.integer({ min: -1, max: 1 }),
        (n, rate, off) => {
          const vat = rounded(n, Math.round(rate * 100), 10_000)
          const values = { a: showMoney(n), b: showMoney(vat + off) }
          expect(is({ type: 'rate', of: 'a', rate }, 'b', values)).toBe(off === 0)
        },
      ),
    )
  })

  test('lines-total: what the lines add up to, in all or at one rate', () => {
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 500 }),
      price: cents,
      rate: fc.constantFrom(20, 5.5),
    })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const lignes = lines.map(({ quantity, price, rate }) => ({
          label: 'x',
          quantity: String(quantity),
          price: showDecimal(price, 2, 2),
          rate: String(rate).replace('.', ','),
        }))
        const net = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0)
        const at20 = lines
          .filter(({ rate }) => rate === 20)
          .reduce((sum, { quantity, price }) => sum + quantity * price, 0)
        const total = (rate?: number): Rule => ({
          type: 'lines-total',
          lines: 'lignes',
          total: 'net',
          ...(rate && { rate }),
        })
        expect(is(total(), 'a', { lignes, a: showMoney(net) })).toBe(true)
        expect(is(total(), 'a', { lignes, a: showMoney(net + 1) })).toBe(false)
        expect(is(total(20), 'a', { lignes, a: showMoney(at20) })).toBe(true)
      }),
    )
  })

  test('days-after: so many days after a day, given or in a field', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: -1, max: 1 }),
        (from, days, off) => {
          const jour = showDay(daysAfter(from, days + off))
          expect(is({ type: 'days-after', day: from, days }, 'jour', { jour })).toBe(off === 0)
          const values = { jour, depart: showDay(from) }
          expect(is({ type: 'days-after', day: { field: 'depart' }, days }, 'jour', values)).toBe(off === 0)
        },
      ),
    )
  })

  test('same-as and valid', () => {
    expect(is({ type: 'same-as', field: 'a' }, 'b', { a: '1 000,00', b: '1000' })).toBe(true)
    expect(is({ type: 'same-as', field: 'a' }, 'b', { a: '1 000,00', b: '100' })).toBe(false)
    expect(is({ type: 'valid' }, 'siret', { siret: '210 004 214 00016' })).toBe(true)
    expect(is({ type: 'valid' }, 'siret', { siret: '21000421400017' })).toBe(false)
    expect(is({ type: 'valid' }, 'jour', { jour: '31/11/2026' })).toBe(false)
  })
})

test('verdict: all right, at least 60 % without a grave error, else to take up again', () => {
  const check = (id: string, critical: boolean, show: 'trainer' | 'on-submission' = 'on-submission') => ({
    id,
    field: 'code',
    rule: { type: 'equals' as const, value: id },
    message: 'm',
    critical,
    when: [],
    show,
  })
  fc.assert(
    fc.property(
      fc.array(fc.record({ ok: fc.boolean(), critical: fc.boolean() }), { minLength: 1, maxLength: 15 }),
      (all) => {
        const checks = all.map(({ critical }, i) => check(`k${i}`, critical))
        const definition = formWith([...checks, check('formateur', true, 'trainer')])
        const results = Object.fromEntries(
          all.map(({ ok }, i) => [`k${i}`, { ok, message: 'm', field: 'code' }]),
        )
        const right = all.filter(({ ok }) => ok).length
        const grave = all.some(({ ok, critical }) => !ok && critical)
        const expected =
          right === all.length ? 'done' : !grave && right >= 0.6 * all.length ? 'partial' : 'again'
        expect(verdictOf(definition, results)).toEqual({ verdict: expected, right, of: all.length })
      },
    ),
  )
})

test('a check whose conditions do not hold says nothing', () => {
  const when = [{ field: 'a', rule: { type: 'filled' as const } }]
  const definition = formWith([
    {
      id: 'k',
      field: 'code',
      rule: { type: 'filled' },
      message: 'm',
      critical: false,
      when,
      show: 'at-once',
    },
  ])
  expect(resultsOf(definition, { values: {} })).toEqual({})
  expect(resultsOf(definition, { values: { a: '1' } }).k?.ok).toBe(false)
})
