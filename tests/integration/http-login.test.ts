import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browser, openWorld, type World } from './http-world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('signing in', () => {
  it('answers who it is and gives a strict cookie', async () => {
    const tab = browser(world.url)
    const reply = await tab.signIn(world.ana)
    expect(reply.body).toEqual({
      personId: world.ana.personId,
      name: 'Ana',
      role: 'participant',
      classes: [
        {
          id: world.first.id,
          title: 'Première séance',
          role: 'participant',
          startsAt: expect.any(Number),
          timeZone: 'Europe/Paris',
        },
      ],
    })
    const [cookie] = reply.headers.getSetCookie()
    expect(cookie).toMatch(new RegExp(`^estrade-${world.ana.personId}=[\\w-]{43}; `))
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    expect(cookie).toMatch(/Path=\//)
    expect(cookie).not.toMatch(/Domain/)
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect((await tab.get('/api/me')).body.logins).toEqual([reply.body])
  })

  it('forgives case, hyphens and spaces', async () => {
    const { login, password } = world.ana
    const typed = { login: ` ${login.toUpperCase()} `, password: password.toLowerCase().replaceAll('-', ' ') }
    expect((await browser(world.url).signIn(typed)).body.personId).toBe(world.ana.personId)
  })

  it('says of an account its role and classes', async () => {
    const reply = await browser(world.url).signIn(world.trainer)
    expect(reply.body).toMatchObject({ role: 'trainer', classes: [{ id: world.first.id, role: 'trainer' }] })
    expect((await browser(world.url).signIn(world.organiser)).body).toMatchObject({ role: 'organiser' })
  })

  it('answers a wrong password and an unknown login alike', async () => {
    const tab = browser(world.url)
    const known = await tab.post('/api/login', { login: world.bob.login, password: 'K7QM-3XTR-9WBD' })
    const unknown = await tab.post('/api/login', { login: 'personne@exemple.fr', password: 'K7QM-3XTR-9WBD' })
    expect(known.status).toBe(401)
    expect(unknown.status).toBe(401)
    expect(unknown.text).toBe(known.text)
    expect(known.body.error).toEqual({
      code: 'login-failed',
      message: expect.stringContaining('Identifiant'),
    })
    const names = ({ headers }: { headers: Headers }) => [...headers.keys()].sort()
    expect(names(unknown)).toEqual(names(known))
    expect(known.headers.getSetCookie()).toEqual([])
  })

  it('speaks the reader’s language', async () => {
    const reply = await browser(world.url).post(
      '/api/login',
      { login: 'x@exemple.fr', password: 'x' },
      { headers: { 'Accept-Language': 'en-GB,en;q=0.9' } },
    )
    expect(reply.body.error.message).toContain('Unknown login')
  })

  it('replaces the login of the same person on the same browser', async () => {
    const tab = browser(world.url)
    await tab.signIn(world.bob)
    const old = browser(world.url)
    for (const [name, value] of tab.cookies) old.cookies.set(name, value)
    await tab.signIn(world.bob)
    expect((await old.get('/api/me')).body.logins).toEqual([])
    expect((await tab.get('/api/me')).body.logins).toHaveLength(1)
  })

  it('keeps no token readable in the database', async () => {
    const tab = browser(world.url)
    await tab.signIn(world.bob)
    const [token] = tab.cookies.values()
    expect(await world.app.store.logins.byTokenHash(token!)).toBeUndefined()
  })
})

describe('several logins in one browser', () => {
  it('keeps them apart, and each tab speaks for one', async () => {
    const tab = browser(world.url)
    await tab.signIn(world.ana)
    await tab.signIn(world.bob)
    await tab.signIn(world.zoe)
    expect((await tab.get('/api/me')).body.logins).toHaveLength(3)
    const path = `/api/classes/${world.first.id}`
    expect((await tab.get(path)).body.error.code).toBe('which-login')
    expect((await tab.get(path, { as: world.ana.personId })).status).toBe(200)
    expect((await tab.get(`${path}?as=${world.bob.personId}`)).status).toBe(200)
    expect((await tab.get(path, { as: world.zoe.personId })).status).toBe(404)
    expect((await tab.get(path, { as: world.trainer.personId })).status).toBe(401)
    // One seat in that class: no need to say whose.
    expect((await tab.get(`/api/classes/${world.second.id}`)).status).toBe(200)
  })

  it('signs out one person, or everybody', async () => {
    const tab = browser(world.url)
    await tab.signIn(world.ana)
    await tab.signIn(world.bob)
    const stolen = browser(world.url)
    for (const [name, value] of tab.cookies) stolen.cookies.set(name, value)
    expect((await tab.post('/api/logout', {}, { as: world.ana.personId })).status).toBe(204)
    expect((await stolen.get('/api/me')).body.logins).toMatchObject([{ personId: world.bob.personId }])
    expect((await tab.post('/api/logout')).status).toBe(204)
    expect((await stolen.get('/api/me')).body.logins).toEqual([])
    expect(tab.cookies.size).toBe(0)
    expect((await tab.post('/api/logout')).status).toBe(401)
  })

  it('takes no cookie under another person’s name', async () => {
    const tab = browser(world.url)
    await tab.signIn(world.ana)
    const [token] = tab.cookies.values()
    const thief = browser(world.url)
    thief.cookies.set(`estrade-${world.trainer.personId}`, token!)
    expect((await thief.get('/api/me')).body.logins).toEqual([])
  })
})

