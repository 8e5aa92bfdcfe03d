import { Eye, EyeOff } from 'lucide-react'
import { useId, useState } from 'react'
import { PASSWORD_MAX, PASSWORD_MIN, type PasswordFault, passwordFault } from '#shared/password.ts'
import { words } from '../i18n/index.ts'
import './new-password.css'

const useWords = words({
  fr: {
    label: 'Nouveau mot de passe',
    hint: `Au moins ${PASSWORD_MIN} caractères. Quatre mots sans rapport font un bon mot de passe, espaces compris.`,
    show: 'Afficher',
    hide: 'Masquer',
    showIt: 'Afficher le mot de passe',
    hideIt: 'Masquer le mot de passe',
    short: (left: number) => `Encore ${left} caractère${left > 1 ? 's' : ''} : il en faut ${PASSWORD_MIN}.`,
    long: `Pas plus de ${PASSWORD_MAX} caractères.`,
    personal: 'Il ressemble trop à votre nom ou à votre adresse : choisissez autre chose.',
    simple: 'Il se devine trop vite : choisissez plusieurs mots sans rapport entre eux.',
  },
  en: {
    label: 'New password',
    hint: `At least ${PASSWORD_MIN} characters. Four unrelated words make a good password, spaces included.`,
    show: 'Show',
    hide: 'Hide',
    showIt: 'Show the password',
    hideIt: 'Hide the password',
    short: (left: number) => `${left} more character${left > 1 ? 's' : ''}: it takes ${PASSWORD_MIN}.`,
    long: `No more than ${PASSWORD_MAX} characters.`,
    personal: 'It looks too much like your name or address: choose something else.',
    simple: 'It is guessed too quickly: choose several unrelated words.',
  },
})

/** A password being chosen: what is wrong is said once `tried`, or as soon as it is long enough. */
export function NewPassword({
  value,
  onChange,
  about,
  tried,
}: {
  value: string
  onChange: (value: string) => void
  about: readonly string[]
  tried: boolean
}) {
  const t = useWords()
  const [shown, setShown] = useState(false)
  const ids = { field: useId(), hint: useId(), why: useId() }
  const fault = passwordFault(value, about)
  const told = fault && (tried || (fault !== 'short' && value !== '')) ? say(fault) : undefined
  const Icon = shown ? EyeOff : Eye

  function say(what: PasswordFault): string {
    return what === 'short' ? t.short(PASSWORD_MIN - [...value.normalize('NFC')].length) : t[what]
  }

  return (
    <div className="f">
      <label htmlFor={ids.field}>{t.label}</label>
      <p className="new-password-hint" id={ids.hint}>
        {t.hint}
      </p>
      <div className="new-password">
        <input
          className={`in ${told ? 'bad' : ''}`}
          id={ids.field}
          name="new-password"
          type={shown ? 'text' : 'password'}
          autoComplete="new-password"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={200}
          required
          value={value}
          aria-invalid={told ? true : undefined}
          aria-describedby={told ? `${ids.hint} ${ids.why}` : ids.hint}
          onChange={(event) => onChange(event.target.value)}
        />
        <button
          type="button"
          className="btn"
          aria-label={shown ? t.hideIt : t.showIt}
          aria-controls={ids.field}
          onClick={() => setShown(!shown)}
        >
          <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
          {shown ? t.hide : t.show}
        </button>
      </div>
      {told && (
        <p className="why tx-stop" id={ids.why}>
          {told}
        </p>
      )}
    </div>
  )
}
