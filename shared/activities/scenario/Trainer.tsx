/** The cockpit: every copy in a tile, those who need help first; one of them open, read over the shoulder. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { useWatch } from '#client/live/draft.ts'
import type { TrainerScreenProps } from '../trainer-screen.ts'
import { CopyPanel } from './cockpit/CopyPanel.tsx'
import { Group } from './cockpit/Group.tsx'
import { Head } from './cockpit/Head.tsx'
import { filtered, type Tile, tilesOf } from './cockpit/model.ts'
import type { CockpitProps, Looking } from './cockpit/props.ts'
import { SlabActions } from './cockpit/SlabActions.tsx'
import { Tiles } from './cockpit/Tiles.tsx'
import { useHeldOrder } from './cockpit/use-held-order.tsx'
import { useNames } from './cockpit/use-names.tsx'
import { useCockpitWords } from './trainer-words.ts'
import type { ScenarioTrainer } from './work.ts'
import '../trainer/trainer.css'
import './cockpit/cockpit.css'
import './cockpit/copy.css'

export default function Trainer({ everyone, trainer, ...props }: TrainerScreenProps) {
  return (
    <Cockpit
      {...props}
      everyone={everyone as unknown as CockpitProps['everyone']}
      trainer={trainer as unknown as ScenarioTrainer}
    />
  )
}

function Cockpit(props: CockpitProps) {
  const { activityId, everyone, trainer, order, over } = props
  // Once the class has ended, nobody is stopped any more.
  const now = over ? 0 : props.now
  const t = useCockpitWords()
  const nameOf = useNames(props)
  const [looking, look] = useState<Looking>('all')
  const [opened, open] = useState<string[]>()
  const all = useMemo(() => tilesOf(trainer, order, now), [trainer, order, now])
  const tiles = useHeldOrder(all, activityId)
  const current = opened && tiles.shown.find(({ people }) => people.some((id) => opened.includes(id)))
  const back = useFocusBack(current)
  useWatch(activityId, current?.copyId, current?.people.join())
  // biome-ignore lint/correctness/useExhaustiveDependencies: another activity, another cockpit
  useEffect(() => open(undefined), [activityId])

  const list = looking === 'group' ? [] : filtered(tiles.shown, looking)
  const go = (step: number) => {
    const among = tiles.shown.filter((tile) => tile.state !== 'accepted' || tile === current)
    const at = current ? among.indexOf(current) : -1
    const next = among[(at + step + among.length) % among.length]
    if (next) open(next.people)
  }
  const close = () => {
    back(current)
    open(undefined)
  }
  useCopyKeys(current !== undefined, { go, close })

  if (order.length === 0) return <p className="empty">{t.nobodyEnrolled}</p>
  return (
    <div className={current ? 'cockpit with-copy' : 'cockpit'}>
      <div className="cockpit-main" onPointerMove={tiles.hold} onPointerLeave={tiles.release}>
        <Head {...props} tiles={tiles.shown} looking={looking} onLook={look} />
        {looking === 'group' ? (
          <Group trainer={trainer} tiles={tiles.shown} nameOf={nameOf} onOpen={(tile) => open(tile.people)} />
        ) : (
          <Tiles
            {...props}
            tiles={list}
            folded={looking === 'all' ? tiles.shown.filter(({ state }) => state === 'accepted') : []}
            current={current}
            nameOf={nameOf}
            onOpen={(tile) => open(tile.people)}
          />
        )}
      </div>
      {current && (
        <CopyPanel
          key={current.people.join()}
          {...props}
          tile={current}
          nameOf={nameOf}
          onGo={go}
          onClose={close}
        />
      )}
      <SlabActions {...props} nameOf={nameOf} phase={everyone.phase} />
    </div>
  )
}

/** When the copy is closed, the focus goes back to its tile. */
function useFocusBack(current: Tile | undefined) {
  const closing = useRef<string>(undefined)
  useEffect(() => {
    if (current || closing.current === undefined) return
    document.querySelector<HTMLElement>(`[data-tile="${CSS.escape(closing.current)}"]`)?.focus()
    closing.current = undefined
  }, [current])
  return (tile: Tile | undefined) => {
    closing.current = tile?.id
  }
}

const TYPING = 'input, textarea, select, dialog'

/** J and K go from one copy to the next, Escape closes it: never while typing. */
function useCopyKeys(on: boolean, { go, close }: { go: (step: number) => void; close: () => void }) {
  const latest = useRef({ go, close })
  latest.current = { go, close }
  useEffect(() => {
    if (!on) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest(TYPING)) return
      if (document.querySelector('dialog[open], :popover-open')) return
      const step = { j: 1, k: -1 }[event.key.toLowerCase()]
      if (step === undefined && event.key !== 'Escape') return
      event.preventDefault()
      if (step === undefined) latest.current.close()
      else latest.current.go(step)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [on])
}
