/** Before the start: how to join, large. */
import { date, time } from '#client/i18n/format.ts'
import { codeUrl, spacedCode } from '#client/kit/class-code.ts'
import { Mark } from '#client/kit/index.ts'
import { Qr } from '#client/kit/Qr.tsx'
import { useClassInfo, useDeck, useSlide } from '#client/live/hooks.ts'
import { useStageWords } from './words.ts'

export function StageLobby() {
  const t = useStageWords()
  const info = useClassInfo()
  useDeck()
  useSlide(1)
  if (!info) return <main className="stage-page" />
  const address = codeUrl(info.code)
  return (
    <main className="stage-page lobby-stage">
      <div className="join">
        <div>
          <p className="kick">{t.soon}</p>
          <h1>{info.title}</h1>
          <p className="big">
            {date(info.startsAt, info.timeZone)}, {time(info.startsAt, info.timeZone)}
          </p>
          <h2>{t.joinTitle}</h2>
          <p className="how">
            {t.joinLink} {t.joinCode} <b>{address.replace(/^https?:\/\//, '')}</b>, {t.joinThen}
          </p>
        </div>
        <Qr text={address} label={t.qr(address)} />
      </div>
      <footer>
        <Mark />
        <span>
          {t.code} <b className="code">{spacedCode(info.code)}</b>
        </span>
      </footer>
    </main>
  )
}
