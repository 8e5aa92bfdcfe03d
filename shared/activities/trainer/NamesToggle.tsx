/** Names hidden in one gesture: the trainer may be sharing this very screen. */
import { Eye, EyeOff } from 'lucide-react'
import type { TrainerScreenProps } from '../trainer-screen.ts'
import { useSharedWords } from './words.ts'

export function NamesToggle({
  namesHidden,
  hideNames,
}: Pick<TrainerScreenProps, 'namesHidden' | 'hideNames'>) {
  const t = useSharedWords()
  const Icon = namesHidden ? Eye : EyeOff
  return (
    <button type="button" className="btn sm quiet" onClick={() => hideNames(!namesHidden)}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      {namesHidden ? t.showNames : t.hideNames}
    </button>
  )
}
