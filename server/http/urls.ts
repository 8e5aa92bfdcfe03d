/** The address people use to reach us. */
import type { Request } from 'express'
import type { Config } from '#server/config.ts'

/** PUBLIC_URL, or else the address this request was sent to. No trailing slash. */
export function baseUrl(config: Config, req: Request): string {
  return config.publicUrl ?? `${req.protocol}://${req.headers.host ?? `localhost:${config.port}`}`
}

/** What opens an account: like a personal link, its secret is in the fragment. */
export const accountLink = (base: string, token: string) => `${base}/compte#t=${token}`

/** A personal link: the credentials are in the fragment, which browsers never send. */
export function personalLink(base: string, login: string, password: string): string {
  return `${base}/entrer#${fragment(login, password)}`
}

/** The equipment test, signed in the same way so that the office hears of it. */
export function testLink(base: string, login: string, password: string): string {
  return `${base}/essai#${fragment(login, password)}`
}

const fragment = (login: string, password: string) =>
  `l=${encodeURIComponent(login)}&p=${encodeURIComponent(password)}`
