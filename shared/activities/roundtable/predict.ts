/** What one's own view becomes before the server has stored what one wrote. */
import type { RoundtableCommand, RoundtableMine } from './definition.ts'

export function predictRoundtable(mine: RoundtableMine, command: RoundtableCommand): RoundtableMine {
  if (command.type === 'line') return { ...mine, line: command.text }
  if (command.type === 'mood') {
    const { mood, word } = command
    return { ...mine, answer: { at: 0, ...(mood && { mood }), ...(word && { word }) } }
  }
  return mine
}
