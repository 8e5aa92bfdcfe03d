import { setLanguage, useLanguage, words } from '../i18n/index.ts'
import { setTheme, type Theme, useTheme } from './theme.ts'
import './preferences.css'

const useWords = words({
  fr: {
    language: 'Langue',
    look: 'Apparence',
    system: 'Apparence de l’appareil',
    light: 'Apparence claire',
    dark: 'Apparence sombre',
  },
  en: {
    language: 'Language',
    look: 'Appearance',
    system: 'Appearance of the device',
    light: 'Light appearance',
    dark: 'Dark appearance',
  },
})

/** The quiet foot of a screen: language and appearance. */
export function Preferences() {
  const t = useWords()
  const language = useLanguage()
  const theme = useTheme()
  return (
    <div className="prefs">
      <label>
        <span className="vh">{t.language}</span>
        <select value={language} onChange={(event) => setLanguage(event.target.value === 'en' ? 'en' : 'fr')}>
          <option value="fr" lang="fr">
            Français
          </option>
          <option value="en" lang="en">
            English
          </option>
        </select>
      </label>
      <label>
        <span className="vh">{t.look}</span>
        <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
          <option value="system">{t.system}</option>
          <option value="light">{t.light}</option>
          <option value="dark">{t.dark}</option>
        </select>
      </label>
    </div>
  )
}
