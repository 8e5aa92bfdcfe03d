import { useCallback, useEffect, useState } from 'react'
import type { LineResult } from '#shared/convocation.ts'
import { SLOW_KBITS, testLine } from './line.ts'
import { Step } from './Step.tsx'
import { useWords } from './words.ts'

/** Measured by itself as soon as one is signed in. */
export function LineStep({ as, onResult }: { as?: string; onResult: (result: LineResult) => void }) {
  const t = useWords()
  const [result, setResult] = useState<LineResult>()

  // biome-ignore lint/correctness/useExhaustiveDependencies: `onResult` is told, it does not start a measure
  const measure = useCallback(async () => {
    setResult(undefined)
    const measured = await testLine(as)
    setResult(measured)
    onResult(measured)
  }, [as])
  useEffect(() => {
    measure()
  }, [measure])

  const slow = result?.down !== undefined && result.down < SLOW_KBITS
  const bad = result?.transport === 'none' || slow
  return (
    <Step title={t.line} state={result ? (bad ? 'trouble' : 'ok') : 'busy'}>
      <p role="status">{result ? verdict(t, result, slow) : t.lineBusy}</p>
      {result && bad && (
        <button type="button" className="btn" onClick={measure}>
          {t.again}
        </button>
      )}
    </Step>
  )
}

function verdict(t: ReturnType<typeof useWords>, result: LineResult, slow: boolean): string {
  const { transport, down, up, latency } = result
  if (transport === 'none') return t.lineNone
  const figures = [
    down === undefined ? '' : t.down(t.rate(down)),
    up === undefined ? '' : t.up(t.rate(up)),
    latency === undefined ? '' : t.latency(latency),
  ].filter(Boolean)
  const said = figures.length ? `${figures.join(', ')}.` : ''
  const set = said.charAt(0).toUpperCase() + said.slice(1)
  if (slow) return t.lineSlow(set)
  return transport === 'polling' ? t.linePolling(set) : t.lineOk(set)
}
