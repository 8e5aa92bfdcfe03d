/** One person: how long they have spoken, the floor, and a word that they alone read. */
import { elapsed, time } from '#client/i18n/format.ts'
import { announce, Dialog } from '#client/kit/index.ts'
import { useClassInfo, useNow } from '#client/live/hooks.ts'
import { spokenBy } from './floor-times.ts'
import { useGrant } from './Hands.tsx'
import { threadWith } from './questions.ts'
import type { PeopleProps } from './types.ts'
import { WordForm } from './WordForm.tsx'
import { usePeopleWords } from './words.ts'

type Props = PeopleProps & { personId: string | undefined; onClose: () => void }

export function PersonDialog({ personId, onClose, ...props }: Props) {
  return (
    <Dialog
      open={personId !== undefined}
      title={personId === undefined ? '' : props.name(personId)}
      onClose={onClose}
      className="person-dialog"
    >
      {personId !== undefined && <Person {...props} personId={personId} />}
    </Dialog>
  )
}

function Person({ personId, ...props }: PeopleProps & { personId: string }) {
  const t = usePeopleWords()
  const { everyone, name, trainer, commands } = props
  return (
    <>
      <Speaking {...props} personId={personId} />
      <Thread {...props} personId={personId} />
      {everyone.phase === 'live' && trainer.people[personId]?.withdrawn !== true && (
        <WordForm
          label={t.wordFor(name(personId))}
          how={t.wordWho}
          online={commands.online}
          onSend={async (text) => {
            const ack = await commands.run('word.say', { personId, text })
            if (ack.ok) announce(t.wordSent(name(personId)))
            return ack.ok
          }}
        />
      )}
    </>
  )
}

function Speaking({ personId, everyone, trainer, name, commands }: PeopleProps & { personId: string }) {
  const t = usePeopleWords()
  const now = useNow()
  const grant = useGrant(commands)
  const { floor, phase } = everyone
  const ms = spokenBy(personId, floor, trainer.spoken, now)
  const has = floor.speaker === personId || floor.hands.includes(personId)
  const release = () => void commands.run('floor.release', { personId })
  return (
    <div className="speaking">
      <p>
        {t.spoken} <b className="num">{ms > 0 ? elapsed(ms) : t.notYet}</b>
      </p>
      {phase === 'live' && (
        <div className="do">
          {floor.speaker !== personId && (
            <button
              type="button"
              className="btn sm"
              disabled={!commands.online}
              onClick={() => void grant(personId)}
            >
              {t.giveTo(name(personId))}
            </button>
          )}
          {has && (
            <button type="button" className="btn sm" disabled={!commands.online} onClick={release}>
              {floor.speaker === personId ? t.releaseLong(name(personId)) : t.lower(name(personId))}
            </button>
          )}
        </div>
      )}
    </div>
  )
}

function Thread({ personId, trainer, name }: PeopleProps & { personId: string }) {
  const info = useClassInfo()
  const lines = threadWith(trainer.talk, personId)
  if (lines.length === 0) return null
  return (
    <ol className="thread">
      {lines.map(({ id, by, text, at, asked }) => (
        <li key={id} className={asked ? 'theirs' : undefined}>
          <p className="label">
            <b>{asked ? name(by) : info?.roster[by]?.name}</b>{' '}
            <span className="num">{time(at, info?.timeZone)}</span>
          </p>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  )
}
