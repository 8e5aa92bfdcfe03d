/** An activity in the participant's hand, on stage or looked at again. */
import { useMemo } from 'react'
import { send, useLive, useRemaining } from '#client/live/hooks.ts'
import type { View } from '#shared/views.ts'
import { participantScreens } from './kinds.ts'
import { Main } from './Main.tsx'
import { Quiet } from './Notices.tsx'
import { useRoomWords } from './words.ts'

export function ActivityScreen({ id, view }: { id: string; view: View }) {
  const t = useRoomWords()
  const activity = view.everyone.activities[id]
  const allPending = useLive((s) => s.pending)
  const allRefused = useLive((s) => s.refused)
  const connected = useLive((s) => s.line !== 'cut')
  const keptOn = useLive((s) => s.keptOn)
  const remaining = useRemaining(activity?.closesAt)
  const pending = useMemo(() => allPending.findLast((one) => one.activityId === id), [allPending, id])
  const refusedEntry = allRefused.findLast((one) => one.activityId === id)
  const Screen = activity && participantScreens[activity.kind]
  if (!activity || !Screen || !activity.question) return <Quiet title={t.noQuestion} />
  return (
    <Main className="scroll">
      <Screen
        key={id}
        activityId={id}
        everyone={activity}
        mine={view.mine?.activities[id] ?? {}}
        pending={pending}
        refused={refusedEntry?.refused && { payload: refusedEntry.payload, why: refusedEntry.refused }}
        connected={connected}
        keptOn={keptOn}
        over={view.everyone.phase === 'ended'}
        activities={view.everyone.activities}
        remaining={remaining}
        send={(payload) => void send('activity.do', payload, id)}
      />
    </Main>
  )
}
