/** Files to join, picked from those the exercise gives. */

import { showDecimal } from './fields/index.ts'
import type { ControlProps } from './props.ts'
import { TickGroup } from './Ticks.tsx'
import { useScenarioWords } from './words.ts'

type File = { name: string; bytes: number; note?: string }

export function Attachments(props: ControlProps) {
  const t = useScenarioWords()
  const { files = [] } = props.field as { files?: File[] }
  const weight = (bytes: number) =>
    bytes < 1_000_000
      ? t.kilobytes(Math.round(bytes / 1000))
      : t.megabytes(showDecimal(Math.round(bytes / 100_000), 1))
  const boxes = files.map(({ name, bytes, note }) => ({
    value: name,
    label: name,
    more: [note, weight(bytes), t.characters(name.length)].filter(Boolean).join(', '),
  }))
  return <TickGroup {...props} boxes={boxes} />
}
