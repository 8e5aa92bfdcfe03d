/** What became of one's answer to one question of a series. */
import type { Sending } from '../question/types.ts'
import type { McqProps } from './props.ts'

type Payload = { type?: string; questionId?: string; choice?: string[] }
const payloadOf = (entry: { payload: unknown }) => entry.payload as Payload

/** `type`: an answer in its time, or caught up. One that was refused stays readable in either case. */
export function sendingOf(props: McqProps, questionId: string, type: 'answer' | 'catch-up'): Sending {
  const of = (entry: { payload: unknown }) => payloadOf(entry).questionId === questionId
  const refused = props.allRefused.findLast(of)
  return {
    pending: props.allPending.findLast((entry) => of(entry) && payloadOf(entry).type === type),
    refused: refused && { choice: payloadOf(refused).choice ?? [], why: refused.why },
    connected: props.connected,
    keptOn: props.keptOn,
  }
}

/** The sheet on its way to the server, or why it was refused. */
export function submitting({ allPending, allRefused }: McqProps) {
  const of = (entry: { payload: unknown }) => payloadOf(entry).type === 'submit'
  return { pending: allPending.findLast(of), refused: allRefused.findLast(of) }
}
