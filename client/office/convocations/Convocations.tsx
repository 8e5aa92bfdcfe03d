/** The convocations of a class: send them, follow each person to the seat, mend what goes wrong. */
import { useEffect, useState } from 'react'
import type { Credential, CredentialsAnswer, LoginAnswer } from '#shared/api.ts'
import type { BoardAnswer, BoardPerson, ConvocationKind, ConvocationsToSend } from '#shared/convocation.ts'
import { ApiError, post } from '../../api.ts'
import { announce } from '../../kit/LiveRegion.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useTitle } from '../../kit/use-title.ts'
import { keepIssued } from '../issued.ts'
import { BoardNotices } from './BoardNotices.tsx'
import { BoardSay } from './BoardSay.tsx'
import { BoardTable } from './BoardTable.tsx'
import { FollowUpPanel } from './FollowUpPanel.tsx'
import { PersonCard } from './PersonCard.tsx'
import { useBoard } from './use-board.ts'
import { useWords } from './words.ts'
import './board.css'

export function Convocations({ login, classId }: { login: LoginAnswer; classId: string }) {
  const t = useWords()
  const board = useBoard(classId, login.personId)
  useTitle(board.data ? `${t.title}, ${board.data.title}` : t.title)
  if (!board.data) {
    return board.error ? (
      <Notice tone={board.error.status === 0 ? 'warn' : 'stop'} role="alert">
        {board.error.message}
      </Notice>
    ) : (
      <BoardSkeleton />
    )
  }
  return (
    <>
      {board.error && (
        <Notice tone="warn" role="alert">
          {t.stale}
        </Notice>
      )}
      {board.data.people.length === 0 ? (
        <p className="office-none">{t.nobody}</p>
      ) : (
        <Desk login={login} board={board.data} again={board.again} />
      )}
    </>
  )
}

/** The place the board takes, so that nothing jumps when it comes. */
function BoardSkeleton() {
  return <div className="board-wait" aria-busy="true" />
}

type DeskProps = { login: LoginAnswer; board: BoardAnswer; again: () => Promise<void> }

function Desk({ login, board, again }: DeskProps) {
  const t = useWords()
  const [selected, setSelected] = useState<string>()
  const [fresh, setFresh] = useState<Record<string, Credential>>({})
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const person = board.people.find(({ personId }) => personId === selected)
  useSentAnnounced(board)

  async function ask(request: () => Promise<void>): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    setFailure(undefined)
    try {
      await request()
      await again()
      return true
    } catch (error) {
      setFailure(error instanceof ApiError ? error.message : String(error))
      return false
    } finally {
      setBusy(false)
    }
  }

  const send = (kind: ConvocationKind, people?: BoardPerson[]) =>
    ask(async () => {
      const personIds = people?.map(({ personId }) => personId)
      const body: ConvocationsToSend = { kind, ...(personIds ? { personIds } : {}) }
      await post(`/api/classes/${board.id}/convocations`, body, { as: login.personId })
    })

  /** One gesture, in mid-class too: whoever needs a password waits at the door. */
  async function reissue(who: BoardPerson) {
    setSelected(who.personId)
    await ask(async () => {
      const body = { personIds: [who.personId] }
      const path = `/api/classes/${board.id}/credentials`
      const { credentials } = await post<CredentialsAnswer>(path, body, { as: login.personId })
      keepIssued(board.id, credentials)
      setFresh((before) => ({ ...before, [who.personId]: credentials[0]! }))
      announce(t.reissued(who.name))
    })
  }

  return (
    <div className={person ? 'board with-card' : 'board'}>
      <div className="board-main">
        <BoardSay login={login} board={board} busy={busy} send={send} />
        {failure && (
          <Notice tone="stop" role="alert">
            {failure}
          </Notice>
        )}
        <BoardNotices board={board} />
        <BoardTable
          board={board}
          selected={selected}
          onSelect={setSelected}
          onReissue={reissue}
          busy={busy}
        />
        {board.phase === 'ended' && <FollowUpPanel login={login} board={board} />}
      </div>
      {person && (
        <PersonCard
          key={person.personId}
          board={board}
          person={person}
          fresh={fresh[person.personId]}
          busy={busy}
          send={(kind) => send(kind, [person])}
          onReissue={() => reissue(person)}
          onClose={() => setSelected(undefined)}
        />
      )}
    </div>
  )
}

/** Told once, when the last one has left. */
function useSentAnnounced(board: BoardAnswer) {
  const t = useWords()
  const sent = board.people.filter(({ sentAt }) => sentAt !== undefined).length
  const [known, setKnown] = useState(sent)
  useEffect(() => {
    if (sent === known) return
    setKnown(sent)
    if (sent > known && sent === board.people.length) announce(t.allSent(sent))
  }, [sent, known, board.people.length, t])
}
