/** Teams as the trainer makes them: who is in which, with what roles. */
import type { ScenarioTrainer } from '../work.ts'

/** `team` counts from 1; 0: none. */
export type Seat = { team: number; roles: string[] }
export type Seats = Record<string, Seat>

/** The teams there are, else one person per role in the order of the class; who is left over doubles a role. */
export function seatsOf(
  { copies, definition }: Pick<ScenarioTrainer, 'copies' | 'definition'>,
  order: readonly string[],
): Seats {
  const teams = Object.values(copies)
  const roles = definition.roles.map(({ id }) => id)
  const most = Math.max(1, Math.floor(order.length / roles.length))
  return Object.fromEntries(
    order.map((personId, i): [string, Seat] => {
      const at = teams.findIndex(({ members }) => members[personId])
      if (at >= 0) return [personId, { team: at + 1, roles: [...teams[at]!.members[personId]!] }]
      if (teams.length > 0) return [personId, { team: 0, roles: [] }]
      if (order.length < roles.length)
        return [personId, { team: 1, roles: roles.filter((_, j) => j % order.length === i) }]
      const team = Math.min(most, Math.floor(i / roles.length) + 1)
      return [personId, { team, roles: [roles[(i - (team - 1) * roles.length) % roles.length]!] }]
    }),
  )
}

/** The teams as the command has them, empty ones left out. */
export function teamsOf(seats: Seats): Record<string, string[]>[] {
  const numbers = [...new Set(Object.values(seats).map(({ team }) => team))]
    .filter(Boolean)
    .sort((a, b) => a - b)
  return numbers.map((n) =>
    Object.fromEntries(
      Object.entries(seats).flatMap(([id, { team, roles }]) =>
        team === n && roles.length > 0 ? [[id, roles] as const] : [],
      ),
    ),
  )
}

/** The first role that nobody holds in a team. */
export function missingRole(
  teams: readonly Record<string, string[]>[],
  roles: readonly { id: string; title: string }[],
): { team: number; role: string } | undefined {
  for (const [i, team] of teams.entries()) {
    const held = Object.values(team).flat()
    const missing = roles.find(({ id }) => !held.includes(id))
    if (missing) return { team: i + 1, role: missing.title }
  }
  return undefined
}
