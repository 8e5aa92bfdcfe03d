/** The trainer's screen of each kind, loaded when first needed. Adding a kind: one line. */
import { type ComponentType, lazy } from 'react'
import type { TrainerScreenProps } from '#shared/activities/trainer-screen.ts'

export const trainerScreens: Record<string, ComponentType<TrainerScreenProps>> = {
  mcq: lazy(() => import('#shared/activities/mcq/Trainer.tsx')),
  'open-question': lazy(() => import('#shared/activities/open-question/Trainer.tsx')),
  poll: lazy(() => import('#shared/activities/poll/Trainer.tsx')),
}
