/** What both screens of an open question in the room work out the same way. */
import type { ParticipantProps } from '../participant.ts'
import type { OpenQuestionCommand, OpenQuestionEveryone, OpenQuestionMine } from './definition.ts'
import type { OpenWords } from './words.ts'

export type OpenProps = ParticipantProps<OpenQuestionEveryone, OpenQuestionMine>

/** Who will see it, and when: said before anybody writes. */
export function rulesOf(t: OpenWords, { moderated, liveResults, named }: OpenProps['everyone']): string {
  const when = moderated ? t.moderated : liveResults ? t.seenLive : t.seenLater
  return `${when} ${named ? t.named : t.unnamed}`
}

/** What is on its way or was refused, by place. `on`: among contributions to that case. */
export function sendingOf(
  { allPending, allRefused, connected, keptOn, draftsUnder, activityId }: OpenProps,
  type: OpenQuestionCommand['type'],
  on?: string,
) {
  const ours = (payload: unknown) => {
    const command = payload as OpenQuestionCommand
    if (command.type !== type) return undefined
    if (command.type === 'contribute' && command.on === on) return command
    return command.type === 'answer' || command.type === 'catch-up' ? command : undefined
  }
  const pending: Record<string, number> = {}
  for (const one of allPending) {
    const command = ours(one.payload)
    if (command) pending[command.questionId] = one.since
  }
  const refused = allRefused.flatMap(({ payload, why }) => {
    const command = ours(payload)
    return command ? [{ place: command.questionId, text: command.text, why }] : []
  })
  return {
    pending,
    refused: refused.at(-1),
    connected,
    keptOn,
    under: `${draftsUnder}/${activityId}${on ? `/${on}` : ''}`,
  }
}
