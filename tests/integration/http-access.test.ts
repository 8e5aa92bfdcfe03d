/** Every route for every kind of asker: what is not written here as open is refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttp } from '#server/http/router.ts'
import { type Browser, browser, openWorld, type World } from './http-world.ts'

const ROLES = [
  'anonymous',
  'participant',
  'outsider',
  'trainer',
  'otherTrainer',
  'organiser',
  'stage',
] as const
type RoleName = (typeof ROLES)[number]

let world: World
let hash: string
const tabs = {} as Record<RoleName, Browser>

beforeAll(async () => {
  world = await openWorld({ METRICS_TOKEN: 'jeton-de-mesure-0123' })
  for (const role of ROLES) tabs[role] = browser(world.url)
  await tabs.participant.signIn(world.ana)
  await tabs.outsider.signIn(world.zoe)
  await tabs.trainer.signIn(world.trainer)
  await tabs.otherTrainer.signIn(world.otherTrainer)
  await tabs.organiser.signIn(world.organiser)
  const link = await tabs.trainer.post(`/api/classes/${world.first.id}/stage-link`)
  await tabs.stage.post('/api/stage-login', { token: link.body.url.split('#t=')[1] })
  hash = (await tabs.trainer.get(`/api/classes/${world.first.id}/deck`)).body.hash
})
afterAll(() => world.close())

const newClass = () => ({
  courseId: 'petite',
  title: 'Nouvelle',
  halfDays: [{ startsAt: 1_800_000_000_000, endsAt: 1_800_010_000_000 }],
  timeZone: 'Europe/Paris',
  people: 'Carl <carl@exemple.fr>',
})

let strangers = 0
/** Another each time, so that no account is tried twice. */
const nobody = () => ({ login: `personne${++strangers}@exemple.fr`, password: 'rien' })

