/** The text of a slide at reading size, for phones where the slide itself is small. */
import type { ReactNode } from 'react'
import type { SlideAnswer } from '#shared/api.ts'
import { useRoomWords } from './words.ts'

type Block = { kind: 'line' | 'list' | 'rows'; lines: string[] }

/** `complete`: every fragment is shown, so the text gives nothing away. */
export function ReadingText({ slide, complete }: { slide?: SlideAnswer; complete: boolean }) {
  const t = useRoomWords()
  if (!slide) return <div className="reading" />
  const blocks = blocksOf(slide)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <section className="reading scroll" aria-label={t.slideText} tabIndex={0}>
      <h2>{slide.title}</h2>
      {complete ? (
        blocks.map((block, index) => draw(block, index))
      ) : (
        <p className="tx-mute">{t.moreComing}</p>
      )}
    </section>
  )
}

/** The server's plain text: one line per block, « – » before list items, « · » between cells. */
function blocksOf({ text, title }: SlideAnswer): Block[] {
  const blocks: Block[] = []
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    if (line === '' || line === title) continue
    const kind = line.startsWith('– ') ? 'list' : line.includes(' · ') ? 'rows' : 'line'
    const last = blocks.at(-1)
    if (kind !== 'line' && last?.kind === kind) last.lines.push(line)
    else blocks.push({ kind, lines: [line] })
  }
  return blocks
}

function draw({ kind, lines }: Block, key: number): ReactNode {
  if (kind === 'line') return <p key={key}>{lines[0]}</p>
  if (kind === 'list')
    return (
      <ul key={key}>
        {lines.map((line) => (
          <li key={line}>{line.slice(2)}</li>
        ))}
      </ul>
    )
  return (
    <dl key={key}>
      {lines.map((line) => {
        const [first = '', ...rest] = line.split(' · ')
        return (
          <div key={line}>
            <dt>{first}</dt>
            <dd>{rest.filter(Boolean).join(', ')}</dd>
          </div>
        )
      })}
    </dl>
  )
}
