/** A poll's question as the screens of a question with choices take it. */
import type { Asked } from '../question/types.ts'
import type { PollEveryone } from './definition.ts'

export function askedOf(poll: PollEveryone): Asked | undefined {
  const { question, order = [], pollType, lowLabel, highLabel } = poll
  if (!question) return undefined
  const { text, multiple, options } = question
  const scale = {
    ...(lowLabel !== undefined && { low: lowLabel }),
    ...(highLabel !== undefined && { high: highLabel }),
  }
  return { text, multiple, options, order, ...(pollType === 'scale' && { scale }) }
}