/** Statuses in the order of ROLES. */
type Row = [method: 'GET' | 'POST', path: string, statuses: number[], body?: unknown]
const MATRIX: Row[] = [
  //                                            anon part out  tr  other org stage
  ['GET', '/api/health', [200, 200, 200, 200, 200, 200, 200]],
  ['GET', '/api/me', [200, 200, 200, 200, 200, 200, 200]],
  ['GET', '/api/codes/:code', [200, 200, 200, 200, 200, 200, 200]],
  ['GET', '/api/courses', [401, 403, 403, 200, 200, 200, 403]],
  ['GET', '/api/office/classes', [401, 403, 403, 200, 200, 200, 403]],
  ['POST', '/api/classes', [401, 403, 403, 201, 201, 201, 403], newClass],
  ['GET', '/api/classes/:id', [401, 200, 404, 200, 404, 200, 200]],
  ['GET', '/api/classes/%00', [401, 404, 404, 404, 404, 404, 404]],
  ['GET', '/api/classes/:id/deck', [401, 200, 404, 200, 404, 200, 200]],
  ['GET', '/api/classes/:id/slides/:hash/1', [401, 200, 404, 200, 404, 200, 200]],
  ['GET', '/api/classes/:id/slides/:hash/2', [401, 404, 404, 200, 404, 200, 404]],
  ['GET', '/api/classes/:id/slides/:hash/4', [401, 404, 404, 200, 404, 200, 404]],
  ['GET', '/api/classes/:id/slides/:hash/5', [401, 404, 404, 404, 404, 404, 404]],
  ['GET', '/api/classes/:id/slides/:hash/0', [401, 404, 404, 404, 404, 404, 404]],
  ['GET', '/api/classes/:id/slides/:hash/-1', [401, 404, 404, 404, 404, 404, 404]],
  ['GET', '/api/classes/:id/slides/:hash/1e0', [401, 404, 404, 404, 404, 404, 404]],
  ['GET', '/api/classes/:id/slides/autre/1', [401, 404, 404, 404, 404, 404, 404]],
  ['GET', '/api/classes/:id/exports/attendance.pdf', [401, 403, 404, 404, 404, 404, 403]],
  ['GET', '/api/classes/:id/exports/events.jsonl', [401, 403, 404, 404, 404, 404, 403]],
  ['GET', '/api/classes/:id/outcomes', [401, 403, 404, 200, 404, 200, 403]],
  ['GET', '/api/classes/rien/outcomes', [401, 404, 404, 404, 404, 404, 404]],
  ['GET', '/api/classes/:id/mine/handout.pdf', [401, 404, 404, 403, 404, 403, 403]],
  ['POST', '/api/classes/:id/stage-link', [401, 403, 404, 200, 404, 200, 403]],
  [
    'POST',
    '/api/classes/:id/credentials',
    [401, 403, 404, 200, 404, 200, 403],
    () => ({ personIds: [world.bob.personId] }),
  ],
  ['POST', '/api/classes/:id/edit', [401, 403, 404, 204, 404, 204, 403], { meetingUrl: null }],
  ['POST', '/api/classes/rien/cancel', [401, 404, 404, 404, 404, 404, 404]],
  ['GET', '/api/classes/:id/people', [401, 403, 404, 200, 404, 200, 403]],
  ['POST', '/api/classes/:id/people', [401, 403, 404, 400, 404, 400, 403], { people: 'rien' }],
  ['POST', '/api/classes/:id/people/:bob', [401, 403, 404, 200, 404, 200, 403], { name: 'Bob' }],
  ['POST', '/api/classes/:id/people/rien/withdraw', [401, 403, 404, 404, 404, 404, 403]],
  ['POST', '/api/classes/:id/people/rien/restore', [401, 403, 404, 404, 404, 404, 403]],
  ['POST', '/api/classes/:id/people/:bob/role', [401, 403, 404, 204, 404, 204, 403], { role: 'participant' }],
  ['GET', '/api/classes/:id/convocations', [401, 403, 404, 200, 404, 200, 403]],
  ['POST', '/api/classes/:id/convocations', [401, 403, 404, 400, 404, 400, 403], { kind: 'rien' }],
  ['GET', '/api/classes/:id/convocations/preview', [401, 403, 404, 200, 404, 200, 403]],
  ['POST', '/api/classes/:id/background', [401, 403, 404, 204, 404, 204, 403], { text: 'Bonjour' }],
  ['POST', '/api/classes/:id/equipment', [401, 400, 404, 403, 404, 403, 403], { rien: 1 }],
  ['GET', '/api/organisation', [401, 403, 403, 200, 200, 200, 403]],
  ['POST', '/api/organisation', [401, 403, 403, 400, 400, 400, 403], { rien: 1 }],
  ['GET', '/api/mails', [401, 403, 403, 200, 200, 200, 403]],
  ['GET', '/api/mails/rien', [401, 403, 403, 404, 404, 404, 403]],
  ['GET', '/api/mails/rien/html', [401, 403, 403, 404, 404, 404, 403]],
  ['GET', '/api/mails/rien/eml', [401, 403, 403, 404, 404, 404, 403]],
  ['POST', '/api/mails/rien/send', [401, 403, 403, 404, 404, 404, 403]],
  ['GET', '/api/line', [401, 204, 204, 204, 204, 204, 204]],
  ['GET', '/api/line/down', [401, 200, 200, 200, 200, 200, 200]],
  ['POST', '/api/line/up', [401, 204, 204, 204, 204, 204, 204]],
  ['POST', '/api/login', [401, 401, 401, 401, 401, 401, 401], nobody],
  ['GET', '/api/classes/:id/follow-up', [401, 403, 404, 404, 404, 404, 403]],
  ['POST', '/api/follow-up/look', [400, 400, 400, 400, 400, 400, 400], {}],
  ['POST', '/api/follow-up', [400, 400, 400, 400, 400, 400, 400], {}],
  ['POST', '/api/office/sheet', [401, 403, 403, 200, 200, 200, 403], { nom: 'Ana' }],
  ['GET', '/api/office/team', [401, 403, 403, 200, 200, 200, 403]],
  [
    'POST',
    '/api/office/team',
    [401, 403, 403, 403, 403, 201, 403],
    { name: 'Marc', email: 'marc@exemple.fr', role: 'trainer' },
  ],
  ['POST', '/api/office/team/rien/invite', [401, 403, 403, 403, 403, 404, 403]],
  ['POST', '/api/office/team/:trainer/invite', [401, 403, 403, 403, 403, 200, 403]],
  ['POST', '/api/office/team/:trainer', [401, 403, 403, 403, 403, 204, 403], { role: 'trainer' }],
  ['GET', '/api/office/people/:ana/logins', [401, 403, 403, 403, 403, 200, 403]],
  ['GET', '/api/office/people', [401, 403, 403, 403, 403, 200, 403]],
  ['GET', '/api/office/people/:ana/export', [401, 403, 403, 403, 403, 200, 403]],
  ['GET', '/api/office/people/rien/export', [401, 403, 403, 403, 403, 404, 403]],
  ['POST', '/api/office/people/rien/erase', [401, 403, 403, 403, 403, 404, 403]],
  ['POST', '/api/office/people/rien/logins/revoke', [401, 403, 403, 403, 403, 404, 403]],
  ['GET', '/api/logins', [401, 200, 200, 200, 200, 200, 200]],
  ['POST', '/api/logins/rien/revoke', [401, 404, 404, 404, 404, 404, 404]],
  [
    'POST',
    '/api/account/password',
    [401, 403, 403, 400, 400, 400, 403],
    { current: 'faux', password: 'un train bleu passe' },
  ],
  ['POST', '/api/account-links/look', [401, 401, 401, 401, 401, 401, 401], { token: 'faux' }],
  [
    'POST',
    '/api/account-links/open',
    [401, 401, 401, 401, 401, 401, 401],
    { token: 'faux', password: 'un train bleu passe' },
  ],
  ['POST', '/api/stage-login', [401, 401, 401, 401, 401, 401, 401], { token: 'faux' }],
  ['GET', `/api/files/${'0'.repeat(64)}.png`, [401, 404, 404, 404, 404, 404, 404]],
  ['GET', '/api/files/..%2Festrade.db', [401, 404, 404, 404, 404, 404, 404]],
  ['GET', '/metrics', [404, 404, 404, 404, 404, 404, 404]],
  ['GET', '/api/nothing', [404, 404, 404, 404, 404, 404, 404]],
  ['POST', '/api/nothing', [404, 404, 404, 404, 404, 404, 404], {}],
  ['POST', '/api/health', [404, 404, 404, 404, 404, 404, 404], {}],
  // Last: its people are out after it.
  ['POST', '/api/classes/:second/cancel', [401, 404, 403, 404, 200, 409, 404]],
]

