/** Accounts: invited, opened once, closed; passwords somebody chooses; sign-ins seen and ended. */
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MailsAnswer } from '#shared/convocation.ts'
import type { TeamMember } from '#shared/office.ts'
import { join, signIn } from '#tests/support/client.ts'
import { startSmtp } from '#tests/support/smtp.ts'
import { type Browser, browser, openWorld, type World } from './http-world.ts'

let world: World
let organiser: Browser
beforeAll(async () => {
  world = await openWorld()
  organiser = browser(world.url)
  await organiser.signIn(world.organiser)
})
afterAll(() => world.close())

const tokenOf = (link: string) => new URL(link).hash.replace('#t=', '')
const team = async (): Promise<TeamMember[]> => (await organiser.get('/api/office/team')).body.members
const invited = async (email: string, role = 'trainer') =>
  (await organiser.post('/api/office/team', { name: 'Marc Blanc', email, role })).body
const accept = (link: string, password: string) =>
  browser(world.url).post('/api/account-links/open', { token: tokenOf(link), password })

describe('invitations', () => {
  it('let a trainer choose a password, once', async () => {
    const { personId, link } = await invited('marc@exemple.fr')
    expect((await team()).find((one) => one.personId === personId)).toMatchObject({ state: 'invited' })
    const look = await browser(world.url).post('/api/account-links/look', { token: tokenOf(link) })
    expect(look.body).toEqual({ first: false, role: 'trainer', name: 'Marc Blanc', email: 'marc@exemple.fr' })
    const reply = await accept(link, 'quatre mots bien choisis')
    expect(reply.body).toMatchObject({ personId, role: 'trainer', classes: [] })
    expect((await accept(link, 'quatre mots bien choisis')).status).toBe(401)
    expect((await team()).find((one) => one.personId === personId)).toMatchObject({ state: 'active' })
    const again = await browser(world.url).signIn({
      login: 'Marc@Exemple.fr',
      password: 'quatre mots bien choisis',
    })
    expect(again.body.role).toBe('trainer')
  })

  it('keep the link when the password will not do, and say why', async () => {
    const { link } = await invited('luce@exemple.fr')
    const short = await accept(link, 'court')
    expect([short.status, short.body.error.code]).toEqual([400, 'weak-password'])
    expect(short.body.error.problems).toEqual([{ path: 'password', problem: 'short' }])
    expect((await accept(link, 'marcblanc1234')).body.error.problems[0].problem).toBe('personal')
    expect((await accept(link, 'un train bleu passe')).status).toBe(200)
  })

  it('are renewed: the old link dies, and so do the sign-ins of who had lost the password', async () => {
    const { personId, link } = await invited('jo@exemple.fr')
    const first = await accept(link, 'un train bleu passe')
    const old = await browser(world.url).signIn({ login: 'jo@exemple.fr', password: 'un train bleu passe' })
    expect(first.status + old.status).toBe(400)
    const one = (await organiser.post(`/api/office/team/${personId}/invite`)).body
    const two = (await organiser.post(`/api/office/team/${personId}/invite`)).body
    expect((await accept(one.link, 'un autre train passe')).status).toBe(401)
    const tab = browser(world.url)
    await tab.signIn({ login: 'jo@exemple.fr', password: 'un train bleu passe' })
    expect((await accept(two.link, 'un autre train passe')).status).toBe(200)
    expect((await tab.get('/api/me')).body.logins).toEqual([])
    await expect(tab.signIn({ login: 'jo@exemple.fr', password: 'un train bleu passe' })).rejects.toThrow(
      'login-failed',
    )
  })

  it('are refused for an address that has an account, whatever its case', async () => {
    await invited('deux@exemple.fr')
    const reply = await organiser.post('/api/office/team', {
      name: 'Autre',
      email: 'Deux@exemple.fr',
      role: 'organiser',
    })
    expect([reply.status, reply.body.error.code]).toEqual([409, 'email-taken'])
  })

  it.each([
    ['no name', { name: ' ', email: 'x@exemple.fr', role: 'trainer' }],
    ['no address', { name: 'X', email: 'x@exemple', role: 'trainer' }],
    ['a header in the address', { name: 'X', email: 'x@exemple.fr\nBcc: y@exemple.fr', role: 'trainer' }],
    ['another role', { name: 'X', email: 'x@exemple.fr', role: 'stage' }],
  ])('are refused with %s', async (_, body) => {
    expect((await organiser.post('/api/office/team', body)).status).toBe(400)
  })
})

