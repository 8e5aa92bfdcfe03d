import { type FormEvent, useState } from 'react'
import type { CredentialsAnswer } from '#shared/api.ts'
import type { ClassPeopleAnswer } from '#shared/office.ts'
import { readPeople } from '#shared/people.ts'
import { post } from '../../api.ts'
import { announce } from '../../kit/LiveRegion.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useTitle } from '../../kit/use-title.ts'
import { useSend } from '../ask.ts'
import { Asked, useAnswer } from '../asked.tsx'
import type { ClassTab } from '../class-tab.ts'
import { keepIssued } from '../issued.ts'
import { OfficeTable } from '../OfficeTable.tsx'
import { PeopleField } from '../PeopleField.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'
import { useWords } from './words.ts'
import './people.css'

type Person = ClassPeopleAnswer['people'][number]

/** Those who run the class before those who follow it; the rest keeps its order. */
const RANK: Record<string, number> = { trainer: 0, cotrainer: 1 }
const byRole = (a: Person, b: Person) => (RANK[a.role] ?? 2) - (RANK[b.role] ?? 2)

/** Who is in the class: added, withdrawn, given another role, also while it runs. */
export function ClassPeople({ login, klass, again }: ClassTab) {
  const t = useWords()
  const asked = useAnswer<ClassPeopleAnswer>(`/api/classes/${klass.id}/people`, login.personId)
  const { busy, failure, send } = useSend()
  const [correcting, setCorrecting] = useState<Person>()
  const [said, setSaid] = useState('')
  const as = login.personId
  const fixed = klass.phase === 'ended' || klass.cancelledAt !== undefined
  useTitle(`${t.title}, ${klass.title}`)

  async function act(person: Person, what: string, body: object = {}) {
    const done = await send(async () => {
      const answer = await post<CredentialsAnswer | undefined>(
        `/api/classes/${klass.id}/people/${person.personId}/${what}`,
        body,
        { as },
      )
      if (answer?.credentials) keepIssued(klass.id, answer.credentials)
    })
    if (done && what === 'withdraw') announce(t.withdrew(person.name))
    asked.again()
    again()
  }

  return (
    <Asked asked={asked}>
      {({ people }) => (
        <>
          <div className="office-say">
            <p>
              {t.say(
                people.filter((one) => one.role === 'participant' && one.withdrawnAt === undefined).length,
                people.filter((one) => one.withdrawnAt !== undefined).length,
              )}
            </p>
          </div>
          {failure && (
            <Notice tone="stop" role="alert">
              {failure.message}
            </Notice>
          )}
          {said && (
            <Notice tone="ok" role="status">
              {said}
            </Notice>
          )}
          <OfficeTable columns={[t.colPerson, t.colRole]} actions={t.colActions}>
            {people.toSorted(byRole).map((person) => (
              <Row
                key={person.personId}
                person={person}
                busy={busy || fixed}
                act={act}
                onCorrect={() => setCorrecting(person)}
              />
            ))}
          </OfficeTable>
          {correcting && (
            <CorrectDialog
              as={as}
              classId={klass.id}
              person={correcting}
              onClose={() => setCorrecting(undefined)}
              onDone={(what) => {
                setCorrecting(undefined)
                setSaid(what)
                asked.again()
                again()
              }}
            />
          )}
          {!fixed && (
            <AddPeople
              as={as}
              classId={klass.id}
              onAdded={() => {
                asked.again()
                again()
              }}
            />
          )}
        </>
      )}
    </Asked>
  )
}

function Row({
  person,
  busy,
  act,
  onCorrect,
}: {
  person: Person
  busy: boolean
  act: (person: Person, what: string, body?: object) => void
  onCorrect: () => void
}) {
  const t = useWords()
  const { name, role, account, withdrawnAt } = person
  const out = withdrawnAt !== undefined
  const helps = role === 'cotrainer'
  return (
    <tr>
      <th scope="row">
        {name}
        <span>{person.login}</span>
      </th>
      <td>{out ? t.withdrawn : t.roles[role]}</td>
      <td>
        {!account && out && (
          <button
            type="button"
            className="btn sm"
            disabled={busy}
            aria-label={t.restoreOf(name)}
            onClick={() => act(person, 'restore')}
          >
            {t.restore}
          </button>
        )}
        {!account && !out && (
          <>
            <button
              type="button"
              className="btn sm"
              disabled={busy}
              aria-label={t.correctOf(name)}
              onClick={onCorrect}
            >
              {t.correct}
            </button>
            <button
              type="button"
              className="btn sm quiet"
              disabled={busy}
              aria-label={helps ? t.makePupilOf(name) : t.makeHelperOf(name)}
              onClick={() => act(person, 'role', { role: helps ? 'participant' : 'cotrainer' })}
            >
              {helps ? t.makePupil : t.makeHelper}
            </button>
            <button
              type="button"
              className="btn sm"
              disabled={busy}
              aria-label={t.withdrawOf(name)}
              onClick={() => act(person, 'withdraw')}
            >
              {t.withdraw}
            </button>
          </>
        )}
      </td>
    </tr>
  )
}

function AddPeople({ as, classId, onAdded }: { as: string; classId: string; onAdded: () => void }) {
  const t = useWords()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const [added, setAdded] = useState(0)
  const { busy, failure, send } = useSend()

  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    setAdded(0)
    if (readPeople(text).problems.length > 0) return
    await send(async () => {
      const { credentials } = await post<CredentialsAnswer>(
        `/api/classes/${classId}/people`,
        { people: text },
        { as },
      )
      keepIssued(classId, credentials)
      setAdded(credentials.length)
      setText('')
      setTried(false)
      onAdded()
    })
  }

  return (
    <form className="people-add" onSubmit={submit} noValidate>
      <h2>{t.addTitle}</h2>
      <PeopleField as={as} text={text} onChange={setText} missing={tried && text.trim() === ''} />
      {failure && (
        <Notice tone="stop" role="alert">
          {failure.message}
        </Notice>
      )}
      {added > 0 && (
        <Notice tone="ok" role="status">
          {t.added(added)}
        </Notice>
      )}
      <button type="submit" className="btn main" aria-busy={busy || undefined}>
        {busy ? t.adding : t.add}
      </button>
    </form>
  )
}
