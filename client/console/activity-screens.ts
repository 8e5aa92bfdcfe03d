/** The trainer's screen of each kind, loaded when first needed. Adding a kind: one line. */
import { type ComponentType, lazy } from 'react'
import type { TrainerScreenProps } from '#shared/activities/trainer-screen.ts'

export const trainerScreens: Record<string, ComponentType<TrainerScreenProps>> = {
  mcq: lazy(() => import('#shared/activities/mcq/Trainer.tsx')),
  'open-question': lazy(() => import('#shared/activities/open-question/Trainer.tsx')),
  poll: lazy(() => import('#shared/activities/poll/Trainer.tsx')),
  presentation: lazy(() => import('#shared/activities/presentation/Trainer.tsx')),
  scenario: lazy(() => import('#shared/activities/scenario/Trainer.tsx')),
  survey: lazy(() => import('#shared/activities/survey/Trainer.tsx')),
  roundtable: lazy(() => import('#shared/activities/roundtable/Trainer.tsx')),
}

/** What takes the place of the people's column while an activity is on stage. */
export const sidePanels: Record<string, ComponentType<TrainerScreenProps>> = {
  roundtable: lazy(() => import('#shared/activities/roundtable/SpeakingOrder.tsx')),
}

/** Kinds whose screen takes the place of the plan, of what comes next and, when it asks, of the people. */
export const WIDE: ReadonlySet<string> = new Set(['scenario'])

/** Kinds whose work is still corrected once the class has ended. */
export const CORRECTABLE: ReadonlySet<string> = new Set(['scenario'])
