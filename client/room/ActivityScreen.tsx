/** An activity in the participant's hand, on stage or looked at again. */
import { useMemo } from 'react'
import { send, useLive, useRemaining } from '#client/live/hooks.ts'
import type { MineActivity, View } from '#shared/views.ts'
import { participantScreens } from './kinds.ts'
import { Main } from './Main.tsx'
import { Quiet } from './Notices.tsx'
import { useRoomWords } from './words.ts'

const NOTHING: MineActivity = {}

/** One's own extra time comes as a number, if at all. */
const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined)

export function ActivityScreen({ id, view }: { id: string; view: View }) {
  const t = useRoomWords()
  const { stage, phase } = view.everyone
  const over = phase === 'ended'
  const activity = view.everyone.activities[id]
  const allPending = useLive((s) => s.pending)
  const allRefused = useLive((s) => s.refused)
  const classId = useLive((s) => s.classId)
  const connected = useLive((s) => s.line !== 'cut')
  const keptOn = useLive((s) => s.keptOn)
  const mine = view.mine?.activities[id] ?? NOTHING
  const pausedLeft = numberOf(mine.pausedLeft) ?? activity?.pausedLeft
  const running = useRemaining(
    pausedLeft === undefined ? (numberOf(mine.closesAt) ?? activity?.closesAt) : undefined,
  )
  const pending = useMemo(() => allPending.filter((one) => one.activityId === id), [allPending, id])
  const refused = useMemo(
    () =>
      allRefused.flatMap((one) =>
        one.activityId === id && one.refused ? [{ payload: one.payload, why: one.refused }] : [],
      ),
    [allRefused, id],
  )
  const Screen = activity && participantScreens[activity.kind]
  // A title comes with the content: what nobody has seen yet says only that it exists.
  if (!activity || !Screen || activity.title === undefined) return <Quiet title={t.noQuestion} />
  return (
    <Main className="scroll">
      <Screen
        key={id}
        activityId={id}
        everyone={activity}
        mine={mine}
        pending={pending.at(-1)}
        allPending={pending}
        refused={refused.at(-1)}
        allRefused={refused}
        draftsUnder={`${classId}/${view.mine?.personId ?? ''}`}
        connected={connected}
        keptOn={keptOn}
        over={over}
        again={over || !('activityId' in stage && stage.activityId === id)}
        activities={view.everyone.activities}
        remaining={pausedLeft ?? running}
        paused={pausedLeft !== undefined}
        send={(payload) => void send('activity.do', payload, id)}
      />
    </Main>
  )
}
