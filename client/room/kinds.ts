/** The participant's screen of each kind of activity, fetched while nothing waits for it. */
import { type ComponentType, lazy } from 'react'
import type { ParticipantProps } from '#shared/activities/participant.ts'
import { persist } from './persist.ts'

// biome-ignore lint/suspicious/noExplicitAny: each screen reads the views of its own kind
type Screen = ComponentType<ParticipantProps<any, any>>

const load: Record<string, () => Promise<{ default: Screen }>> = {
  mcq: persist(async () => ({
    default: (await import('#shared/activities/mcq/Participant.tsx')).Participant,
  })),
  'open-question': persist(async () => ({
    default: (await import('#shared/activities/open-question/Participant.tsx')).Participant,
  })),
  poll: persist(async () => ({
    default: (await import('#shared/activities/poll/Participant.tsx')).Participant,
  })),
  presentation: persist(async () => ({
    default: (await import('#shared/activities/presentation/Participant.tsx')).Participant,
  })),
  survey: persist(async () => ({
    default: (await import('#shared/activities/survey/Participant.tsx')).Participant,
  })),
  scenario: persist(async () => ({
    default: (await import('#shared/activities/scenario/Participant.tsx')).Participant,
  })),
  roundtable: persist(async () => ({
    default: (await import('#shared/activities/roundtable/Participant.tsx')).Participant,
  })),
}

export const participantScreens = Object.fromEntries(
  Object.entries(load).map(([kind, get]) => [kind, lazy(get)]),
)

/** Has every screen at hand before it is needed, so that a cut line cannot keep a question away. */
export function fetchScreens(): void {
  for (const get of Object.values(load)) void get()
}
