/** The participant's room: what is on stage, what they may do, how their line is. */
import { Suspense, useEffect, useState } from 'react'
import { useReadySound } from '#client/kit/sound.ts'
import { connect, useLive } from '#client/live/hooks.ts'
import type { View } from '#shared/views.ts'
import { ActivityScreen } from './ActivityScreen.tsx'
import { Asked } from './Asked.tsx'
import { Banner } from './Banner.tsx'
import { BreakScreen } from './BreakScreen.tsx'
import { FloorLine } from './FloorLine.tsx'
import { Header } from './Header.tsx'
import { fetchScreens } from './kinds.ts'
import { Lobby } from './Lobby.tsx'
import { Ended, fetchLater } from './later.ts'
import { Blank, Connecting, Left, Refused } from './Notices.tsx'
import { type RoomDialog, Slab } from './Slab.tsx'
import { SlideScreen } from './SlideScreen.tsx'
import { useAnnouncements } from './use-announcements.ts'
import { useFloor } from './use-floor.ts'
import { useFloorSaid } from './use-floor-said.ts'
import { type Following, useFollowing } from './use-following.ts'
import { useForgotten } from './use-forgotten.ts'
import { useHandKey } from './use-hand-key.ts'
import { WordNotice } from './WordNotice.tsx'
import './room.css'
import './floor.css'
import { Main } from './Main.tsx'

/** Long enough for the first slide to have its turn on the line. */
const FETCH_AHEAD_MS = 400

export default function Room({ classId, as }: { classId: string; as?: string }) {
  const [left, setLeft] = useState(false)
  useEffect(() => (left ? undefined : connect({ classId, as, mode: 'room' })), [classId, as, left])
  if (left) return <Left />
  return <Seat onLeave={() => setLeft(true)} />
}

function Seat({ onLeave }: { onLeave: () => void }) {
  const view = useLive((s) => s.view)
  const refused = useLive((s) => s.line === 'refused')
  const following = useFollowing()
  useAnnouncements(following.looking === undefined)
  useForgotten()
  useFetchAhead(view !== undefined)
  const [dialog, setDialog] = useState<RoomDialog>()
  const floor = useFloor(following)
  useFloorSaid(floor)
  useHandKey(floor.press)
  useReadySound()
  if (refused) return <Refused />
  return (
    <div className="room">
      <Header />
      <Asked />
      <Suspense fallback={<Main className="quiet-screen" />}>
        {view ? <OnScreen view={view} following={following} /> : <Connecting />}
      </Suspense>
      {view && <Banner view={view} following={following} />}
      <WordNotice onRead={() => setDialog('messages')} />
      <FloorLine floor={floor} onQueue={() => setDialog('queue')} />
      <Slab floor={floor} following={following} dialog={dialog} setDialog={setDialog} onLeave={onLeave} />
    </div>
  )
}

/** Once the screen stands, fetches what may be needed later, network or not. */
function useFetchAhead(ready: boolean): void {
  useEffect(() => {
    if (!ready) return
    const timer = setTimeout(() => {
      fetchScreens()
      fetchLater()
    }, FETCH_AHEAD_MS)
    return () => clearTimeout(timer)
  }, [ready])
}

/** What was asked to be looked at again, else what is on stage. */
function OnScreen({ view, following }: { view: View; following: Following }) {
  const { phase, stage } = view.everyone
  const { looking } = following
  if (looking && 'slide' in looking) return <SlideScreen n={looking.slide} following={following} />
  if (looking) return <ActivityScreen id={looking.activityId} view={view} />
  if (phase === 'lobby') return <Lobby />
  if (phase === 'ended') return <Ended view={view} following={following} />
  if ('blank' in stage) return <Blank />
  if ('breakId' in stage) return <BreakScreen onStage={stage} />
  if ('activityId' in stage) return <ActivityScreen id={stage.activityId} view={view} />
  return <SlideScreen n={stage.slide} step={stage.step} following={following} />
}
