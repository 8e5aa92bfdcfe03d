/** What a password that somebody chooses must be. The same rules serve the form and the server. */

export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 128

export type PasswordFault = 'short' | 'long' | 'personal' | 'simple'

const letters = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Words people reach for first, and keys in a row: alone or twice, they are guessed at once. */
const COMMON =
  /^(?:motdepasse|password|azerty(?:uiop)?|qwerty(?:uiop)?|bonjour|soleil|estrade|formation|formateur|formatrice|administrateur|admin|bienvenue|1234567890|0123456789)+\d{0,4}$/

/** Why a password will not do, undefined when it will. `about`: the person's name and e-mail. */
export function passwordFault(password: string, about: readonly string[] = []): PasswordFault | undefined {
  const length = [...password.normalize('NFC')].length
  if (length < PASSWORD_MIN) return 'short'
  if (length > PASSWORD_MAX) return 'long'
  const bare = letters(password)
  const own = about
    .flatMap((text) => [text, ...text.split(/[\s@.,'’-]+/)])
    .map(letters)
    .filter((word) => word.length >= 4)
  const rest = own.reduce((text, word) => text.replaceAll(word, ''), bare)
  if (rest !== bare && [...rest].length < PASSWORD_MIN - 4) return 'personal'
  if (new Set(password).size < 5 || COMMON.test(bare)) return 'simple'
  return undefined
}