describe('roles × routes', () => {
  for (const [method, path, statuses, body] of MATRIX) {
    it.each(ROLES.map((role, i) => [role, statuses[i]!] as const))(
      `${method} ${path} for %s: %d`,
      async (role, status) => {
        const url = path
          .replace(':id', world.first.id)
          .replace(':hash', hash)
          .replace(':trainer', world.trainer.personId)
          .replace(':ana', world.ana.personId)
          .replace(':bob', world.bob.personId)
          .replace(':second', world.second.id)
          .replace(':code', world.first.code)
        const sent = typeof body === 'function' ? body() : body
        const reply = method === 'GET' ? await tabs[role].get(url) : await tabs[role].post(url, sent)
        expect([status, reply.status]).toEqual([status, status])
        if (status >= 400)
          expect(reply.body.error).toMatchObject({ code: expect.any(String), message: expect.any(String) })
      },
    )
  }

  it('does not tell a class that is not there from one that is not ours', async () => {
    const [missing, foreign] = await Promise.all([
      tabs.participant.get('/api/classes/rien'),
      tabs.participant.get(`/api/classes/${world.second.id}`),
    ])
    expect(missing.status).toBe(404)
    expect(missing.text).toBe(foreign.text)
  })
})

/** Every route the server has, as it declares them. */
function declared(stack: Layer[], prefix = ''): string[] {
  return stack.flatMap(({ route, handle, name }) => {
    if (route)
      return Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${prefix}${route.path}`)
    return name === 'router' && handle.stack ? declared(handle.stack, prefix) : []
  })
}
type Layer = {
  name: string
  route?: { path: string; methods: Record<string, boolean> }
  handle: { stack?: Layer[] }
}

it('every route has its line in the table', () => {
  const { stack } = createHttp(world.app, world.dataDir).router as unknown as { stack: Layer[] }
  const api = declared(stack).filter((route) => !/ \/(metrics|\{)/.test(route))
  expect(api.length).toBeGreaterThan(30)
  const shape = (route: string) =>
    new RegExp(`^${route.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`)
  const lines = MATRIX.map(([method, path]) => `${method} ${path.replace(/^\/api/, '')}`)
  const without = api.filter((route) => !lines.some((line) => shape(route).test(line)))
  // Signing out ends the tab that asks: it is tested with the logins.
  expect(without).toEqual(['POST /logout'])
})

describe('what each seat is told', () => {
  const path = () => `/api/classes/${world.first.id}`

  it('tells participants names, not the plan, the code or addresses', async () => {
    const { body, text } = await tabs.participant.get(path())
    expect(body).toMatchObject({
      title: 'Première séance',
      course: { id: 'petite', title: 'Petite formation' },
      trainerName: 'Hélène',
      code: '',
      slides: 4,
    })
    expect(body.roster[world.bob.personId]).toEqual({ name: 'Bob', role: 'participant' })
    expect(body.plan).toBeUndefined()
    expect(text).not.toContain('@exemple.fr')
  })

  it('tells trainers the plan in order', async () => {
    const { body } = await tabs.trainer.get(path())
    expect(body.code).toBe(world.first.code)
    expect(body.plan).toMatchObject([
      { type: 'slide', slide: 1, minutes: 3 },
      { type: 'slide', slide: 2 },
      { type: 'slide', slide: 3 },
      { type: 'slide', slide: 4 },
    ])
  })

  it('tells the stage no name', async () => {
    const { body, text } = await tabs.stage.get(path())
    expect(body.roster).toEqual({})
    expect(body.code).toBe(world.first.code)
    expect(text).not.toContain('Bob')
    const me = await tabs.stage.get('/api/me')
    expect(me.body.logins).toMatchObject([{ role: 'stage', classes: [{ id: world.first.id }] }])
  })

  it('gives notes to trainers alone, under an address that caches apart', async () => {
    const slide = `${path()}/slides/${hash}/1`
    const [mine, theirs] = await Promise.all([tabs.participant.get(slide), tabs.trainer.get(slide)])
    expect(theirs.body.notes).toContain('note-secrète-1')
    expect(mine.text).not.toContain('note-secrète')
    expect(mine.body).toMatchObject({ n: 1, title: 'Première', sectionId: 's1' })
    expect(mine.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    expect(mine.headers.get('vary')).toMatch(/Cookie.*X-Estrade-As/)
    expect((await tabs.participant.get(`${path()}/deck`)).text).not.toContain('note-secrète')
  })

  it('finds a class by its code, however it is typed', async () => {
    const { code } = world.first
    const typed = `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase()
    const { body } = await tabs.anonymous.get(`/api/codes/${encodeURIComponent(typed)}`)
    expect(body).toMatchObject({ id: world.first.id, title: 'Première séance', trainerName: 'Hélène' })
    expect(JSON.stringify(body)).not.toContain('Bob')
    expect((await tabs.anonymous.get('/api/codes/AAAAAA')).status).toBe(404)
    expect((await tabs.anonymous.get('/api/codes/%E0%A4%A')).status).toBe(400)
  })

  it('lists to a trainer their own classes, to an organiser all', async () => {
    const titles = async (role: RoleName) =>
      (await tabs[role].get('/api/office/classes')).body.map(({ title }: { title: string }) => title)
    expect(await titles('trainer')).toContain('Première séance')
    expect(await titles('trainer')).not.toContain('Autre séance')
    expect(await titles('organiser')).toEqual(expect.arrayContaining(['Première séance', 'Autre séance']))
  })

  it('gives measures to who holds the token', async () => {
    const wrong = await tabs.trainer.get('/metrics', { headers: { Authorization: 'Bearer autre' } })
    expect(wrong.status).toBe(404)
    const { status, text } = await tabs.anonymous.get('/metrics', {
      headers: { Authorization: 'Bearer jeton-de-mesure-0123' },
    })
    expect(status).toBe(200)
    expect(text).toMatch(/^estrade_sockets \d+$/m)
    expect(text).toMatch(/^estrade_commands_total \d+$/m)
  })
})

describe('screens', () => {
  it('refuses a link that was changed, of another class or too old', async () => {
    const { body } = await tabs.trainer.post(`/api/classes/${world.first.id}/stage-link`)
    expect(body.url).toMatch(new RegExp(`^${world.url}/ecran/${world.first.id}#t=`))
    const token: string = body.url.split('#t=')[1]
    for (const forged of [
      token.replace(world.first.id, world.second.id),
      token.replace(/\.(\d)/, '.9$1'),
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
    ]) {
      expect((await browser(world.url).post('/api/stage-login', { token: forged })).status).toBe(401)
    }
    expect((await tabs.stage.get(`/api/classes/${world.second.id}`)).status).toBe(404)
  })

  it('stays the same screen when it signs in again', async () => {
    const { body } = await tabs.trainer.post(`/api/classes/${world.first.id}/stage-link`)
    const token = body.url.split('#t=')[1]
    const tab = browser(world.url)
    const one = await tab.post('/api/stage-login', { token })
    const two = await tab.post('/api/stage-login', { token })
    expect(one.body).toMatchObject({ role: 'stage', classes: [{ id: world.first.id, role: 'stage' }] })
    expect(two.body.personId).toBe(one.body.personId)
  })
})
