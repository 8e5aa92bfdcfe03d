/** The participant's room: what is on stage, what they may do, how their line is. */
import { useEffect, useState } from 'react'
import { connect, useLive } from '#client/live/hooks.ts'
import type { View } from '#shared/views.ts'
import { ActivityScreen } from './ActivityScreen.tsx'
import { Banner } from './Banner.tsx'
import { BreakScreen } from './BreakScreen.tsx'
import { Ended } from './Ended.tsx'
import { Header } from './Header.tsx'
import { Lobby } from './Lobby.tsx'
import { Blank, Connecting, Left, Refused } from './Notices.tsx'
import { Slab } from './Slab.tsx'
import { SlideScreen } from './SlideScreen.tsx'
import { useAnnouncements } from './use-announcements.ts'
import { type Following, useFollowing } from './use-following.ts'
import './room.css'

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
  if (refused) return <Refused />
  return (
    <div className="room">
      <Header />
      {view ? <OnScreen view={view} following={following} /> : <Connecting />}
      {view && <Banner view={view} following={following} />}
      <Slab following={following} onLeave={onLeave} />
    </div>
  )
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
