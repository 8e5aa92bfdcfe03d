/** The stage's screen of each kind of activity, loaded when first needed. Adding a kind: one line. */
import { type ComponentType, lazy } from 'react'
import { persist } from '#client/room/persist.ts'
import type { StageProps } from './props.ts'

const load: Record<string, () => Promise<{ default: ComponentType<StageProps> }>> = {
  mcq: persist(() => import('./StageMcq.tsx')),
  'open-question': persist(() => import('./StageOpenQuestion.tsx')),
  poll: persist(() => import('./StagePoll.tsx')),
  presentation: persist(() => import('./StagePresentation.tsx')),
  scenario: persist(() => import('./StageScenario.tsx')),
  survey: persist(() => import('./StageSurvey.tsx')),
  roundtable: persist(() => import('./StageRoundtable.tsx')),
}

export const stageScreens = Object.fromEntries(Object.entries(load).map(([kind, get]) => [kind, lazy(get)]))

/** Fetches every screen while nothing waits for it. */
export function fetchStageScreens(): void {
  for (const get of Object.values(load)) void get()
}
