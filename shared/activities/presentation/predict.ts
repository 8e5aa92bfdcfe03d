/** What one's own view becomes before the server has stored what one wrote (`at` 0). */
import type { PresentationCommand, PresentationMine } from './definition.ts'

export function predictPresentation(mine: PresentationMine, command: PresentationCommand): PresentationMine {
  if (command.type !== 'subject') return mine
  const { subject: _before, ...rest } = mine
  return command.text === '' ? rest : { ...rest, subject: { text: command.text, at: 0 } }
}
