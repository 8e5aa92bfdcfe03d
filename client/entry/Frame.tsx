import type { ReactNode } from 'react'
import type { CodeAnswer } from '#shared/api.ts'
import { Mark } from '../kit/Mark.tsx'
import { Preferences } from '../kit/Preferences.tsx'
import { when } from '../kit/when.ts'
import { useWords } from './words.ts'

export type KnownClass = Pick<
  CodeAnswer,
  'title' | 'startsAt' | 'endsAt' | 'timeZone' | 'trainerName' | 'organisation'
>

/** Two halves: on paper what one does, on the slab the class one enters. */
export function Frame({ children, known }: { children: ReactNode; known?: KnownClass }) {
  return (
    <div className="entry">
      <header className="entry-head">
        <Mark href="/" />
      </header>
      <main className="entry-main">{children}</main>
      <footer className="entry-foot">
        <Preferences />
      </footer>
      {known ? <ClassSlab known={known} /> : <Pitch />}
    </div>
  )
}

function ClassSlab({ known }: { known: KnownClass }) {
  const t = useWords()
  return (
    <aside className="entry-slab slab" aria-label={t.theClass}>
      <div className="entry-slab-text">
        <h2>{known.title}</h2>
        <dl>
          <dt>{t.when}</dt>
          <dd>{when(known, t)}</dd>
          <dt>{t.with}</dt>
          <dd>{known.trainerName}</dd>
          {known.organisation && (
            <>
              <dt>{t.by}</dt>
              <dd>{known.organisation}</dd>
            </>
          )}
          <dt>{t.bring}</dt>
          <dd>{t.bringText}</dd>
        </dl>
      </div>
      <Steps />
    </aside>
  )
}

function Pitch() {
  const t = useWords()
  return (
    <aside className="entry-slab slab" aria-label="Estrade">
      <div className="entry-slab-text">
        <h2>{t.pitch}</h2>
        <dl>
          <dt>{t.pitchLook}</dt>
          <dd>{t.pitchLookText}</dd>
          <dt>{t.pitchDo}</dt>
          <dd>{t.pitchDoText}</dd>
          <dt>{t.pitchBack}</dt>
          <dd>{t.pitchBackText}</dd>
        </dl>
      </div>
      <Steps />
    </aside>
  )
}

/** The estrade and its steps, the top one lit. */
function Steps() {
  return (
    <svg className="entry-steps" viewBox="0 0 504 300" aria-hidden="true">
      <path d="M0 240H504V300H0zM110 176H504V236H110zM220 112H504V172H220z" fill="var(--slab-2)" />
      <path d="M330 48H504V108H330z" fill="var(--lamp)" />
    </svg>
  )
}
