/** What one's own copy looks like before the server has stored what one did (`at` 0). */
import type { ScenarioCommand, ScenarioMine, Written } from './work.ts'

export function predictScenario(mine: ScenarioMine, command: ScenarioCommand): ScenarioMine {
  const { copy } = mine
  if (!copy) return mine
  switch (command.type) {
    case 'write': {
      const values: Record<string, Written> = { ...copy.values }
      for (const [id, { value, base }] of Object.entries(command.fields)) {
        values[id] = { ...values[id], value, v: Math.max(values[id]?.v ?? 0, base) + 1, at: 0, by: '' }
      }
      return { ...mine, copy: { ...copy, values } }
    }
    case 'stuck': {
      const { stuck: _before, ...rest } = copy
      const { on, field, text } = command
      const stuck = { at: 0, ...(field !== undefined && { field }), ...(text && { text }) }
      return { ...mine, copy: on ? { ...rest, stuck } : rest }
    }
    default:
      return mine
  }
}
