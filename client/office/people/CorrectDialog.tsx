import { type FormEvent, useId, useState } from 'react'
import type { CredentialsAnswer } from '#shared/api.ts'
import type { ClassPeopleAnswer, PersonEdit } from '#shared/office.ts'
import { isMail, isPersonName } from '#shared/people.ts'
import { post } from '../../api.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useSend } from '../ask.ts'
import { keepIssued } from '../issued.ts'
import { useWords } from './words.ts'

/** A name or an address mended; another address comes with another password. */
export function CorrectDialog({
  as,
  classId,
  person,
  onClose,
  onDone,
}: {
  as: string
  classId: string
  person: ClassPeopleAnswer['people'][number]
  onClose: () => void
  onDone: (said: string) => void
}) {
  const t = useWords()
  const [name, setName] = useState(person.name)
  const [email, setEmail] = useState(person.login)
  const [tried, setTried] = useState(false)
  const { busy, failure, send } = useSend()
  const ids = { name: useId(), nameWhy: useId(), email: useId(), emailSay: useId() }
  const bad = { name: tried && !isPersonName(name.trim()), email: tried && !isMail(email.trim()) }

  async function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!isPersonName(name.trim()) || !isMail(email.trim())) return
    const edit: PersonEdit = { name: name.trim(), email: email.trim() }
    await send(async () => {
      const path = `/api/classes/${classId}/people/${person.personId}`
      const { credentials } = await post<CredentialsAnswer>(path, edit, { as })
      keepIssued(classId, credentials)
      onDone(credentials.length > 0 ? t.correctedLogin(name.trim()) : t.corrected(name.trim()))
    })
  }

  return (
    <Dialog open title={t.correctOf(person.name)} onClose={onClose}>
      <form className="people-correct" onSubmit={save} noValidate>
        <div className="f">
          <label htmlFor={ids.name}>{t.name}</label>
          <input
            className={`in ${bad.name ? 'bad' : ''}`}
            id={ids.name}
            autoComplete="off"
            maxLength={100}
            value={name}
            aria-invalid={bad.name || undefined}
            aria-describedby={bad.name ? ids.nameWhy : undefined}
            onChange={({ target }) => setName(target.value)}
          />
          {bad.name && (
            <p className="why tx-stop" id={ids.nameWhy}>
              {t.nameWrong}
            </p>
          )}
        </div>
        <div className="f">
          <label htmlFor={ids.email}>{t.email}</label>
          <input
            className={`in ${bad.email ? 'bad' : ''}`}
            id={ids.email}
            type="email"
            autoComplete="off"
            maxLength={254}
            value={email}
            aria-invalid={bad.email || undefined}
            aria-describedby={ids.emailSay}
            onChange={({ target }) => setEmail(target.value)}
          />
          <p className={bad.email ? 'why tx-stop' : 'hint'} id={ids.emailSay}>
            {bad.email ? t.emailWrong : t.emailHint}
          </p>
        </div>
        {failure && (
          <Notice tone="stop" role="alert">
            {failure.message}
          </Notice>
        )}
        <div className="actions">
          <button type="button" className="btn" onClick={onClose}>
            {t.cancel}
          </button>
          <button type="submit" className="btn main" aria-busy={busy || undefined}>
            {t.correctDo}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
