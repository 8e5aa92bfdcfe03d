/** The estrade: what the person may do now, always in the same place. */
import { ALargeSmall, GalleryHorizontalEnd, LifeBuoy, ListChecks } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useClassInfo } from '#client/live/hooks.ts'
import { AnswersDialog, CatchUpMark, HelpDialog, SeenDialog } from './later.ts'
import { useTextSize } from './text-size.ts'
import type { Following } from './use-following.ts'
import { useRoomWords } from './words.ts'

const ICON = { size: 24, strokeWidth: 1.75, 'aria-hidden': true } as const

export function Slab({ following, onLeave }: { following: Following; onLeave: () => void }) {
  const t = useRoomWords()
  const info = useClassInfo()
  const [open, setOpen] = useState<'seen' | 'answers' | 'help'>()
  const [size, nextSize] = useTextSize()
  const close = () => setOpen(undefined)
  return (
    <>
      <nav className="bar5 slab" aria-label={t.participate}>
        <button type="button" onClick={() => setOpen('seen')}>
          <GalleryHorizontalEnd {...ICON} />
          {t.seen}
        </button>
        <button type="button" onClick={() => setOpen('answers')}>
          <ListChecks {...ICON} />
          {t.answers}
          <Suspense>
            <CatchUpMark />
          </Suspense>
        </button>
        <button type="button" onClick={nextSize} aria-label={t.textSize(t.sizes[size])}>
          <ALargeSmall {...ICON} />
          {t.text}
        </button>
        <button type="button" onClick={() => setOpen('help')}>
          <LifeBuoy {...ICON} />
          {t.help}
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
        {open === 'seen' && <SeenDialog open onClose={close} following={following} />}
        {open === 'answers' && (
          <AnswersDialog
            open
            onClose={close}
            onOpen={(activityId) => {
              close()
              following.look({ activityId })
            }}
          />
        )}
        {open === 'help' && <HelpDialog open onClose={close} onLeave={onLeave} />}
      </Suspense>
    </>
  )
}
