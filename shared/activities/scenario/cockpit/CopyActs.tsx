/** What ends the reading of a copy: send it back with a word, accept it; a message, time, the model answer for one. */

import { Check, Ellipsis, MessageSquarePlus, Undo2 } from 'lucide-react'
import { useId, useState } from 'react'
import { announce } from '#client/kit/index.ts'
import { PersonalTime } from '../../trainer/PersonalTime.tsx'
import { useCockpitWords } from '../trainer-words.ts'
import { MessageDialog } from './MessageDialog.tsx'
import { reviewed } from './model.ts'
import type { CopyProps } from './props.ts'
import { forget, keep, kept } from './unsent.ts'

export function CopyActs(props: CopyProps) {
  const { tile, trainer, online, send, nameOf, activityId } = props
  const t = useCockpitWords()
  const { copy, copyId } = tile
  const key = `${activityId}/${copyId}/note`
  const [note, write] = useState(kept(key) ?? '')
  const noteId = useId()
  const [noting, take] = useState(kept(key) !== undefined)
  const { done, of } = reviewed(trainer)
  const name = nameOf(tile.people)
  const comments = Object.keys(copy?.comments ?? {}).length

  async function answer(type: 'send-back' | 'accept', said: string) {
    const words = note.trim()
    const payload = type === 'accept' && words === '' ? { type, copyId } : { type, copyId, note: words }
    const ack = await send('activity.do', payload)
    if (!ack.ok) return
    forget(key)
    write('')
    take(false)
    announce(said)
  }

  return (
    <footer className="copy-acts">
      {copyId && copy && copy.state !== 'not-started' && (
        <>
          {noting && (
            <>
              <label className="vh" htmlFor={noteId}>
                {t.sendBackNote}
              </label>
              <textarea
                id={noteId}
                className="in"
                rows={1}
                maxLength={1000}
                placeholder={t.sendBackNote}
                // biome-ignore lint/a11y/noAutofocus: the trainer has just asked to write here
                autoFocus
                value={note}
                onChange={(event) => {
                  write(event.currentTarget.value)
                  keep(key, event.currentTarget.value)
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Escape') return
                  event.preventDefault()
                  if (note === '') take(false)
                  else event.currentTarget.blur()
                }}
              />
            </>
          )}
          <button
            type="button"
            className={copy.state === 'submitted' ? 'btn main' : 'btn'}
            disabled={!online}
            onClick={() => void answer('send-back', t.sentBack(name))}
          >
            <Undo2 size={20} strokeWidth={1.75} aria-hidden="true" />
            {t.sendBack(comments)}
          </button>
          <button
            type="button"
            className="btn"
            disabled={!online || copy.accepted !== undefined}
            onClick={() => void answer('accept', t.accepted(name))}
          >
            <Check size={20} strokeWidth={1.75} aria-hidden="true" />
            {copy.accepted ? t.isAccepted : t.accept}
          </button>
        </>
      )}
      {copyId && copy && copy.state !== 'not-started' && !noting && (
        <button
          type="button"
          className="btn quiet word"
          aria-label={t.addNote}
          title={t.addNote}
          onClick={() => take(true)}
        >
          <MessageSquarePlus size={20} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
      <span className="end">
        {of > 0 && <span className="label num">{t.reviewed(done, of)}</span>}
        <More {...props} />
      </span>
    </footer>
  )
}

/** Gestures towards one person: a private word, more time, the model answer. */
function More(props: CopyProps) {
  const { tile, trainer, everyone, online, send, nameOf, over } = props
  const t = useCockpitWords()
  const id = useId()
  const [asking, ask] = useState<'message' | 'time'>()
  const { copy, copyId } = tile
  const close = () => ask(undefined)
  const timed = everyone.closesAt !== undefined || everyone.pausedLeft !== undefined
  const given = trainer.released || copy?.released
  const choose = (action: () => void) => () => {
    document.getElementById(id)?.hidePopover()
    action()
  }
  return (
    <>
      <button type="button" className="btn sm quiet" popoverTarget={id} aria-label={t.more}>
        <Ellipsis size={20} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <div id={id} popover="auto" className="copy-menu">
        {!over && (
          <>
            <button type="button" disabled={!online} onClick={choose(() => ask('message'))}>
              {t.message}
            </button>
            {timed && (
              <button type="button" disabled={!online} onClick={choose(() => ask('time'))}>
                {t.time}
              </button>
            )}
          </>
        )}
        <button
          type="button"
          disabled={!online || !copyId || given}
          onClick={choose(() => void send('activity.do', { type: 'release', copyId }))}
        >
          {given ? t.modelGivenOne : t.modelToOne(nameOf(tile.people))}
        </button>
      </div>
      <MessageDialog {...props} open={asking === 'message'} to={tile.people} onClose={close} />
      <PersonalTime {...props} first={tile.people[0]} open={asking === 'time'} onClose={close} />
    </>
  )
}
