const NARROW = '\u202F'
const FIXED = '\u00A0'

/**
 * Sets French text: narrow no-break space before ; ! ? % and inside « », no-break space before : and €
 * and between a number and its unit, narrow between thousands, curly apostrophes. Only spaces that exist are changed, so that
 * addresses and times are left alone; setting a text twice changes nothing.
 */
export function fr(text: string): string {
  return text
    .replace(/(\p{L})'(?=\p{L})/gu, '$1’')
    .replace(/[ \u00A0]+([;!?%»])/g, `${NARROW}$1`)
    .replace(/«[ \u00A0]+/g, `«${NARROW}`)
    .replace(/[ \u202F]+([:€])/g, `${FIXED}$1`)
    .replace(/(?<!\d)(\d{1,3}) (?=\d{3}(?!\d))/g, `$1${NARROW}`)
    .replace(/(\d) (?=(?:min|h|s|ko|Mo|Go|px|minutes?|heures?|jours?)\b)/g, `$1${FIXED}`)
}

/** A text between « »; what it quotes itself stands between “ ”. */
export const quoted = (text: string): string =>
  `«${NARROW}${text.replace(/«[\s]*/g, '“').replace(/[\s]*»/g, '”')}${NARROW}»`
