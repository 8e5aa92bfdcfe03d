/** One person's sheet: their turn on the stage, the grid, the words given back, and the moment they are given. */
import { Lock, Presentation, Send, Square, UserMinus, UserPlus } from 'lucide-react'
import { fr, time } from '#client/i18n/format.ts'
import { TurnClock, TurnControls } from '../trainer/TurnClock.tsx'
import { FeedbackField } from './FeedbackField.tsx'
import { Grid } from './Grid.tsx'
import type { OralScreenProps } from './props.ts'
import { useTrainerWords } from './trainer-words.ts'

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

export function SheetCard({ personId, ...props }: OralScreenProps & { personId: string }) {
  const t = useTrainerWords()
  const { oral, own, nameOf, act, online, everyone, send } = props
  const name = nameOf(personId)
  const sheet = own.sheets[personId]
  const subject = own.subjects[personId]?.text
  const presenting = oral.speaker === personId
  const started = everyone.phase !== 'ready'
  const something = Object.keys(sheet?.grades ?? {}).length > 0 || sheet?.feedback !== undefined
  return (
    <>
      <div className="oral-head">
        <div>
          <h2 id="oral-who">{name}</h2>
          <p className={subject ? undefined : 'tx-mute'}>{subject ? t.subject(fr(subject)) : t.noSubject}</p>
        </div>
        {presenting && oral.turn && <TurnClock turn={oral.turn} now={props.now} />}
      </div>
      {everyone.phase === 'open' && <StageActs {...props} personId={personId} />}
      {started && (
        <>
          <Grid
            definition={own.definition}
            grades={sheet?.grades ?? {}}
            disabled={!online}
            grade={(criterionId, level) => act({ type: 'grade', personId, criterionId, level })}
          />
          <FeedbackField
            label={t.feedback(name)}
            stored={sheet?.feedback}
            at={sheet?.at}
            save={(text) => send('activity.do', { type: 'feedback', personId, text })}
          />
          <div className="only">
            <Lock {...ICON} />
            <span className="tx">
              {sheet?.releasedAt === undefined ? t.onlyThem : t.releasedAt(time(sheet.releasedAt))}
            </span>
            {sheet?.releasedAt === undefined && (
              <button
                type="button"
                className="btn sm main"
                disabled={!online || !something}
                onClick={() => act({ type: 'release', personId })}
              >
                <Send {...ICON} />
                {t.release(name)}
              </button>
            )}
          </div>
        </>
      )}
    </>
  )
}

function StageActs({ personId, oral, act, online }: OralScreenProps & { personId: string }) {
  const t = useTrainerWords()
  const standing = oral.people[personId]
  if (standing === 'presenting')
    return (
      <div className="oral-acts">
        <TurnControls turn={oral.turn} online={online} act={act} />
        <button type="button" className="btn sm" disabled={!online} onClick={() => act({ type: 'stop' })}>
          <Square {...ICON} />
          {t.stop}
        </button>
      </div>
    )
  const skipped = standing === 'skipped'
  return (
    <div className="oral-acts">
      <button
        type="button"
        className="btn sm"
        disabled={!online}
        onClick={() => act({ type: 'call', personId })}
      >
        <Presentation {...ICON} />
        {standing === 'done' ? t.again : t.call}
      </button>
      {standing !== 'done' && (
        <button
          type="button"
          className="btn sm"
          disabled={!online}
          onClick={() => act({ type: 'skip', personId, skipped: !skipped })}
        >
          {skipped ? <UserPlus {...ICON} /> : <UserMinus {...ICON} />}
          {skipped ? t.unskip : t.skip}
        </button>
      )}
    </div>
  )
}
