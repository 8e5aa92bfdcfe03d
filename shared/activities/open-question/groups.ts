/** Near-identical answers count as one group. */
import type { OpenQuestionGroup } from './definition.ts'
import { likeness } from './normalise.ts'

/** An answer, or a contribution to the case `on`. `group`: the id of the first entry it was grouped with. */
export type Entry = {
  by: string
  slot: string
  text: string
  at: number
  order: number
  group: string
  shown: boolean
  on?: string
  late?: true
  caughtUp?: true
}
export type Entries = Record<string, Entry>

/** The group that a new entry joins: that of the first entry that says the same; else one of its own. */
export function groupFor(entries: Entries, id: string, { text, on }: { text: string; on?: string }): string {
  const key = likeness(text)
  if (key === '') return id
  let first: Entry | undefined
  for (const entry of Object.values(entries)) {
    if (entry.on !== on || entry.late || likeness(entry.text) !== key) continue
    if (!first || entry.order < first.order) first = entry
  }
  return first?.group ?? id
}

/** The most frequent spelling, the earliest of equals. */
function spelling(entries: Entry[]): string {
  const counts = new Map<string, number>()
  for (const { text } of entries) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

export type Counted = OpenQuestionGroup & { shown: boolean; on?: string }

/** Groups of `entries` by id, in order of their first entry; `shown` when every entry of the group is. */
export function groupsOf(
  entries: Entry[],
  votes: Record<string, Record<string, true>>,
): Record<string, Counted> {
  const byGroup = new Map<string, Entry[]>()
  for (const entry of [...entries].sort((a, b) => a.order - b.order)) {
    const group = byGroup.get(entry.group)
    if (group) group.push(entry)
    else byGroup.set(entry.group, [entry])
  }
  const groups: Record<string, Counted> = {}
  for (const [id, members] of byGroup) {
    const { order, on } = members[0]!
    groups[id] = {
      text: spelling(members),
      count: members.length,
      votes: Object.keys(votes[id] ?? {}).length,
      order,
      shown: members.every((entry) => entry.shown),
      ...(on !== undefined && { on }),
    }
  }
  return groups
}