describe('limits', () => {
  it('slows down an account after failures, then lets the right password in', async () => {
    const tab = browser(world.url)
    const wrong = { login: world.zoe.login, password: 'K7QM-3XTR-9WBD' }
    for (let i = 0; i < 5; i++) expect((await tab.post('/api/login', wrong)).status).toBe(401)
    const refused = await tab.post('/api/login', world.zoe)
    expect(refused.status).toBe(429)
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThanOrEqual(1)
    expect(seconds).toBeLessThanOrEqual(30)
    // Others in the same room are not held up.
    await browser(world.url).signIn(world.ana)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000 + 50))
    await tab.signIn(world.zoe)
  })

  it('slows down an unknown login the same way', async () => {
    const tab = browser(world.url)
    const statuses: number[] = []
    for (let i = 0; i < 6; i++) {
      statuses.push((await tab.post('/api/login', { login: 'nul@exemple.fr', password: 'x' })).status)
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  })

  it('counts attempts sent together', async () => {
    const tab = browser(world.url)
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => tab.post('/api/login', { login: 'rafale@exemple.fr', password: 'x' })),
    )
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(15)
  })

  it('stops an address only beyond what a whole room may mistype', async () => {
    const own = await openWorld()
    try {
      const tab = browser(own.url)
      const attempts = await Promise.all(
        Array.from({ length: 104 }, (_, i) =>
          tab.post('/api/login', { login: `p${i}@exemple.fr`, password: 'x' }),
        ),
      )
      const failures = attempts.filter(({ status }) => status === 401).length
      expect(failures).toBeGreaterThanOrEqual(60)
      expect(failures).toBe(100)
      const stopped = await tab.post('/api/login', own.ana, { headers: { 'X-Forwarded-For': '203.0.113.9' } })
      expect(stopped.status).toBe(429)
      expect(Number(stopped.headers.get('retry-after'))).toBeLessThanOrEqual(900)
    } finally {
      await own.close()
    }
  })

  it('stops an address that searches class codes, right ones excepted', async () => {
    const tab = browser(world.url)
    const codes = Array.from(
      { length: 130 },
      (_, i) => `AAAA${'BCDEFGHJKLMNPQRS'[i >> 4]}${'BCDEFGHJKLMNPQRS'[i % 16]}`,
    )
    const replies = await Promise.all(codes.map((code) => tab.get(`/api/codes/${code}`)))
    const statuses = new Set(replies.map((reply) => reply.status))
    expect(statuses).toEqual(new Set([404, 429]))
    expect((await tab.get(`/api/codes/${world.first.code}`)).status).toBe(200)
  })

  it('does not count those who succeed', async () => {
    for (let i = 0; i < 12; i++) await browser(world.url).signIn(i % 2 ? world.ana : world.bob)
  })
})

describe('time', () => {
  it('ends participants’ logins a day after the class, not before', async () => {
    const moved = { by: 0 }
    const own = await openWorld({}, () => Date.now() + moved.by)
    try {
      const tab = browser(own.url)
      await tab.signIn(own.ana)
      moved.by = 26 * 3_600_000
      expect((await tab.get('/api/me')).body.logins).toHaveLength(1)
      moved.by = 28 * 3_600_000
      expect((await tab.get('/api/me')).body.logins).toEqual([])
    } finally {
      await own.close()
    }
  })
})

describe('behind https', () => {
  it('gives __Host- cookies and HSTS', async () => {
    const own = await openWorld({ PUBLIC_URL: 'https://classe.exemple.fr' })
    try {
      const reply = await browser(own.url).signIn(own.ana)
      const [cookie] = reply.headers.getSetCookie()
      expect(cookie).toMatch(/^__Host-estrade-/)
      expect(cookie).toMatch(/Secure/)
      expect(reply.headers.get('strict-transport-security')).toBe('max-age=31536000')
      expect(own.ana.link).toMatch(/^http/)
    } finally {
      await own.close()
    }
  })
})