describe('the mail of an invitation', () => {
  it('waits in the outbox without a mail server, until it is replaced or used', async () => {
    const { personId, link, sent } = await invited('papier@exemple.fr')
    expect(sent).toBe(false)
    const kept = async () =>
      ((await organiser.get('/api/mails')).body as MailsAnswer).mails.filter(
        (one) => one.personId === personId,
      )
    const [mail] = await kept()
    expect(mail).toMatchObject({
      kind: 'account',
      address: 'papier@exemple.fr',
      state: 'kept',
      readable: true,
    })
    const trainer = browser(world.url)
    await trainer.signIn(world.trainer)
    expect((await trainer.get(`/api/mails/${mail!.id}`)).status).toBe(404)
    const file = await organiser.get(`/api/mails/${mail!.id}/eml`)
    expect((await simpleParser(file.text)).text).toContain(link)

    const next = (await organiser.post(`/api/office/team/${personId}/invite`)).body
    const [only, ...older] = await kept()
    expect(older).toEqual([])
    expect((await organiser.get(`/api/mails/${only!.id}`)).body.text).toContain(next.link)
    expect((await accept(next.link, 'un train bleu passe')).status).toBe(200)
    expect(await kept()).toEqual([])
  })

  it.each([
    ['fr', 'Votre compte Estrade', 'Bonjour Marc Blanc'],
    ['en', 'Your Estrade account', 'Hello Marc Blanc'],
  ])('leaves over SMTP in the language of who invites: %s', async (language, subject, hello) => {
    const smtp = await startSmtp()
    const other = await openWorld({ SMTP_URL: smtp.url, MAIL_FROM: 'CCI <formation@exemple.fr>' })
    try {
      const desk = browser(other.url)
      await desk.signIn(other.organiser)
      const body = { name: 'Marc Blanc', email: 'marc@exemple.fr', role: 'trainer' }
      const reply = await desk.post('/api/office/team', body, { headers: { 'Accept-Language': language } })
      expect(reply.body.sent).toBe(true)
      const [mail] = await smtp.until(1)
      expect([mail!.subject, smtp.named]).toEqual([subject, ['marc@exemple.fr']])
      expect(mail!.text).toContain(hello)
      expect(mail!.html).toContain(`<html lang="${language}">`)
      const link = /\S+#t=\S+/.exec(mail!.text!)![0]
      expect(link).toBe(reply.body.link)
      expect(mail!.html).toContain(link)
      const opened = await browser(other.url).post('/api/account-links/open', {
        token: tokenOf(link),
        password: 'un train bleu passe',
      })
      expect(opened.body).toMatchObject({ name: 'Marc Blanc', role: 'trainer' })
    } finally {
      await other.close()
      await smtp.close()
    }
  })
})

describe('an account', () => {
  it('closed, signs in no more and is cut off; the last organiser stays', async () => {
    const { personId, link } = await invited('fini@exemple.fr', 'organiser')
    const tab = browser(world.url)
    await tab.post('/api/account-links/open', { token: tokenOf(link), password: 'un train bleu passe' })
    expect((await tab.get('/api/office/team')).status).toBe(200)
    expect((await organiser.post(`/api/office/team/${personId}`, { role: 'trainer' })).status).toBe(204)
    expect((await tab.get(`/api/office/people/${personId}/logins`)).status).toBe(403)
    expect((await organiser.post(`/api/office/team/${personId}`, { role: null })).status).toBe(204)
    expect((await tab.get('/api/office/team')).status).toBe(401)
    await expect(tab.signIn({ login: 'fini@exemple.fr', password: 'un train bleu passe' })).rejects.toThrow()
    const self = await organiser.post(`/api/office/team/${world.organiser.personId}`, { role: null })
    expect([self.status, self.body.error.code]).toEqual([409, 'last-organiser'])
  })

  it('changes its password knowing the old one, which ends its other sign-ins', async () => {
    const { link } = await invited('cle@exemple.fr')
    const [here, there] = [browser(world.url), browser(world.url)]
    const password = 'un train bleu passe'
    await here.post('/api/account-links/open', { token: tokenOf(link), password })
    await there.signIn({ login: 'cle@exemple.fr', password })
    const change = (current: string, next: string) =>
      here.post('/api/account/password', { current, password: next })
    expect((await change('faux mot de passe', 'un autre train passe')).body.error.code).toBe('wrong-password')
    expect((await change(password, 'court')).body.error.code).toBe('weak-password')
    expect((await change(password, 'un autre train passe')).status).toBe(204)
    expect((await here.get('/api/me')).body.logins).toHaveLength(1)
    expect((await there.get('/api/me')).body.logins).toHaveLength(0)
    const pupil = browser(world.url)
    await pupil.signIn(world.bob)
    expect((await pupil.post('/api/account/password', { current: 'x', password })).status).toBe(403)
  })
})

describe('sign-ins', () => {
  it('are listed without their token, and ended by their owner at once', async () => {
    const [here, there] = [browser(world.url), browser(world.url)]
    await here.signIn(world.trainer)
    await there.signIn(world.trainer)
    const { body, text } = await here.get('/api/logins')
    expect(body.logins.filter(({ current }: { current: boolean }) => current)).toHaveLength(1)
    for (const value of here.cookies.values()) expect(text).not.toContain(value)
    const other = body.logins.find(({ current }: { current: boolean }) => !current)
    const stranger = browser(world.url)
    await stranger.signIn(world.bob)
    expect((await stranger.post(`/api/logins/${other.id}/revoke`)).status).toBe(404)
    expect((await here.post(`/api/logins/${other.id}/revoke`)).status).toBe(204)
    expect((await there.get('/api/logins')).status).toBe(401)
    expect((await here.get('/api/logins')).body.logins).toHaveLength(body.logins.length - 1)
  })

  it('are ended by the organiser: the sockets are cut', async () => {
    const login = await signIn(world.url, world.ana.login, world.ana.password)
    const ana = await join(login, world.first.id)
    const cut = new Promise((resolve) => ana.socket.once('disconnect', resolve))
    const path = `/api/office/people/${world.ana.personId}/logins`
    expect((await organiser.get(path)).body.logins).toHaveLength(1)
    expect((await organiser.post(`${path}/revoke`)).status).toBe(204)
    expect(await cut).toBe('io server disconnect')
    await expect(join(login, world.first.id)).rejects.toMatchObject({ code: 'login' })
    expect((await organiser.get(path)).body.logins).toEqual([])
    expect((await organiser.post(`${path}/revoke`, { id: 'rien' })).status).toBe(404)
    ana.close()
  })
})
