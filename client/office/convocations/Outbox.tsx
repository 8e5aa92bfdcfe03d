/** The outbox: every mail, what became of it, and those that have not left to read, download and send again. */
import { Download, Send } from 'lucide-react'
import { useState } from 'react'
import type { LoginAnswer } from '#shared/api.ts'
import type { MailAnswer, MailRef, MailsAnswer } from '#shared/convocation.ts'
import { ApiError, post } from '../../api.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { announce } from '../../kit/LiveRegion.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useTitle } from '../../kit/use-title.ts'
import { Asked, useAnswer } from '../asked.tsx'
import { OfficeTable } from '../OfficeTable.tsx'
import { moment } from './moment.ts'
import { useOutboxWords } from './outbox-words.ts'
import { useWords } from './words.ts'
import './outbox.css'

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone

export function Outbox({ login }: { login: LoginAnswer }) {
  const t = useOutboxWords()
  const asked = useAnswer<MailsAnswer>('/api/mails', login.personId)
  useTitle(t.title)
  return (
    <>
      <h1>{t.title}</h1>
      <Asked asked={asked}>{(answer) => <Mails login={login} answer={answer} again={asked.again} />}</Asked>
    </>
  )
}

function Mails({ login, answer, again }: { login: LoginAnswer; answer: MailsAnswer; again: () => void }) {
  const t = useOutboxWords()
  const board = useWords()
  const [open, setOpen] = useState<MailRef>()
  const [failure, setFailure] = useState<string>()
  const { mails, sends, from, trouble } = answer
  const unsent = mails.filter(({ state }) => state !== 'sent')

  async function sendAgain(mail: MailRef) {
    setFailure(undefined)
    try {
      await post(`/api/mails/${mail.id}/send`, {}, { as: login.personId })
      announce(t.queued(mail.name))
    } catch (error) {
      setFailure(error instanceof ApiError ? error.message : String(error))
    }
    again()
  }

  if (mails.length === 0) {
    return (
      <div className="office-none">
        <h2>{t.none}</h2>
        <p>{sends ? t.noneText : t.noneAlone}</p>
      </div>
    )
  }
  return (
    <>
      <div className="office-say">
        <p>
          {t.say(mails.length, unsent.length)} {sends && t.from(from)}
        </p>
        <button type="button" className="btn" onClick={again}>
          {t.refresh}
        </button>
      </div>
      <div className="outbox-notices">
        {!sends && <Notice tone="info">{t.alone}</Notice>}
        {trouble && (
          <Notice tone="stop">
            {board.trouble[trouble.reason] ?? board.trouble.connection}
            <br />
            {board.serverSaid(trouble.said)}
          </Notice>
        )}
        {failure && (
          <Notice tone="stop" role="alert">
            {failure}
          </Notice>
        )}
      </div>
      <OfficeTable columns={[t.to, t.subject, t.state]} actions={t.actions} className="outbox">
        {mails.map((mail) => (
          <Row
            key={mail.id}
            login={login}
            mail={mail}
            sends={sends}
            onOpen={() => setOpen(mail)}
            onSend={() => sendAgain(mail)}
          />
        ))}
      </OfficeTable>
      {open && <Reader login={login} mail={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

const TROUBLED = new Set<MailRef['state']>(['refused', 'failed', 'retrying'])

function Row({
  login,
  mail,
  sends,
  onOpen,
  onSend,
}: {
  login: LoginAnswer
  mail: MailRef
  sends: boolean
  onOpen: () => void
  onSend: () => void
}) {
  const t = useOutboxWords()
  const at = moment(mail.sentAt ?? mail.createdAt, Date.now(), ZONE)
  const mendable = sends && mail.readable && mail.state !== 'sending' && mail.state !== 'waiting'
  return (
    <tr>
      <th scope="row">
        {mail.name}
        <span>{mail.address}</span>
      </th>
      <td>{mail.subject}</td>
      <td>
        <span className={TROUBLED.has(mail.state) ? 'tx-stop' : undefined}>
          {t.states[mail.state]} <span className="num tx-mute">{at}</span>
        </span>
        {mail.said && <span className="outbox-said">« {mail.said} »</span>}
        {mail.reason === 'expired' && <span className="outbox-said">{t.expired}</span>}
      </td>
      <td>
        {mail.readable && (
          <>
            <button
              type="button"
              className="btn sm"
              aria-label={t.readOf(mail.subject, mail.name)}
              onClick={onOpen}
            >
              {t.read}
            </button>
            <a
              className="btn sm"
              href={`/api/mails/${mail.id}/eml?as=${login.personId}`}
              download
              aria-label={t.downloadOf(mail.subject, mail.name)}
            >
              <Download size={16} strokeWidth={1.75} aria-hidden="true" />
              .eml
            </a>
          </>
        )}
        {mendable && (
          <button
            type="button"
            className="btn sm"
            aria-label={t.sendOf(mail.subject, mail.name)}
            onClick={onSend}
          >
            <Send size={16} strokeWidth={1.75} aria-hidden="true" />
            {t.send}
          </button>
        )}
      </td>
    </tr>
  )
}

/** The letter as it is: in a frame that runs nothing, loads nothing and goes nowhere; its plain text beside it. */
function Reader({ login, mail, onClose }: { login: LoginAnswer; mail: MailRef; onClose: () => void }) {
  const t = useOutboxWords()
  const [plain, setPlain] = useState(false)
  const asked = useAnswer<MailAnswer>(`/api/mails/${mail.id}`, login.personId)
  return (
    <Dialog open title={mail.subject} onClose={onClose} className="outbox-reader">
      <p className="hint">
        {t.to} {mail.name}, {mail.address}
      </p>
      {plain ? (
        <Asked asked={asked}>
          {({ text }) => (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
            <section aria-label={t.plain} tabIndex={0}>
              <pre>{text}</pre>
            </section>
          )}
        </Asked>
      ) : (
        <iframe sandbox="" title={mail.subject} src={`/api/mails/${mail.id}/html?as=${login.personId}`} />
      )}
      <div className="actions">
        <button type="button" className="btn" aria-pressed={plain} onClick={() => setPlain(!plain)}>
          {plain ? t.letter : t.plain}
        </button>
        <a className="btn main" href={`/api/mails/${mail.id}/eml?as=${login.personId}`} download>
          <Download size={20} strokeWidth={1.75} aria-hidden="true" />
          {t.download}
        </a>
      </div>
    </Dialog>
  )
}
