/** The convocation as it will be received, and what the office adds to it. */
import { type FormEvent, useId, useState } from 'react'
import type { LoginAnswer } from '#shared/api.ts'
import type { BoardAnswer, Organisation } from '#shared/convocation.ts'
import { ApiError, post } from '../../api.ts'
import { announce } from '../../kit/LiveRegion.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { Link } from '../../kit/navigation.tsx'
import { useTitle } from '../../kit/use-title.ts'
import { officeAddress } from '../address.ts'
import { Asked, useAnswer } from '../asked.tsx'
import { useWords } from './words.ts'
import './letter.css'

export function Letter({ login, classId }: { login: LoginAnswer; classId: string }) {
  const t = useWords()
  const asked = useAnswer<BoardAnswer>(`/api/classes/${classId}/convocations`, login.personId)
  useTitle(t.letterTitle)
  return (
    <>
      <p className="letter-back">
        <Link href={officeAddress(login, `/classe/${classId}/convocations`)}>{t.back}</Link>
      </p>
      <Asked asked={asked}>{(board) => <Desk login={login} board={board} />}</Asked>
    </>
  )
}

function Desk({ login, board }: { login: LoginAnswer; board: BoardAnswer }) {
  const t = useWords()
  const [language, setLanguage] = useState(board.language)
  const [version, setVersion] = useState(0)
  const id = useId()
  const query = new URLSearchParams({ as: login.personId, language, v: String(version) })
  return (
    <div className="letter">
      <section aria-labelledby={`${id}-t`}>
        <div className="letter-head">
          <h2 id={`${id}-t`}>{t.letterTitle}</h2>
          <div className="f">
            <label htmlFor={id}>{t.letterLanguage}</label>
            <select
              className="in"
              id={id}
              value={language}
              onChange={(event) => setLanguage(event.target.value === 'en' ? 'en' : 'fr')}
            >
              <option value="fr">{t.french}</option>
              <option value="en">{t.english}</option>
            </select>
          </div>
        </div>
        <p className="hint">{t.letterText}</p>
        <iframe
          className="letter-frame"
          sandbox=""
          title={t.letterFrame}
          src={`/api/classes/${board.id}/convocations/preview?${query}`}
        />
      </section>
      <Additions login={login} board={board} onSaved={() => setVersion(version + 1)} />
    </div>
  )
}

const FIELDS = [
  ['name', 'orgName', 200],
  ['address', 'orgAddress', 300],
  ['phone', 'orgPhone', 60],
  ['email', 'orgEmail', 254],
] as const

function Additions({
  login,
  board,
  onSaved,
}: {
  login: LoginAnswer
  board: BoardAnswer
  onSaved: () => void
}) {
  const t = useWords()
  const id = useId()
  const [organisation, setOrganisation] = useState<Organisation>(board.organisation)
  const [background, setBackground] = useState(board.background)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const change = (part: Partial<Organisation>) => setOrganisation({ ...organisation, ...part })
  const badEmail = organisation.email !== '' && !/^[^\s@<>]+@[^\s@<>]+$/.test(organisation.email.trim())

  async function save(event: FormEvent) {
    event.preventDefault()
    if (busy || badEmail) return
    setBusy(true)
    setFailure(undefined)
    try {
      await post('/api/organisation', organisation, { as: login.personId })
      await post(`/api/classes/${board.id}/background`, { text: background }, { as: login.personId })
      announce(t.saved)
      onSaved()
    } catch (error) {
      setFailure(error instanceof ApiError ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="letter-form" onSubmit={save} noValidate>
      <div className="f">
        <label htmlFor={`${id}-b`}>{t.background}</label>
        <p className="hint" id={`${id}-bh`}>
          {board.trainerName}. {t.backgroundHint}
        </p>
        <textarea
          className="in"
          id={`${id}-b`}
          rows={4}
          maxLength={1000}
          aria-describedby={`${id}-bh`}
          value={background}
          onChange={(event) => setBackground(event.target.value)}
        />
      </div>
      <fieldset>
        <legend>{t.organisation}</legend>
        {FIELDS.map(([key, word, max]) => (
          <div className="f" key={key}>
            <label htmlFor={`${id}-${key}`}>{t[word]}</label>
            <input
              className={`in ${key === 'email' && badEmail ? 'bad' : ''}`}
              id={`${id}-${key}`}
              type={key === 'email' ? 'email' : key === 'phone' ? 'tel' : 'text'}
              maxLength={max}
              value={organisation[key]}
              aria-invalid={(key === 'email' && badEmail) || undefined}
              aria-describedby={key === 'email' && badEmail ? `${id}-why` : undefined}
              onChange={(event) => change({ [key]: event.target.value })}
            />
            {key === 'email' && badEmail && (
              <p className="why tx-stop" id={`${id}-why`}>
                {t.orgEmailBad}
              </p>
            )}
          </div>
        ))}
        <div className="f">
          <label htmlFor={`${id}-a`}>{t.orgAccess}</label>
          <p className="hint" id={`${id}-ah`}>
            {t.orgAccessHint}
          </p>
          <textarea
            className="in"
            id={`${id}-a`}
            rows={2}
            maxLength={600}
            aria-describedby={`${id}-ah`}
            value={organisation.accessibility}
            onChange={(event) => change({ accessibility: event.target.value })}
          />
        </div>
      </fieldset>
      {failure && (
        <Notice tone="stop" role="alert">
          {failure}
        </Notice>
      )}
      <button type="submit" className="btn main" disabled={busy} aria-busy={busy || undefined}>
        {t.save}
      </button>
    </form>
  )
}
