import { CloudRain, CloudSun, Sun } from 'lucide-react'
import type { Mood } from './definition.ts'

const SIGNS = { sun: Sun, cloud: CloudSun, rain: CloudRain }

/** The sign of a mood; its word always stands beside it. */
export function MoodSign({ mood, size }: { mood: Mood; size: number }) {
  const Sign = SIGNS[mood]
  return <Sign size={size} strokeWidth={1.75} aria-hidden="true" />
}
