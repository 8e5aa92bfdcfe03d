import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, browser, openWorld, type World } from './http-world.ts'

let world: World
let tab: Browser
beforeAll(async () => {
  world = await openWorld()
  tab = browser(world.url)
})
afterAll(() => world.close())

describe('headers', () => {
  it.each(['/api/health', '/api/nothing', '/', '/salle/x'])('protects %s', async (path) => {
    const { headers } = await tab.get(path)
    const policy = headers.get('content-security-policy')!
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types estrade-slide',
      `connect-src 'self' ws://${new URL(world.url).host}`,
    ]) {
      expect(policy).toContain(rule)
    }
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('geolocation=()')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  it('puts no odd Host into the policy', async () => {
    const answer = await raw(
      world.url,
      'GET /api/health HTTP/1.1\r\nHost: x; script-src *\r\nConnection: close\r\n\r\n',
    )
    expect(answer).not.toMatch(/script-src \*/)
  })

  it('serves the fonts of formulas', async () => {
    const font = await tab.get('/katex/fonts/KaTeX_Main-Regular.woff2')
    expect(font.status).toBe(200)
    expect(font.headers.get('content-type')).toBe('font/woff2')
    expect((await tab.get('/katex/fonts/rien.woff2')).status).toBe(404)
    expect((await tab.get('/katex/fonts/..%2f..%2fpackage.json')).status).toBe(404)
  })
})

describe('bad requests', () => {
  const login = (raw: string, headers: Record<string, string> = {}) =>
    tab.post('/api/login', undefined, { raw, headers })

  const bad: [what: string, body: string, status: number, code: string][] = [
    ['broken JSON', '{"login":', 400, 'bad-json'],
    ['a bare text', '"bonjour"', 400, 'bad-json'],
    ['a list', '[]', 400, 'invalid'],
    ['nothing', '', 400, 'invalid'],
    ['no password', '{"login":"a"}', 400, 'invalid'],
    ['a password that is no text', '{"login":"a","password":{"$ne":null}}', 400, 'invalid'],
    ['an endless password', JSON.stringify({ login: 'a', password: 'x'.repeat(257) }), 400, 'invalid'],
    ['a control character', '{"login":"a\\u0000b","password":"x"}', 400, 'invalid'],
    ['a poisoned prototype', '{"__proto__":{"login":"a","password":"b"}}', 400, 'invalid'],
    ['256 KB and more', JSON.stringify({ login: 'x'.repeat(256 * 1024) }), 413, 'too-large'],
  ]
  it.each(bad)('refuses %s', async (_, body, status, code) => {
    const reply = await login(body)
    expect(reply.status).toBe(status)
    expect(reply.body.error.code).toBe(code)
  })

  it('refuses a body that is not said to be JSON', async () => {
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await login('login=a&password=b', form)).status).toBe(400)
    expect((await login('{"login":"a","password":"b"}', { 'Content-Type': 'text/plain' })).status).toBe(400)
    expect((await login('{}', { 'Content-Type': 'application/json; charset=x' })).status).toBe(415)
  })

  it('survives odd cookies', async () => {
    for (const cookie of [
      'estrade-=x',
      'estrade-a=',
      '=;;;',
      'estrade-a=%E0%A4%A',
      `estrade-a=${'x'.repeat(8000)}`,
    ]) {
      const { status, body } = await tab.get('/api/me', { headers: { Cookie: cookie } })
      expect([cookie.slice(0, 20), status]).toEqual([cookie.slice(0, 20), 200])
      expect(body.logins).toEqual([])
    }
  })

  it('answers on after broken bytes', async () => {
    expect(await raw(world.url, 'BOOM\r\n\r\n')).toMatch(/^HTTP\/1.1 400/)
    expect((await tab.get('/api/health')).body).toMatchObject({ status: 'ok', version: expect.any(String) })
  })
})

describe('requests from elsewhere', () => {
  const post = (headers: Record<string, string>) =>
    tab.post('/api/login', { login: world.ana.login, password: world.ana.password }, { headers })

  it.each<Record<string, string>>([
    { Origin: 'https://ailleurs.exemple' },
    { Origin: 'null' },
    { Origin: 'file://' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ])('refuses %j', async (headers) => {
    const reply = await post(headers)
    expect(reply.status).toBe(403)
    expect(reply.body.error.code).toBe('origin')
    expect(reply.headers.getSetCookie()).toEqual([])
  })

  it('takes its own', async () => {
    expect((await post({ Origin: world.url })).status).toBe(200)
    expect((await post({ Origin: world.url, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200)
    expect((await post({})).status).toBe(200)
  })
})

/** Sends bytes as they are and gives what comes back. */
function raw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}
