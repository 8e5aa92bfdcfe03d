import { KeyRound, Link2, Printer } from 'lucide-react'
import { useState } from 'react'
import type { Credential, CredentialsAnswer, LoginAnswer, OfficeClass } from '#shared/api.ts'
import { ApiError, post } from '../api.ts'
import { spacedCode } from '../kit/class-code.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { announce } from '../kit/LiveRegion.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Qr } from '../kit/Qr.tsx'
import { useTitle } from '../kit/use-title.ts'
import { AccessCards } from './AccessCards.tsx'
import type { ClassTab } from './class-tab.ts'
import { forgetIssued, issuedFor, keepIssued } from './issued.ts'
import { OfficeTable } from './OfficeTable.tsx'
import { useCopy } from './use-copy.ts'
import { useWords } from './words.ts'
import './access.css'

type Person = OfficeClass['people'][number]
/** What is being confirmed: new passwords for some, or clearing those on the screen. */
type Confirm = { reissue: Person[] } | 'clear'

/** The credential sheet of a class: who has which identifiant, fresh passwords, cards to print and cut. */
export function Access({ login, klass }: ClassTab) {
  const t = useWords()
  useTitle(`${t.accessTitle}, ${klass.title}`)
  const [issued, setIssued] = useState(() => issuedFor(klass.id))
  const [confirm, setConfirm] = useState<Confirm>()
  const participants = klass.people.filter(({ role }) => role === 'participant')
  const known = new Map(issued.map((credential) => [credential.personId, credential]))
  const shown = participants.flatMap(({ personId }) => known.get(personId) ?? [])
  const site = shown[0] ? new URL(shown[0].link, location.href).origin : location.origin
  const code = spacedCode(klass.code)

  function clear() {
    forgetIssued(klass.id)
    setIssued([])
    setConfirm(undefined)
  }

  return (
    <>
      <div className="access">
        <div className="access-main">
          <h2>{t.accessTitle}</h2>
          {participants.length === 0 ? (
            <p className="office-none">{t.noPeople}</p>
          ) : (
            <>
              <Notice tone={shown.length ? 'warn' : 'info'}>
                {shown.length ? t.shownHere(shown.length) : t.shownNone}
              </Notice>
              <div className="access-do">
                {shown.length > 0 && (
                  <button type="button" className="btn main" onClick={() => print()}>
                    <Printer size={20} strokeWidth={1.75} aria-hidden="true" />
                    {t.print}
                  </button>
                )}
                <button
                  type="button"
                  className={`btn ${shown.length ? '' : 'main'}`}
                  onClick={() => setConfirm({ reissue: participants })}
                >
                  <KeyRound size={20} strokeWidth={1.75} aria-hidden="true" />
                  {t.reissueAll}
                </button>
                {shown.length > 0 && (
                  <button type="button" className="btn quiet" onClick={() => setConfirm('clear')}>
                    {t.hide}
                  </button>
                )}
              </div>
              <OfficeTable columns={[t.person, t.password]} actions={t.colActions} className="access-table">
                {participants.map((person) => (
                  <PersonRow
                    key={person.personId}
                    person={person}
                    credential={known.get(person.personId)}
                    onReissue={() => setConfirm({ reissue: [person] })}
                  />
                ))}
              </OfficeTable>
            </>
          )}
        </div>
        <aside className="access-code" aria-label={t.classCode}>
          <h2>{t.classCode}</h2>
          <p className="access-code-text">{code}</p>
          <Qr text={`${site}/c/${klass.code}`} label={t.qrClass(code)} />
          <p className="access-code-site">
            {site.replace(/^https?:\/\//, '')}/c/{klass.code}
          </p>
          <p>{t.classCodeText}</p>
        </aside>
      </div>
      {shown.length > 0 && <AccessCards klass={klass} credentials={shown} site={site} />}
      {confirm === 'clear' && (
        <Dialog open title={t.hideTitle} onClose={() => setConfirm(undefined)}>
          <p>{t.hideText}</p>
          <div className="actions">
            <button type="button" className="btn" onClick={() => setConfirm(undefined)}>
              {t.cancel}
            </button>
            <button type="button" className="btn main" onClick={clear}>
              {t.hide}
            </button>
          </div>
        </Dialog>
      )}
      {confirm && confirm !== 'clear' && (
        <ReissueDialog
          login={login}
          classId={klass.id}
          people={confirm.reissue}
          all={confirm.reissue.length === participants.length}
          onClose={() => setConfirm(undefined)}
          onDone={(fresh) => {
            setIssued(keepIssued(klass.id, fresh))
            setConfirm(undefined)
            announce(t.reissued(fresh.length))
          }}
        />
      )}
    </>
  )
}

function PersonRow({
  person,
  credential,
  onReissue,
}: {
  person: Person
  credential?: Credential
  onReissue: () => void
}) {
  const t = useWords()
  const { copied, copy } = useCopy(t)

  return (
    <tr>
      <th scope="row">
        {person.name}
        <span>{person.login}</span>
      </th>
      <td>
        {credential ? (
          <b className="access-password">{credential.password}</b>
        ) : (
          <span className="tx-mute">{t.notShown}</span>
        )}
      </td>
      <td>
        {credential && (
          <button
            type="button"
            className="btn sm quiet"
            aria-label={t.copyLinkOf(person.name)}
            onClick={() => copy(credential.link)}
          >
            <Link2 size={16} strokeWidth={1.75} aria-hidden="true" />
            {copied ? t.copied : t.copyLink}
          </button>
        )}
        <button
          type="button"
          className="btn sm quiet"
          aria-label={t.reissueFor(person.name)}
          onClick={onReissue}
        >
          <KeyRound size={16} strokeWidth={1.75} aria-hidden="true" />
          {t.reissue}
        </button>
      </td>
    </tr>
  )
}

function ReissueDialog({
  login,
  classId,
  people,
  all,
  onClose,
  onDone,
}: {
  login: LoginAnswer
  classId: string
  people: Person[]
  all: boolean
  onClose: () => void
  onDone: (fresh: Credential[]) => void
}) {
  const t = useWords()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const one = people.length === 1 && people[0]

  async function reissue() {
    setBusy(true)
    setFailure(undefined)
    const body = all ? {} : { personIds: people.map(({ personId }) => personId) }
    try {
      const answer = await post<CredentialsAnswer>(`/api/classes/${classId}/credentials`, body, {
        as: login.personId,
      })
      onDone(answer.credentials)
    } catch (error) {
      setFailure(error instanceof ApiError ? error.message : String(error))
      setBusy(false)
    }
  }

  return (
    <Dialog
      open
      title={one ? t.reissueOneTitle(one.name) : t.reissueAllTitle(people.length)}
      onClose={onClose}
    >
      <p>{one ? t.reissueOneText : t.reissueAllText}</p>
      {failure && (
        <Notice tone="stop" role="alert">
          {failure}
        </Notice>
      )}
      <div className="actions">
        <button type="button" className="btn" onClick={onClose}>
          {t.cancel}
        </button>
        <button
          type="button"
          className="btn main"
          aria-busy={busy || undefined}
          disabled={busy}
          onClick={reissue}
        >
          {one ? t.reissueDo : t.reissueAllDo}
        </button>
      </div>
    </Dialog>
  )
}
