/** Planned against real time of a plan. All durations in ms unless a name says minutes. */
import type { PlanItem, Section } from '#shared/course.ts'
import type { OnStage } from '#shared/views.ts'

export type ItemTimes = Record<string, { startedAt?: number; spentMs: number }>

const MINUTE = 60_000

/** Real time spent on an item up to `now`; 0 when it was never on stage. */
export function spentOn(times: ItemTimes, itemId: string, now: number): number {
  const time = times[itemId]
  if (!time) return 0
  return time.spentMs + (time.startedAt === undefined ? 0 : Math.max(0, now - time.startedAt))
}

export type ItemState = 'past' | 'current' | 'upcoming' | 'skipped'

/** Where each item of the plan stands, given the current one. Before the start everything is upcoming. */
export function itemStates(
  plan: readonly PlanItem[],
  times: ItemTimes,
  currentId?: string,
): Record<string, ItemState> {
  const current = plan.findIndex((item) => item.id === currentId)
  const states: Record<string, ItemState> = {}
  plan.forEach((item, index) => {
    if (index === current) states[item.id] = 'current'
    else if (index > current) states[item.id] = 'upcoming'
    else states[item.id] = times[item.id] ? 'past' : 'skipped'
  })
  return states
}

export type SectionTimes = {
  section: Section
  /** Its number, unless it teaches nothing of its own (opening, closing). */
  number?: number
  items: PlanItem[]
  /** Planned minutes, time outside training (lunch) included. */
  planned: number
  /** Real time spent in the section, in ms. */
  spent: number
  state: 'past' | 'current' | 'upcoming'
}

/** Sections are numbered as the slides do: those with objectives, or all when none has any. */
export function sectionNumbers(sections: readonly Section[]): Record<string, number> {
  const teaching = sections.filter((section) => section.objectives.length > 0)
  const numbered = teaching.length > 0 ? teaching : sections
  return Object.fromEntries(numbered.map((section, index) => [section.id, index + 1]))
}

/** The plan cut in its sections, in order, with planned minutes and real time. */
export function sectionTimes(
  sections: readonly Section[],
  plan: readonly PlanItem[],
  times: ItemTimes,
  currentId: string | undefined,
  now: number,
): SectionTimes[] {
  const current = plan.findIndex((item) => item.id === currentId)
  const numbers = sectionNumbers(sections)
  return sections.map((section) => {
    const items = plan.filter((item) => item.sectionId === section.id)
    // Lunch stands in a section's list and is none of its time.
    const taught = items.filter((item) => item.offMinutes === undefined)
    const last = items.at(-1)
    const holdsCurrent = items.some((item) => item.id === currentId)
    const isPast = !holdsCurrent && last !== undefined && plan.indexOf(last) < current
    return {
      section,
      number: numbers[section.id],
      items,
      planned: taught.reduce((sum, item) => sum + item.minutes, 0),
      spent: taught.reduce((sum, item) => sum + spentOn(times, item.id, now), 0),
      state: holdsCurrent ? 'current' : isPast ? 'past' : 'upcoming',
    }
  })
}

/**
 * When the class would end (ms since 1970) if all that remains takes what was planned. An item that has
 * already run over its time is expected to end now.
 */
export function projectedEnd(
  plan: readonly PlanItem[],
  times: ItemTimes,
  currentId: string | undefined,
  now: number,
): number {
  const current = plan.findIndex((item) => item.id === currentId)
  let remaining = 0
  plan.forEach((item, index) => {
    const planned = (item.minutes + (item.offMinutes ?? 0)) * MINUTE
    if (index === current) remaining += Math.max(0, planned - spentOn(times, item.id, now))
    else if (index > current) remaining += planned
  })
  return now + remaining
}

/** A start this far from the hour planned is a rehearsal or another day: the hour planned says nothing. */
const OFF_SCHEDULE_MS = 60 * MINUTE

/**
 * When the class should end (ms since 1970): as planned, or, once started far from its hour, so long after
 * its real start.
 */
export function scheduledEnd(
  hours: { startsAt: number; endsAt: number },
  plan: readonly PlanItem[],
  startedAt: number | undefined,
): number {
  if (startedAt === undefined || Math.abs(startedAt - hours.startsAt) <= OFF_SCHEDULE_MS) return hours.endsAt
  const total = plan.reduce((sum, item) => sum + item.minutes + (item.offMinutes ?? 0), 0)
  return startedAt + total * MINUTE
}

/** Whole minutes, rounded to the nearest. */
export const minutes = (ms: number): number => Math.round(ms / MINUTE)

/** The plan's item a stage shows. Undefined for an activity asked on the spot. */
export function itemOnStage(plan: readonly PlanItem[], stage: OnStage): PlanItem | undefined {
  if ('activityId' in stage) return plan.find((item) => item.activityId === stage.activityId)
  if ('breakId' in stage) return plan.find((item) => item.id === stage.breakId)
  return plan.find((item) => item.type === 'slide' && item.slide === stage.slide)
}
