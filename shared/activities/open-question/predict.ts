/** What one's own answers look like before the server has stored them (`at` 0). */
import type { OpenQuestionCommand, OpenQuestionEntry, OpenQuestionMine } from './definition.ts'

function place(
  entries: Record<string, OpenQuestionEntry> = {},
  slot: string,
  text: string,
): Record<string, OpenQuestionEntry> {
  const { [slot]: _before, ...others } = entries
  return text === '' ? others : { ...others, [slot]: { text, at: 0, shown: false } }
}

export function predictOpenQuestion(mine: OpenQuestionMine, command: OpenQuestionCommand): OpenQuestionMine {
  switch (command.type) {
    case 'answer':
    case 'catch-up': {
      const entries = place(mine.entries, command.questionId, command.text)
      const { answer: _before, ...rest } = mine
      const first = entries[Object.keys(entries).sort()[0] ?? '']
      return { ...rest, entries, ...(first && { answer: first }) }
    }
    case 'contribute': {
      const before = mine.contributions?.[command.on]
      const contributions = {
        ...mine.contributions,
        [command.on]: place(before, command.questionId, command.text),
      }
      return { ...mine, contributions }
    }
    case 'vote': {
      const { [command.groupId]: _before, ...others } = mine.votes ?? {}
      return { ...mine, votes: command.on ? { ...others, [command.groupId]: true } : others }
    }
    default:
      return mine
  }
}
