import { expect, it } from 'vitest'
import { passwordFault } from '#shared/password.ts'

const about = ['Hélène Roussel', 'helene.roussel@exemple.fr']

it.each(['un train bleu passe', 'Mot de passe de Hélène, le mien', 'K7QM-3XTR-9WBD', 'quatre🐌mots!'])(
  'takes %j',
  (password) => {
    expect(passwordFault(password, about)).toBeUndefined()
  },
)

it.each([
  ['onzesignes1', 'short'],
  ['', 'short'],
  ['🐌🐌🐌🐌🐌🐌', 'short'],
  ['x'.repeat(129), 'long'],
  ['aaaaaaaaaaaa', 'simple'],
  ['121212121212', 'simple'],
  ['motdepasse123', 'simple'],
  ['Mot de passe 2026', 'simple'],
  ['azertyuiop12', 'simple'],
  ['helene.roussel@exemple.fr', 'personal'],
  ['HeleneRoussel1', 'personal'],
])('refuses %j: %s', (password, fault) => {
  expect(passwordFault(password, about)).toBe(fault)
})
