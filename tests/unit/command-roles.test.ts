/** Every command for every role: what is not written here as open is refused. */
import { expect, it } from 'vitest'
import { commands, refuse } from '#shared/class/commands.ts'
import type { Actor } from '#shared/types.ts'

const ROLES = ['trainer', 'cotrainer', 'participant', 'stage', 'system'] as const
/** The first letter of each role that may: t, c, p, s (stage), y (system). */
const LETTERS = { trainer: 't', cotrainer: 'c', participant: 'p', stage: 's', system: 'y' }
const MAY: Record<string, string> = {
  'class.start': 't',
  'class.end': 't',
  'lead.hand': 't',
  'lead.take': 't',
  'people.sync': 'y',
  'activity.collect': 'y',
  'activity.do': 'tcps',
  'activity.close': 'tcy',
  'floor.ask': 'p',
  'floor.withdraw': 'p',
  'pace.say': 'p',
  'question.ask': 'p',
}
const BY_TRAINERS = /^(plan|stage|activity|floor|question|word|pace)\.\w+$/

for (const type of Object.keys(commands)) {
  it.each(ROLES)(`${type} for %s`, (role) => {
    const may = MAY[type] ?? (BY_TRAINERS.test(type) ? 'tc' : '')
    const actor = (role === 'system' ? { role } : { personId: 'p', role }) as Actor
    const refused = refuse(actor, { id: 'c', type, payload: { of: 'no shape' } })
    expect(refused?.code === 'forbidden').toBe(!may.includes(LETTERS[role]))
  })
}

it('a command nobody knows is not there', () => {
  for (const type of ['class.delete', '__proto__', 'constructor', '']) {
    expect(refuse({ personId: 'p', role: 'trainer' }, { id: 'c', type, payload: {} })?.code).toBe('not-found')
  }
})
