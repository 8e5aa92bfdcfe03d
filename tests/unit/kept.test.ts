/** What a device keeps, in a browser that refuses every storage: here there is none at all. */
import { expect, test } from 'vitest'
import { forgetKeptUnder, keep, readKept } from '#client/live/kept.ts'

test('without any storage, work lives as long as the page and goes when its author signs out', async () => {
  await keep('c1/p1/a1', { draft: 'oui' })
  await keep('c1/p2/a1', { draft: 'non' })
  expect(await readKept('c1/p1/a1')).toEqual({ draft: 'oui' })
  await forgetKeptUnder('c1/p1')
  expect(await readKept('c1/p1/a1')).toEqual({})
  expect(await readKept('c1/p2/a1')).toEqual({ draft: 'non' })
})
