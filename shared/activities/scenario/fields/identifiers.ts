/** Numbers with a key: SIRET, French VAT number, IBAN. The published validators say whether the key is right. */
import { isValidIBAN } from 'ibantools'
import { validate as validSiret } from 'stdnum/lib/cjs/fr/siret.js'
import { validate as validVat } from 'stdnum/lib/cjs/fr/tva.js'

/** Without what people put between groups: spaces, points, hyphens. */
export function compact(typed: string): string {
  return typed.replace(/[\s\u00A0\u202F.\-–_/]/g, '').toUpperCase()
}

const groups = (text: string, ...sizes: number[]): string => {
  const parts: string[] = []
  let from = 0
  for (const size of sizes) {
    parts.push(text.slice(from, from + size))
    from += size
  }
  return [...parts, text.slice(from)].filter(Boolean).join('\u202F')
}

export function siretProblem(siret: string): string | undefined {
  if (!/^\d*$/.test(siret)) return 'Un SIRET ne contient que des chiffres.'
  if (siret.length !== 14) return `Un SIRET a 14 chiffres : il y en a ${siret.length} ici.`
  return validSiret(siret).isValid
    ? undefined
    : 'La clé de ce SIRET n’est pas bonne : vérifiez chiffre par chiffre.'
}
export const showSiret = (siret: string): string => groups(siret, 3, 3, 3, 5)

export function vatProblem(vat: string): string | undefined {
  if (!/^FR[0-9A-Z]{2}\d{9}$/.test(vat))
    return 'Un numéro de TVA français s’écrit FR, deux caractères de clé, puis le SIREN (9 chiffres) : FR31000123455.'
  return validVat(vat).isValid ? undefined : 'La clé de ce numéro de TVA ne correspond pas au SIREN.'
}
export const showVat = (vat: string): string => groups(vat, 2, 2, 3, 3, 3)

export function ibanProblem(iban: string): string | undefined {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban))
    return 'Un IBAN commence par deux lettres et deux chiffres, par exemple FR76.'
  if (iban.startsWith('FR') && iban.length !== 27)
    return `Un IBAN français a 27 caractères : il y en a ${iban.length} ici.`
  return isValidIBAN(iban)
    ? undefined
    : 'La clé de cet IBAN n’est pas bonne : deux chiffres sont peut-être inversés.'
}
export const showIban = (iban: string): string => groups(iban, ...Array<number>(8).fill(4))
