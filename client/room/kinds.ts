/** The participant's screen of each kind of activity. */
import type { ComponentType } from 'react'
import type { ParticipantProps } from '#shared/activities/participant.ts'
import { Participant as Poll } from '#shared/activities/poll/Participant.tsx'

// biome-ignore lint/suspicious/noExplicitAny: each screen reads the views of its own kind
export const participantScreens: Record<string, ComponentType<ParticipantProps<any, any>>> = { poll: Poll }
