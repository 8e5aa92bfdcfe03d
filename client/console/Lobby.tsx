import { capital, date, time } from '#client/i18n/format.ts'
import { codeUrl, spacedCode } from '#client/kit/class-code.ts'
import { Qr } from '#client/kit/Qr.tsx'
import type { ClassInfo } from '#shared/api.ts'
import type { Person } from './people.ts'
import { usePreferences } from './preferences.ts'
import { useConsoleWords } from './words.ts'

/** Before the start: how to come in, large enough to be read out or shared; who is already here. */
export function Lobby({ info, people }: { info: ClassInfo; people: Person[] }) {
  const t = useConsoleWords()
  const { namesHidden } = usePreferences()
  const here = people.filter((person) => person.presence?.online)
  const url = codeUrl(info.code)
  return (
    <div className="lobby">
      <div className="bar1">
        <span className="live-tag">{t.lobby}</span>
        <span className="where">
          {capital(date(info.startsAt, info.timeZone))},{' '}
          {t.lobbyScheduled(time(info.startsAt, info.timeZone), time(info.endsAt, info.timeZone))}
        </span>
      </div>
      <section className="lobby-sheet plinth" aria-labelledby="lobby-title">
        <div>
          <h2 id="lobby-title">{here.length > 0 ? t.lobbyTitle : t.lobbyWaiting}</h2>
          <p>{t.lobbyHow}</p>
          <p className="lobby-url">{url.replace(/^https?:\/\//, '')}</p>
          <p className="lobby-code">
            <span className="label">{t.classCode}</span>
            <b className="code">{spacedCode(info.code)}</b>
          </p>
        </div>
        <Qr text={url} label={t.qr(url)} />
      </section>
      <section className="lobby-here" aria-labelledby="lobby-here">
        <h2 id="lobby-here">
          {t.lobbyHere} <span className="num">{t.presentOf(here.length, people.length)}</span>
        </h2>
        {here.length === 0 ? (
          <p className="tx-mute">{t.lobbyNobody}</p>
        ) : (
          !namesHidden && (
            <ul>
              {here.map((person) => (
                <li key={person.personId}>{person.name}</li>
              ))}
            </ul>
          )
        )}
      </section>
    </div>
  )
}
