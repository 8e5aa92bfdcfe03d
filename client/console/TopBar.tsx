import { ChartLine, EllipsisVertical, QrCode, Users, Wifi, WifiOff } from 'lucide-react'
import { capital, date, time } from '#client/i18n/format.ts'
import { setLanguage, useLanguage } from '#client/i18n/index.ts'
import { spacedCode } from '#client/kit/class-code.ts'
import { Mark } from '#client/kit/index.ts'
import { sound } from '#client/kit/sound.ts'
import { setTheme, type Theme, useTheme } from '#client/kit/theme.ts'
import { useLive } from '#client/live/hooks.ts'
import type { ClassInfo } from '#shared/api.ts'
import { usePeopleWords } from './people/words.ts'
import type { Person } from './people.ts'
import { usePreferences } from './preferences.ts'
import { useNow } from './use-now.ts'
import { useConsoleWords } from './words.ts'

/** The dialogs opened from up here. */
export type TopDialog = 'code' | 'stage' | 'outcomes' | 'end'
type Props = { info: ClassInfo; people: Person[]; open: (dialog: TopDialog) => void; canEnd: boolean }

export function TopBar({ info, people, open, canEnd }: Props) {
  const t = useConsoleWords()
  const here = people.filter((person) => person.presence?.online).length
  return (
    <header className="top">
      <Mark />
      <h1>{info.title}</h1>
      <span className="it hide">
        <HalfDay info={info} />
      </span>
      <span className="sp" />
      <button type="button" className="it code-btn" onClick={() => open('code')}>
        <QrCode size={20} strokeWidth={1.75} aria-hidden="true" />
        <span className="wide">{t.classCode}</span> <b className="code">{spacedCode(info.code)}</b>
      </button>
      <button
        type="button"
        className="it code-btn outcomes-btn"
        aria-keyshortcuts="A"
        onClick={() => open('outcomes')}
      >
        <ChartLine size={20} strokeWidth={1.75} aria-hidden="true" />
        {t.outcomes}
      </button>
      <span className="it hide">
        <Users size={20} strokeWidth={1.75} aria-hidden="true" />
        <span aria-hidden="true">{t.presentOf(here, people.length)}</span>
        <span className="vh">{t.present(here, people.length)}</span>
      </span>
      <Line />
      <Clock timeZone={info.timeZone} />
      <ClassMenu open={open} canEnd={canEnd} />
    </header>
  )
}

function HalfDay({ info }: { info: ClassInfo }) {
  const t = useConsoleWords()
  const now = useNow(60_000)
  const half = info.halfDays.find((day) => now < day.endsAt) ?? info.halfDays.at(-1)
  const at = half?.startsAt ?? info.startsAt
  const hour = Number(time(at, info.timeZone).split(':')[0])
  return `${capital(date(at, info.timeZone))}, ${hour < 12 ? t.am : t.pm}`
}

function Line() {
  const t = useConsoleWords()
  const line = useLive((live) => live.line)
  const Icon = line === 'cut' ? WifiOff : Wifi
  const tone = line === 'connected' ? 'tx-ok' : line === 'cut' ? 'tx-stop' : ''
  const word = line === 'connected' ? t.connected : line === 'cut' ? t.cut : t.reconnecting
  return (
    <span className={`it line ${tone}`}>
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
      <span className="word">{word}</span>
    </span>
  )
}

function Clock({ timeZone }: { timeZone: string }) {
  return <time className="clock num">{time(useNow(), timeZone)}</time>
}

const MENU = 'class-menu'

function ClassMenu({ open, canEnd }: { open: (dialog: TopDialog) => void; canEnd: boolean }) {
  const t = useConsoleWords()
  const language = useLanguage()
  const theme = useTheme()
  const { shortcuts, namesHidden, set } = usePreferences()
  const p = usePeopleWords()
  const sounds = sound.useOn()
  const themes: [Theme, string][] = [
    ['light', t.themeLight],
    ['dark', t.themeDark],
    ['system', t.themeSystem],
  ]
  const openFrom = (dialog: TopDialog) => () => {
    document.getElementById(MENU)?.hidePopover()
    open(dialog)
  }
  return (
    <>
      <button type="button" className="btn sm quiet menu-btn" popoverTarget={MENU} aria-label={t.menu}>
        <EllipsisVertical size={20} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <div id={MENU} popover="auto" className="con-menu">
        <button type="button" onClick={openFrom('stage')}>
          {t.stageScreen}
        </button>
        <button type="button" onClick={openFrom('code')}>
          {t.codeDialog}
        </button>
        <button type="button" onClick={openFrom('outcomes')}>
          {t.outcomes}
        </button>
        <label>
          <input
            type="checkbox"
            checked={namesHidden}
            onChange={(event) => set({ namesHidden: event.target.checked })}
          />
          {t.hideNames}
        </label>
        <label>
          <input
            type="checkbox"
            checked={shortcuts}
            onChange={(event) => set({ shortcuts: event.target.checked })}
          />
          {t.shortcuts}
        </label>
        <label>
          <input type="checkbox" checked={sounds} onChange={(event) => sound.set(event.target.checked)} />
          {p.soundHands}
        </label>
        <fieldset>
          <legend>{t.language}</legend>
          <label>
            <input type="radio" name="lang" checked={language === 'fr'} onChange={() => setLanguage('fr')} />
            <span lang="fr">Français</span>
          </label>
          <label>
            <input type="radio" name="lang" checked={language === 'en'} onChange={() => setLanguage('en')} />
            <span lang="en">English</span>
          </label>
        </fieldset>
        <fieldset>
          <legend>{t.theme}</legend>
          {themes.map(([name, label]) => (
            <label key={name}>
              <input type="radio" name="theme" checked={theme === name} onChange={() => setTheme(name)} />
              {label}
            </label>
          ))}
        </fieldset>
        <a href="/bureau">{t.office}</a>
        {canEnd && (
          <button type="button" className="tx-stop" onClick={openFrom('end')}>
            {t.endClass}
          </button>
        )}
      </div>
    </>
  )
}
