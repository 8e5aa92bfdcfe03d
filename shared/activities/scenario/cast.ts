/** Teams for a scenario with roles, drawn by lot. */
import { drawLots } from '#shared/lots.ts'

/**
 * As many whole teams as there are people for, one role each; who is left over joins a team and doubles a role. With
 * fewer people than roles, one team in which people hold several.
 */
export function drawTeams(
  people: readonly string[],
  roles: readonly string[],
  lot: string,
): Record<string, Record<string, string[]>> {
  const drawn = drawLots(people, lot)
  const count = Math.max(1, Math.floor(drawn.length / roles.length))
  const teams: Record<string, string[]>[] = Array.from({ length: count }, () => ({}))
  for (const [i, personId] of drawn.entries()) {
    teams[i % count]![personId] = [roles[Math.floor(i / count) % roles.length]!]
  }
  const [only] = teams
  if (only && drawn.length > 0 && drawn.length < roles.length) {
    for (const [i, role] of roles.entries()) {
      if (i >= drawn.length) only[drawn[i % drawn.length]!]!.push(role)
    }
  }
  return Object.fromEntries(
    teams.filter((team) => Object.keys(team).length > 0).map((team, i) => [`c${i + 1}`, team]),
  )
}
