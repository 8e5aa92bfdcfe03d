import { expect, test } from 'vitest'
import { createLoginLimits } from '#server/http/limits.ts'

const refused = { status: 429 }

test('failures at one address do not keep the same person out elsewhere', async () => {
  const limits = createLoginLimits()
  for (let i = 0; i < 5; i++) await limits.attempt('203.0.113.7', 'lea@exemple.fr')
  await expect(limits.attempt('203.0.113.7', 'lea@exemple.fr')).rejects.toMatchObject(refused)
  await (await limits.attempt('198.51.100.2', 'lea@exemple.fr')).succeeded()
  await expect(limits.attempt('203.0.113.7', 'lea@exemple.fr')).rejects.toMatchObject(refused)
})

test('one subscriber’s IPv6 addresses count as one', async () => {
  const limits = createLoginLimits()
  for (let i = 0; i < 5; i++) await limits.attempt(`2001:db8:1:2::${i}`, 'lea@exemple.fr')
  await expect(limits.attempt('2001:db8:1:2:3:4:5:6', 'lea@exemple.fr')).rejects.toMatchObject(refused)
  await limits.attempt('2001:db8:1:3::1', 'lea@exemple.fr')
})

test('an account attacked from many addresses lets each of them try once, then wait', async () => {
  const limits = createLoginLimits()
  const attempt = (n: number) => limits.attempt(`10.0.${n >> 8}.${n & 255}`, 'lea@exemple.fr')
  for (let n = 0; n < 1000; n++) await attempt(n)
  await attempt(1000)
  await expect(attempt(1000)).rejects.toMatchObject({ status: 429, retryAfter: 30 })
})
