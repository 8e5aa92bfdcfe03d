/** What the console gives to a kind's trainer screen (Trainer.tsx, default export). Types only. */
import type { Ack } from '#shared/types.ts'
import type { EveryoneActivity, TrainerActivity } from '#shared/views.ts'

export type TrainerScreenPerson = { name: string; online: boolean; since?: number }

export type TrainerScreenProps = {
  activityId: string
  everyone: EveryoneActivity
  trainer: TrainerActivity
  /** Participants still enrolled, keyed by person; `order` sorts them for reading. */
  people: Record<string, TrainerScreenPerson>
  order: string[]
  /** ms each has spoken since the class began, in finished turns. */
  spoken: Record<string, number>
  /** The other activities of the class, for comparisons. */
  others: Record<string, { everyone: EveryoneActivity; trainer: TrainerActivity }>
  /** Names are hidden in one gesture when the trainer shares this very screen. */
  namesHidden: boolean
  hideNames: (hidden: boolean) => void
  /** The server's clock, ms since 1970. */
  now: number
  /** False while the line is cut: nothing can be sent. */
  online: boolean
  /** The class has ended: work may still be corrected. */
  over: boolean
  /** Where a kind that takes the whole width puts its own actions, on the slab. */
  slab?: HTMLElement
  /** Sends a command about this activity. */
  send: (type: string, payload?: object) => Promise<Ack>
}
