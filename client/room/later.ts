/** Parts of the room that open on demand: fetched after the first slide, so that it comes sooner. */
import { lazy } from 'react'
import { persist } from './persist.ts'

const answers = persist(() => import('./Answers.tsx'))
const seen = persist(() => import('./Seen.tsx'))
const help = persist(() => import('./Help.tsx'))
const queue = persist(() => import('./Queue.tsx'))
const pace = persist(() => import('./Pace.tsx'))
const messages = persist(() => import('./Messages.tsx'))
const more = persist(() => import('./More.tsx'))
const ended = persist(() => import('./Ended.tsx'))

export const AnswersDialog = lazy(async () => ({ default: (await answers()).AnswersDialog }))
export const CatchUpMark = lazy(async () => ({ default: (await answers()).CatchUpMark }))
export const SeenDialog = lazy(async () => ({ default: (await seen()).SeenDialog }))
export const HelpDialog = lazy(async () => ({ default: (await help()).HelpDialog }))
export const QueueDialog = lazy(async () => ({ default: (await queue()).QueueDialog }))
export const PaceDialog = lazy(async () => ({ default: (await pace()).PaceDialog }))
export const MessagesDialog = lazy(async () => ({ default: (await messages()).MessagesDialog }))
export const MoreDialog = lazy(async () => ({ default: (await more()).MoreDialog }))
export const Ended = lazy(async () => ({ default: (await ended()).Ended }))

export function fetchLater(): void {
  for (const load of [answers, queue, pace, messages, more, seen, help, ended]) void load()
}
