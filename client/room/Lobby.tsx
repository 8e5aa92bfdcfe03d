/** Before the start: is this the right class, with whom, when. */
import { capital, date, time } from '#client/i18n/format.ts'
import { useClassInfo, useDeck, useLive, useSlide } from '#client/live/hooks.ts'
import { EquipmentLink } from './EquipmentLink.tsx'
import { Main } from './Main.tsx'
import { MeetingLink } from './MeetingLink.tsx'
import { useRoomWords } from './words.ts'

export function Lobby() {
  const t = useRoomWords()
  const info = useClassInfo()
  const personId = useLive((s) => s.view?.mine?.personId)
  const enrolled = useLive((s) => s.view?.everyone.enrolled ?? 0)
  // Fetched while there is time, so that the first slide is there at once.
  useDeck()
  useSlide(1)
  const me = personId ? info?.roster[personId]?.name : undefined
  const zone = info?.timeZone
  const others = Object.entries(info?.roster ?? {}).filter(([, { role }]) => role === 'participant')
  return (
    <Main className="lobby scroll">
      <div>
        <p className="state tx-lamp">{t.lobbyTitle}</p>
        <h1>{info?.title ?? ' '}</h1>
        <p className="more">{t.lobbyMore}</p>
        {info && (
          <dl>
            {me && (
              <div>
                <dt>{t.you}</dt>
                <dd>
                  <b>{me}</b>
                </dd>
              </div>
            )}
            <div>
              <dt>{t.with}</dt>
              <dd>{[info.trainerName, info.organisation].filter(Boolean).join(', ')}</dd>
            </div>
            <div>
              <dt>{t.when}</dt>
              <dd>
                {capital(date(info.startsAt, zone))}
                <ul>
                  {info.halfDays.map((half) => (
                    <li key={half.id}>{t.hours(time(half.startsAt, zone), time(half.endsAt, zone))}</li>
                  ))}
                </ul>
              </dd>
            </div>
            <div>
              <dt>{t.enrolled(enrolled)}</dt>
              <dd>{others.map(([, { name }]) => name).join(', ')}</dd>
            </div>
            <div>
              <dt>{t.programme}</dt>
              <dd>
                <ol>
                  {info.sections.map((section) => (
                    <li key={section.id}>{section.short}</li>
                  ))}
                </ol>
              </dd>
            </div>
          </dl>
        )}
        <MeetingLink />
        {me && info && personId && <EquipmentLink classId={info.id} personId={personId} />}
        {me && (
          <p className="more">
            {t.notYou} <a href="/">{t.signInAgain}</a>
          </p>
        )}
      </div>
    </Main>
  )
}
