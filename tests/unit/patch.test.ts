import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diff, mergePatch, same } from '#shared/patch.ts'

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.oneof(fc.integer(), fc.string())))
const { view } = fc.letrec<{ view: Record<string, unknown> }>((tie) => ({
  view: fc.dictionary(fc.stringMatching(/^[a-e]$/), fc.oneof({ maxDepth: 3 }, leaf, tie('view')), {
    maxKeys: 4,
  }),
}))

test('before + diff(before, after) = after', () => {
  fc.assert(
    fc.property(view, view, (before, after) => {
      const patch = diff(before, after)
      if (patch === undefined) expect(before).toEqual(after)
      else expect(mergePatch(before, JSON.parse(JSON.stringify(patch)))).toEqual(after)
      expect(same(before, after)).toBe(patch === undefined)
    }),
    { numRuns: 1000 },
  )
})

test('parts that a patch does not touch are shared, and equal views give no patch', () => {
  const before = { a: { b: 1 }, c: { d: [1, 2] } }
  const after = mergePatch(before, { a: { b: 2 } }) as typeof before
  expect(after).toEqual({ a: { b: 2 }, c: { d: [1, 2] } })
  expect(after.c).toBe(before.c)
  expect(diff(before, structuredClone(before))).toBeUndefined()
})

test('keys that appear, change shape or go', () => {
  expect(diff({ s: { slide: 1, step: 0 } }, { s: { activityId: 'p1' } })).toEqual({
    s: { slide: null, step: null, activityId: 'p1' },
  })
  expect(diff({ a: [1], b: 'x' }, { a: { k: 1 } })).toEqual({ a: { k: 1 }, b: null })
})
