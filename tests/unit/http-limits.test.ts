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

test('a whole room behind one address enters at once while somebody in it attacks one of them', async () => {
  const limits = createLoginLimits()
  const room = '192.0.2.1'
  let tried = 0
  for (let n = 0; n < 200; n++) {
    await limits.attempt(room, 'cible@exemple.fr').then(
      () => tried++,
      (error) => expect(error).toMatchObject(refused),
    )
  }
  // Beyond its free failures the attacker waits, and what waits is not held against the room.
  expect(tried).toBeLessThan(10)
  const people = Array.from({ length: 13 }, (_, n) => `p${n}@exemple.fr`)
  for (const person of people) {
    for (let mistake = 0; mistake < 4; mistake++) await limits.attempt(room, person)
  }
  const entered = await Promise.all(people.map((person) => limits.attempt(room, person)))
  await Promise.all(entered.map((attempt) => attempt.succeeded()))
  // Somewhere else the one attacked enters too.
  await (await limits.attempt('198.51.100.9', 'cible@exemple.fr')).succeeded()
})
