import { setLanguage, useLanguage, words } from '../i18n/index.ts'
import { setTheme, type Theme, useTheme } from './theme.ts'
import './preferences.css'

const useWords = words({
  fr: { language: 'Langue', look: 'Apparence', system: 'Comme l’appareil', light: 'Claire', dark: 'Sombre' },
  en: { language: 'Language', look: 'Appearance', system: 'Same as device', light: 'Light', dark: 'Dark' },
})

/** The quiet foot of a screen: language and appearance. */
export function Preferences() {
  const t = useWords()
  const language = useLanguage()
  const theme = useTheme()
  return (
    <footer className="prefs">
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
        <span>{t.look}</span>
        <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
          <option value="system">{t.system}</option>
          <option value="light">{t.light}</option>
          <option value="dark">{t.dark}</option>
        </select>
      </label>
    </footer>
  )
}
