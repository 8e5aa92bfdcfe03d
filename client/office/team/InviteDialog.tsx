import { type FormEvent, useId, useRef, useState } from 'react'
import type { LoginAnswer } from '#shared/api.ts'
import type { InvitedAnswer, NewMember } from '#shared/office.ts'
import { isMail } from '#shared/people.ts'
import { post } from '../../api.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useSend } from '../ask.ts'
import { useWords } from './words.ts'

/** Name, address, kind of account: then the link to give. */
export function InviteDialog({
  login,
  onClose,
  onInvited,
}: {
  login: LoginAnswer
  onClose: () => void
  onInvited: (answer: InvitedAnswer, name: string) => void
}) {
  const t = useWords()
  const [member, setMember] = useState<NewMember>({ name: '', email: '', role: 'trainer' })
  const [tried, setTried] = useState(false)
  const { busy, failure, send } = useSend()
  const form = useRef<HTMLFormElement>(null)
  const ids = { name: useId(), nameWhy: useId(), email: useId(), emailWhy: useId(), hint: useId() }
  const faulty = { name: member.name.trim() === '', email: !isMail(member.email.trim()) }
  const shown = { name: tried && faulty.name, email: tried && faulty.email }

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (faulty.name || faulty.email) {
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 0)
      return
    }
    void send(async () => {
      const answer = await post<InvitedAnswer>('/api/office/team', member, { as: login.personId })
      onInvited(answer, member.name.trim())
    })
  }

  return (
    <Dialog open title={t.inviteTitle} onClose={onClose}>
      <form className="team-form" ref={form} onSubmit={submit} noValidate>
        <div className="f">
          <label htmlFor={ids.name}>{t.name}</label>
          <input
            className={`in ${shown.name ? 'bad' : ''}`}
            id={ids.name}
            name="name"
            autoComplete="off"
            maxLength={100}
            required
            value={member.name}
            aria-invalid={shown.name || undefined}
            aria-describedby={shown.name ? ids.nameWhy : undefined}
            onChange={(event) => setMember({ ...member, name: event.target.value })}
          />
          {shown.name && (
            <p className="why tx-stop" id={ids.nameWhy}>
              {t.nameMissing}
            </p>
          )}
        </div>
        <div className="f">
          <label htmlFor={ids.email}>{t.email}</label>
          <input
            className={`in ${shown.email ? 'bad' : ''}`}
            id={ids.email}
            name="email"
            type="email"
            autoComplete="off"
            maxLength={254}
            required
            value={member.email}
            aria-invalid={shown.email || undefined}
            aria-describedby={shown.email ? ids.emailWhy : ids.hint}
            onChange={(event) => setMember({ ...member, email: event.target.value })}
          />
          <p className={shown.email ? 'why tx-stop' : 'hint'} id={shown.email ? ids.emailWhy : ids.hint}>
            {shown.email ? t.emailWrong : t.emailHint}
          </p>
        </div>
        <fieldset className="team-roles">
          <legend>{t.role}</legend>
          {(['trainer', 'organiser'] as const).map((role) => (
            <label key={role}>
              <input
                type="radio"
                name="role"
                checked={member.role === role}
                onChange={() => setMember({ ...member, role })}
              />
              <span>
                <b>{t[role]}</b>
                {role === 'trainer' ? t.trainerText : t.organiserText}
              </span>
            </label>
          ))}
        </fieldset>
        {failure && (
          <Notice tone={failure.status === 0 ? 'warn' : 'stop'} role="alert">
            {failure.message}
          </Notice>
        )}
        <div className="actions">
          <button type="button" className="btn" onClick={onClose}>
            {t.cancel}
          </button>
          <button type="submit" className="btn main" aria-busy={busy || undefined}>
            {busy ? t.sending : t.send}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
