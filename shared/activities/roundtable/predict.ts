/** What one's own view becomes before the server has stored what one wrote (`at` 0). */
import type { RoundtableCommand, RoundtableMine } from './definition.ts'

export function predictRoundtable(mine: RoundtableMine, command: RoundtableCommand): RoundtableMine {
  if (command.type === 'line') {
    const { line: _before, ...rest } = mine
    return command.text === '' ? rest : { ...rest, line: { text: command.text, at: 0 } }
  }
  if (command.type === 'mood') {
    const { mood, word } = command
    return { ...mine, answer: { at: 0, ...(mood && { mood }), ...(word && { word }) } }
  }
  return mine
}
