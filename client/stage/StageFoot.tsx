/** The foot of a page of the stage: whose it is, how many have answered, how to come in. */
import type { ReactNode } from 'react'
import { spacedCode } from '#client/kit/class-code.ts'
import { Mark } from '#client/kit/index.ts'
import { useClassInfo } from '#client/live/hooks.ts'
import { useStageWords } from './words.ts'

export function StageFoot({ children }: { children?: ReactNode }) {
  const t = useStageWords()
  const code = useClassInfo()?.code
  return (
    <footer>
      <Mark />
      {children && <span className="num">{children}</span>}
      {code && (
        <span>
          {t.code} <b className="code">{spacedCode(code)}</b>
        </span>
      )}
    </footer>
  )
}
