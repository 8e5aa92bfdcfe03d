import { expect, test } from 'vitest'
import { createReactions } from '#server/live/reactions.ts'
import type { ReactionNews } from '#shared/protocol.ts'

function desk() {
  let now = 0
  const heard: [string, ReactionNews][] = []
  const reactions = createReactions(
    () => now,
    (classId, news) => heard.push([classId, news]),
  )
  return {
    heard,
    wait: (ms: number) => {
      now += ms
    },
    react: (personId: string, reaction: unknown = 'thumb', type: unknown = 'react') =>
      reactions.heard({ classId: 'c', personId }, { type, reaction }),
    say: (message: unknown) => reactions.heard({ classId: 'c', personId: 'p' }, message),
  }
}

test('a reaction reaches the trainers without a name', () => {
  const d = desk()
  d.react('p', 'applause')
  expect(d.heard).toEqual([['c', { type: 'reaction', reaction: 'applause' }]])
})

test('one person who taps without end is heard now and then; the others as ever', () => {
  const d = desk()
  for (let i = 0; i < 50; i++) d.react('p')
  expect(d.heard).toHaveLength(3)
  d.react('q')
  expect(d.heard).toHaveLength(4)
  d.wait(2000)
  d.react('p')
  d.react('p')
  expect(d.heard).toHaveLength(5)
})

test('anything else is left alone', () => {
  const d = desk()
  for (const message of [null, undefined, 'react', 3, [], {}, { type: 'watch', activityId: 'a' }])
    d.say(message)
  d.react('p', 'insult')
  d.react('p', 'toString')
  d.react('p', 'thumb', 'draft')
  expect(d.heard).toEqual([])
})
