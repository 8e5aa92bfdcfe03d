import { Download, Eraser } from 'lucide-react'
import { useId, useState } from 'react'
import type { LoginAnswer } from '#shared/api.ts'
import type { KnownPeopleAnswer, KnownPerson } from '#shared/office.ts'
import { post } from '../../api.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { announce } from '../../kit/LiveRegion.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useTitle } from '../../kit/use-title.ts'
import { useSend } from '../ask.ts'
import { Asked, useAnswer } from '../asked.tsx'
import { OfficeTable } from '../OfficeTable.tsx'
import { useWords } from './words.ts'

/** Everybody known, with what each may ask: a copy of what is held on them, or to be forgotten. */
export function KnownPeople({ login }: { login: LoginAnswer }) {
  const t = useWords()
  const asked = useAnswer<KnownPeopleAnswer>('/api/office/people', login.personId)
  const [sought, setSought] = useState('')
  const [erasing, setErasing] = useState<KnownPerson>()
  const id = useId()
  useTitle(t.title)
  const fits = ({ name, email }: KnownPerson) =>
    `${name} ${email}`.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase())

  return (
    <>
      <h1>{t.title}</h1>
      <Asked asked={asked}>
        {({ people }) => (
          <>
            <div className="office-say">
              <p>{t.say(people.length)}</p>
            </div>
            <div className="f">
              <label htmlFor={id}>{t.search}</label>
              <input
                className="in"
                id={id}
                type="search"
                value={sought}
                onChange={({ target }) => setSought(target.value)}
              />
            </div>
            {people.some(fits) ? (
              <OfficeTable columns={[t.colPerson, t.colClasses]} actions={t.colActions}>
                {people.filter(fits).map((person) => (
                  <Row
                    key={person.personId}
                    person={person}
                    login={login}
                    onErase={() => setErasing(person)}
                  />
                ))}
              </OfficeTable>
            ) : (
              <div className="office-none">
                <h2>{t.none}</h2>
                <p>{t.noneText}</p>
              </div>
            )}
          </>
        )}
      </Asked>
      {erasing && (
        <EraseDialog
          login={login}
          person={erasing}
          onClose={() => setErasing(undefined)}
          onErased={() => {
            announce(t.erased(erasing.name))
            setErasing(undefined)
            asked.again()
          }}
        />
      )}
    </>
  )
}

function Row({ person, login, onErase }: { person: KnownPerson; login: LoginAnswer; onErase: () => void }) {
  const t = useWords()
  const { personId, name, email, classes } = person
  return (
    <tr>
      <th scope="row">
        {name}
        <span>{email}</span>
      </th>
      <td>{t.classes(classes.length)}</td>
      <td>
        <a
          className="btn sm"
          href={`/api/office/people/${personId}/export?as=${login.personId}`}
          download
          aria-label={t.copyOf(name)}
        >
          <Download size={16} strokeWidth={1.75} aria-hidden="true" />
          {t.copy}
        </a>
        {personId !== login.personId && (
          <button type="button" className="btn sm quiet" aria-label={t.eraseOf(name)} onClick={onErase}>
            <Eraser size={16} strokeWidth={1.75} aria-hidden="true" />
            {t.erase}
          </button>
        )}
      </td>
    </tr>
  )
}

function EraseDialog({
  login,
  person,
  onClose,
  onErased,
}: {
  login: LoginAnswer
  person: KnownPerson
  onClose: () => void
  onErased: () => void
}) {
  const t = useWords()
  const { busy, failure, send } = useSend()

  async function erase() {
    const path = `/api/office/people/${person.personId}/erase`
    if (await send(() => post(path, {}, { as: login.personId }))) onErased()
  }

  return (
    <Dialog open title={t.eraseTitle(person.name)} onClose={onClose}>
      <p>{t.eraseText}</p>
      {failure && (
        <Notice tone="stop" role="alert">
          {failure.message}
        </Notice>
      )}
      <div className="actions">
        <button type="button" className="btn main" onClick={onClose}>
          {t.keep}
        </button>
        <button type="button" className="btn stop" aria-busy={busy || undefined} onClick={erase}>
          {t.eraseDo}
        </button>
      </div>
    </Dialog>
  )
}
