/** The same field was written on another device, or by a partner: both are kept until one is chosen. */
import { GitCompare } from 'lucide-react'
import { time } from '#client/i18n/format.ts'
import { type SheetField, shown } from './participant-model.ts'
import { useScenarioWords } from './words.ts'
import type { Written } from './work.ts'

type Props = {
  field: SheetField
  other: NonNullable<Written['other']>
  settle: (keep: 'current' | 'other') => void
}

export function OtherVersion({ field, other, settle }: Props) {
  const t = useScenarioWords()
  const text = shown(field, other.value)
  return (
    <div className="note warn other-version">
      <GitCompare size={20} strokeWidth={1.75} aria-hidden="true" />
      <div>
        <p>
          <b>{t.otherVersion(time(other.at))}</b> {text === '' ? t.empty : text}
        </p>
        <div className="keys">
          <button type="button" className="btn" onClick={() => settle('current')}>
            {t.keepThis}
          </button>
          <button type="button" className="btn" onClick={() => settle('other')}>
            {t.takeOther}
          </button>
        </div>
      </div>
    </div>
  )
}
