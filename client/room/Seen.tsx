/** The slides shown so far, to look back at one. */
import { Dialog } from '#client/kit/index.ts'
import { useLive, useSlide } from '#client/live/hooks.ts'
import { Slide } from '#client/slides/Slide.tsx'
import { useLaterWords } from './later-words.ts'
import type { Following } from './use-following.ts'

export function SeenDialog(props: { open: boolean; onClose: () => void; following: Following }) {
  const t = useLaterWords()
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t.seenTitle} className="wide-dialog">
      <SeenList {...props} />
    </Dialog>
  )
}

function SeenList({ onClose, following }: { onClose: () => void; following: Following }) {
  const t = useLaterWords()
  const seen = useLive((s) => s.view?.everyone.seen ?? 0)
  if (seen === 0) return <p>{t.seenEmpty}</p>
  const open = (n: number) => {
    onClose()
    if (n === following.liveSlide) following.follow()
    else following.look({ slide: n })
  }
  return (
    <ol className="seen">
      {Array.from({ length: seen }, (_, index) => seen - index).map((n) => (
        <li key={n}>
          <SeenSlide n={n} live={n === following.liveSlide} onOpen={() => open(n)} />
        </li>
      ))}
    </ol>
  )
}

function SeenSlide({ n, live, onOpen }: { n: number; live: boolean; onOpen: () => void }) {
  const t = useLaterWords()
  const title = useSlide(n)?.title
  return (
    <button type="button" onClick={onOpen}>
      <Slide n={n} thumbnail />
      <span>
        <span className="num tx-mute">{n}</span> {title}
        {live && <span className="live-tag">{t.now}</span>}
      </span>
    </button>
  )
}
