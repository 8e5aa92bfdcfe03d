/** The estrade: what the person may do now, always in the same place. */
import { Ellipsis, Gauge, Hand, ListChecks, MessageSquareText } from 'lucide-react'
import { Suspense } from 'react'
import { useClassInfo, useLive } from '#client/live/hooks.ts'
import { useFloorWords } from './floor-words.ts'
import {
  AnswersDialog,
  CatchUpMark,
  HelpDialog,
  MessagesDialog,
  MoreDialog,
  PaceDialog,
  QueueDialog,
  SeenDialog,
} from './later.ts'
import { useTextSize } from './text-size.ts'
import { useUnread } from './unread.ts'
import type { Floor } from './use-floor.ts'
import type { Following } from './use-following.ts'
import { useRoomWords } from './words.ts'

const ICON = { size: 24, strokeWidth: 1.75, 'aria-hidden': true } as const

export type RoomDialog = 'queue' | 'pace' | 'messages' | 'answers' | 'more' | 'seen' | 'help'

type Props = {
  floor: Floor
  following: Following
  dialog: RoomDialog | undefined
  setDialog: (dialog: RoomDialog | undefined) => void
  onLeave: () => void
}

export function Slab({ floor, following, dialog, setDialog, onLeave }: Props) {
  const t = useFloorWords()
  const r = useRoomWords()
  const info = useClassInfo()
  const pace = useLive((s) => s.view?.mine?.pace)
  const size = useTextSize()
  const close = () => setDialog(undefined)
  return (
    <>
      <nav className="bar5 slab" aria-label={r.participate}>
        <HandKey floor={floor} />
        <button type="button" disabled={!floor.open} onClick={() => setDialog('pace')}>
          <Gauge {...ICON} />
          {pace === undefined || pace === 'ok' ? (
            t.pace
          ) : (
            <span>
              <span className="vh">{t.pace} </span>
              {t.paces[pace]}
            </span>
          )}
        </button>
        <button type="button" onClick={() => setDialog('messages')}>
          <MessageSquareText {...ICON} />
          {t.messages}
          <UnreadMark />
        </button>
        <button type="button" onClick={() => setDialog('answers')}>
          <ListChecks {...ICON} />
          {t.answers}
          <Suspense>
            <CatchUpMark />
          </Suspense>
        </button>
        <button type="button" onClick={() => setDialog('more')}>
          <Ellipsis {...ICON} />
          {t.more}
        </button>
        {info && (
          <p className="live2">
            <b>{info.trainerName}</b>
            <br />
            {info.title}
          </p>
        )}
      </nav>
      <Suspense>
        {dialog === 'queue' && <QueueDialog open onClose={close} floor={floor} />}
        {dialog === 'pace' && <PaceDialog open onClose={close} />}
        {dialog === 'messages' && <MessagesDialog open onClose={close} />}
        {dialog === 'answers' && (
          <AnswersDialog
            open
            onClose={close}
            onOpen={(activityId) => {
              close()
              following.look({ activityId })
            }}
          />
        )}
        {dialog === 'more' && <MoreDialog open onClose={close} onOpen={setDialog} size={size} />}
        {dialog === 'seen' && <SeenDialog open onClose={close} following={following} />}
        {dialog === 'help' && <HelpDialog open onClose={close} onLeave={onLeave} />}
      </Suspense>
    </>
  )
}

function HandKey({ floor: { open, speaks, rank, press, gesture } }: { floor: Floor }) {
  const t = useFloorWords()
  return (
    <button
      type="button"
      className={speaks || rank > 0 ? 'hand-key up' : 'hand-key'}
      disabled={!open}
      aria-pressed={speaks ? undefined : rank > 0}
      aria-busy={gesture.busy || undefined}
      aria-keyshortcuts="H"
      onClick={press}
    >
      <Hand {...ICON} />
      <span>
        {speaks ? t.finish : t.hand}
        {rank > 0 && <span className="vh"> {t.handUp(rank)}</span>}
      </span>
    </button>
  )
}

function UnreadMark() {
  const t = useFloorWords()
  const n = useUnread().length
  if (n === 0) return null
  return (
    <>
      <span className="count num" aria-hidden="true">
        {n}
      </span>
      <span className="vh"> {t.newWords(n)}</span>
    </>
  )
}
