/** Parts of the room that open on demand: fetched after the first slide, so that it comes sooner. */
import { lazy } from 'react'
import { persist } from './persist.ts'

const answers = persist(() => import('./Answers.tsx'))
const seen = persist(() => import('./Seen.tsx'))
const help = persist(() => import('./Help.tsx'))
const ended = persist(() => import('./Ended.tsx'))

export const AnswersDialog = lazy(async () => ({ default: (await answers()).AnswersDialog }))
export const CatchUpMark = lazy(async () => ({ default: (await answers()).CatchUpMark }))
export const SeenDialog = lazy(async () => ({ default: (await seen()).SeenDialog }))
export const HelpDialog = lazy(async () => ({ default: (await help()).HelpDialog }))
export const Ended = lazy(async () => ({ default: (await ended()).Ended }))

export function fetchLater(): void {
  for (const load of [answers, seen, help, ended]) void load()
}
