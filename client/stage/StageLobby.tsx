/** Before the start: how to join, large. */
import { encode } from 'uqr'
import { date, time } from '#client/i18n/format.ts'
import { Mark } from '#client/kit/index.ts'
import { useClassInfo, useDeck, useSlide } from '#client/live/hooks.ts'
import { useStageWords } from './words.ts'

/** K7Q3XT → K7Q 3XT */
export function spacedCode(code: string): string {
  return `${code.slice(0, 3)}\u00A0${code.slice(3)}`
}

export function StageLobby() {
  const t = useStageWords()
  const info = useClassInfo()
  useDeck()
  useSlide(1)
  if (!info) return <main className="stage-page" />
  const address = `${location.origin}/c/${info.code}`
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

/** Dark squares on white in both themes: readers need it. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#1b2233" />
    </svg>
  )
}
