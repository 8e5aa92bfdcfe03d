/** A person's hands in a form: the field taken up, then what is typed letter by letter while a trainer looks. */
import { DRAFT_MS, type DraftNews } from '#shared/protocol.ts'
import type { Person } from './client.ts'
import { pause } from './server.ts'

type Fields = Record<string, { value: unknown }>

/** `type` resolves once what a « write » holds has been typed; other gestures are not typed. */
export function typist(person: Person) {
  const watched = new Set<string>()
  let resting = false
  const heard = (message: unknown) => {
    const news = message as DraftNews
    if (news.type !== 'watched') return
    if (news.on) watched.add(news.activityId)
    else watched.delete(news.activityId)
  }
  person.socket.on('signal', heard)

  async function letters(activityId: string, field: string, text: string) {
    for (let n = 1; n <= text.length && !resting; n += 1) {
      if (watched.has(activityId))
        person.socket.volatile.emit('signal', {
          type: 'draft',
          activityId,
          fields: { [field]: text.slice(0, n) },
        })
      await pause(DRAFT_MS)
    }
  }

  return {
    async type(activityId: string, payload: object) {
      const { type, fields } = payload as { type?: string; fields?: Fields }
      if (type !== 'write' || !fields) return
      for (const [field, { value }] of Object.entries(fields)) {
        person.socket.volatile.emit('signal', { type: 'focus', activityId, field })
        if (typeof value === 'string') await letters(activityId, field, value)
      }
    },
    rest() {
      resting = true
      person.socket.off('signal', heard)
    },
  }
}
