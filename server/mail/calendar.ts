/**
 * Calendar invitations (iTIP, RFC 5546), in UTC. One object per day: an object holds one event, and mail programs
 * understand nothing else. The nth day keeps its identity when the class moves.
 */
import type { HalfDay } from '#shared/api.ts'
import { dates } from './dates.ts'
import type { CalendarPart } from './message.ts'

export type CalendarEvent = {
  classId: string
  /** Rises at every change told to those invited. */
  sequence: number
  title: string
  description: string
  location: string
  url: string
  timeZone: string
  organiser: { name: string; address: string }
  attendee: { name: string; address: string }
  /** When this is said, in ms. */
  at: number
}
export type Day = { startsAt: number; endsAt: number }

/** The half-days, a day together in the class's zone. */
export function daysOf(halfDays: readonly Pick<HalfDay, 'startsAt' | 'endsAt'>[], timeZone: string): Day[] {
  const { iso } = dates('en', timeZone)
  const days = new Map<string, Day>()
  for (const { startsAt, endsAt } of halfDays) {
    const key = iso(startsAt)
    const day = days.get(key)
    days.set(key, day ? { startsAt: day.startsAt, endsAt } : { startsAt, endsAt })
  }
  return [...days.values()]
}

const eventId = (classId: string, n: number) => `${classId}-${n + 1}@estrade`

/** Invites to each of `days`; those of `before` beyond them are called off. */
export async function invite(event: CalendarEvent, days: Day[], before: Day[] = []): Promise<CalendarPart[]> {
  const gone = before.slice(days.length)
  return [
    ...(await Promise.all(days.map((day, n) => part(event, 'REQUEST', day, n)))),
    ...(await Promise.all(gone.map((day, n) => part(event, 'CANCEL', day, days.length + n)))),
  ]
}

export function callOff(event: CalendarEvent, days: Day[]): Promise<CalendarPart[]> {
  return Promise.all(days.map((day, n) => part(event, 'CANCEL', day, n)))
}

async function part(
  event: CalendarEvent,
  method: CalendarPart['method'],
  day: Day,
  n: number,
): Promise<CalendarPart> {
  const {
    ICalAttendeeRole,
    ICalAttendeeStatus,
    ICalCalendarMethod,
    ICalEventStatus,
    default: ical,
  } = await import('ical-generator')
  const cancelled = method === 'CANCEL'
  const calendar = ical({
    prodId: { company: 'Estrade', product: 'Estrade' },
    method: ICalCalendarMethod[method],
  })
  calendar.createEvent({
    id: eventId(event.classId, n),
    sequence: event.sequence,
    stamp: new Date(event.at),
    start: new Date(day.startsAt),
    end: new Date(day.endsAt),
    summary: event.title,
    description: event.description,
    location: event.location,
    url: event.url,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: event.organiser.name, email: event.organiser.address },
    attendees: [
      {
        name: event.attendee.name,
        email: event.attendee.address,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: false,
      },
    ],
  })
  return { method, ics: calendar.toString() }
}
