import { describe, expect, test } from 'vitest'
import {
  halfDayFaults,
  isoDate,
  moveDay,
  newHalfDay,
  times,
  typedHalfDay,
  usualDay,
} from '#client/office/half-days.ts'

describe('half-days of a new class', () => {
  test('a class is proposed for the next working day', () => {
    const friday = new Date(2026, 10, 27, 18)
    const [morning, afternoon] = usualDay(friday)
    expect(morning).toMatchObject({ date: '2026-11-30', from: '09:00', to: '12:30' })
    expect(afternoon).toMatchObject({ date: '2026-11-30', from: '13:30', to: '17:00' })
    expect(isoDate(friday)).toBe('2026-11-27')
  })

  test('says what is missing, in the wrong order or overlapping', () => {
    const days = [
      newHalfDay('2026-11-30', '09:00', '12:30'),
      newHalfDay('2026-11-30', '12:00', '17:00'),
      newHalfDay('2026-12-01', '12:00', '09:00'),
      newHalfDay('', '09:00', '12:00'),
      newHalfDay('2026-12-02', '09:00', '12:00'),
    ]
    expect(halfDayFaults(days, 'Europe/Paris')).toEqual([
      undefined,
      { kind: 'overlap', other: 1 },
      { kind: 'order' },
      { kind: 'missing' },
      undefined,
    ])
  })

  test.each([
    ['Europe/Paris', '2026-11-30T08:00Z', '2026-11-30T11:30Z'],
    ['Indian/Reunion', '2026-11-30T05:00Z', '2026-11-30T08:30Z'],
    ['America/Martinique', '2026-11-30T13:00Z', '2026-11-30T16:30Z'],
    ['Asia/Kathmandu', '2026-11-30T03:15Z', '2026-11-30T06:45Z'],
  ])('hours are those of the clocks of %s, and read back the same', (zone, startsAt, endsAt) => {
    const typed = newHalfDay('2026-11-30', '09:00', '12:30')
    const stored = times(typed, zone)
    expect(stored).toEqual({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) })
    expect(typedHalfDay(stored, zone)).toMatchObject({ date: '2026-11-30', from: '09:00', to: '12:30' })
  })

  test('hours on the day the clocks change are those shown after it', () => {
    const day = newHalfDay('2027-03-28', '09:00', '12:00')
    expect(times(day, 'Europe/Paris').startsAt).toBe(Date.parse('2027-03-28T07:00Z'))
    expect(times(newHalfDay('', '09:00', '12:00'), 'Europe/Paris').startsAt).toBeNaN()
  })

  test('moving the first day takes along those on the same date', () => {
    const days = [
      newHalfDay('2026-11-30', '09:00', '12:30'),
      newHalfDay('2026-11-30', '13:30', '17:00'),
      newHalfDay('2026-12-01', '09:00', '12:30'),
    ]
    expect(moveDay(days, 0, '2026-12-07').map(({ date }) => date)).toEqual([
      '2026-12-07',
      '2026-12-07',
      '2026-12-01',
    ])
    expect(moveDay(days, 1, '2026-12-07').map(({ date }) => date)).toEqual([
      '2026-11-30',
      '2026-12-07',
      '2026-12-01',
    ])
  })
})
