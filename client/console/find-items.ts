import type { PlanItem } from '#shared/course.ts'

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Lines of the plan that answer what was typed: a slide number first, else every word in the title. */
export function findItems(plan: readonly PlanItem[], typed: string): PlanItem[] {
  const asked = plain(typed.trim())
  if (!asked) return []
  const words = asked.split(/\s+/)
  const exact = plan.filter((item) => item.slide !== undefined && String(item.slide) === asked)
  const byTitle = plan.filter(
    (item) => !exact.includes(item) && words.every((word) => plain(item.title).includes(word)),
  )
  return [...exact, ...byTitle]
}
