import { Volume2 } from 'lucide-react'
import { useState } from 'react'
import type { PartResult } from '#shared/convocation.ts'
import { Notice } from '../kit/Notice.tsx'
import { Step } from './Step.tsx'
import { playNotes } from './sound.ts'
import { useWords } from './words.ts'

type State = 'idle' | 'playing' | 'asking' | 'ok' | 'unheard' | 'failed'

/** Only the person can say whether a sound was heard. */
export function SpeakerStep({ onResult }: { onResult: (result: PartResult) => void }) {
  const t = useWords()
  const [state, setState] = useState<State>('idle')

  async function play() {
    setState('playing')
    try {
      await playNotes()
      setState('asking')
    } catch {
      said('failed')
    }
  }

  function said(result: 'ok' | 'unheard' | 'failed') {
    setState(result)
    onResult(result)
  }

  const trouble = state === 'unheard' || state === 'failed'
  return (
    <Step
      title={t.speakers}
      state={state === 'ok' ? 'ok' : trouble ? 'trouble' : state === 'idle' ? 'todo' : 'busy'}
    >
      {state === 'asking' ? (
        <>
          <p>
            <b>{t.speakersAsk}</b>
          </p>
          <div className="test-answers">
            <button type="button" className="btn" onClick={() => said('ok')}>
              {t.yes}
            </button>
            <button type="button" className="btn" onClick={() => said('unheard')}>
              {t.no}
            </button>
          </div>
        </>
      ) : (
        <>
          <p>{state === 'ok' ? t.speakersOk : t.speakersText}</p>
          {trouble && (
            <Notice tone="warn" role="status">
              {state === 'failed' ? t.speakersFailed : t.speakersUnheard}
            </Notice>
          )}
          <button
            type="button"
            className={`btn ${state === 'idle' ? 'main' : ''}`}
            disabled={state === 'playing'}
            onClick={play}
          >
            <Volume2 size={20} strokeWidth={1.75} aria-hidden="true" />
            {state === 'idle' || state === 'playing' ? t.speakersStart : t.again}
          </button>
        </>
      )}
    </Step>
  )
}
