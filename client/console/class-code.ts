/** « K7Q 3XT »: a class code is read in two groups of three. */
export const codeInTwo = (code: string): string => `${code.slice(0, 3)}\u00A0${code.slice(3)}`

/** The page this code finds, to be typed or scanned. */
export const codeUrl = (code: string): string => `${location.origin}/c/${code}`
