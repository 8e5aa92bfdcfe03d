import { KeyRound, Link2, Printer } from 'lucide-react'
import { useState } from 'react'
import type { Credential, CredentialsAnswer, OfficeClass } from '#shared/api.ts'
import { post } from '../api.ts'
import { spacedCode } from '../kit/class-code.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { announce } from '../kit/LiveRegion.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Qr } from '../kit/Qr.tsx'
import { useTitle } from '../kit/use-title.ts'
import { AccessCards } from './AccessCards.tsx'
import { useSend } from './ask.ts'
import type { ClassTab } from './class-tab.ts'
import { forgetIssued, issuedFor, keepIssued } from './issued.ts'
import { OfficeTable } from './OfficeTable.tsx'
import { useCopy } from './use-copy.ts'
import { useWords } from './words.ts'
import './access.css'

type Person = OfficeClass['people'][number]
/** What is being confirmed: new passwords for all, or clearing those on the screen. */
type Confirm = 'reissue' | 'clear'

/** The credential sheet of a class: who has which identifiant, fresh passwords, cards to print and cut. */
export function Access({ login, klass }: ClassTab) {
  const t = useWords()
  useTitle(`${t.accessTitle}, ${klass.title}`)
  const [issued, setIssued] = useState(() => issuedFor(klass.id))
  const [confirm, setConfirm] = useState<Confirm>()
  const { busy, failure, send } = useSend()
  const participants = klass.people.filter(({ role }) => role === 'participant')
  const known = new Map(issued.map((credential) => [credential.personId, credential]))
  const shown = participants.flatMap(({ personId }) => known.get(personId) ?? [])
  const site = shown[0] ? new URL(shown[0].link, location.href).origin : location.origin
  const code = spacedCode(klass.code)

  async function reissue(people: Person[]) {
    const body = people === participants ? {} : { personIds: people.map(({ personId }) => personId) }
    const done = await send(async () => {
      const answer = await post<CredentialsAnswer>(`/api/classes/${klass.id}/credentials`, body, {
        as: login.personId,
      })
      setIssued(keepIssued(klass.id, answer.credentials))
      setConfirm(undefined)
    })
    if (done) announce(people.length === 1 ? t.reissuedOne(people[0]!.name) : t.reissued(people.length))
  }

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
                  onClick={() => setConfirm('reissue')}
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
              {failure && !confirm && (
                <Notice tone="stop" role="alert">
                  {failure.message}
                </Notice>
              )}
              <OfficeTable columns={[t.person, t.password]} actions={t.colActions} className="access-table">
                {participants.map((person) => (
                  <PersonRow
                    key={person.personId}
                    person={person}
                    credential={known.get(person.personId)}
                    onReissue={() => reissue([person])}
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
      {confirm === 'reissue' && (
        <Dialog open title={t.reissueAllTitle(participants.length)} onClose={() => setConfirm(undefined)}>
          <p>{t.reissueAllText}</p>
          {failure && (
            <Notice tone="stop" role="alert">
              {failure.message}
            </Notice>
          )}
          <div className="actions">
            <button type="button" className="btn" onClick={() => setConfirm(undefined)}>
              {t.cancel}
            </button>
            <button
              type="button"
              className="btn main"
              aria-busy={busy || undefined}
              onClick={() => reissue(participants)}
            >
              {t.reissueAllDo}
            </button>
          </div>
        </Dialog>
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
        <button type="button" className="btn sm" aria-label={t.reissueFor(person.name)} onClick={onReissue}>
          <KeyRound size={16} strokeWidth={1.75} aria-hidden="true" />
          {t.reissue}
        </button>
      </td>
    </tr>
  )
}
