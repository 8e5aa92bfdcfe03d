import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '#server/app.ts'
import { readConfig } from '#server/config.ts'

const SCRIPT = `console.log(${JSON.stringify('bonjour '.repeat(500))})`
let folder: string
let app: Awaited<ReturnType<typeof createApp>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estrade-pages-'))
  const pages = join(folder, 'pages')
  await mkdir(join(pages, 'assets'), { recursive: true })
  await Promise.all([
    writeFile(join(pages, 'index.html'), '<!doctype html><title>Estrade</title>'),
    writeFile(join(pages, '.build.json'), '{"build":"abc123"}'),
    writeFile(join(pages, 'assets', 'one-a1.js'), SCRIPT),
    writeFile(join(pages, 'assets', 'one-a1.js.br'), brotliCompressSync(SCRIPT)),
    writeFile(join(pages, 'assets', 'two-b2.js'), SCRIPT),
  ])
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', ESTRADE_DATA: join(folder, 'data') })
  app = await createApp({ config, courses: join(folder, 'no-courses'), pages })
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

/** The answer as it went over the wire: fetch would decompress it. */
function get(path: string, encoding?: string) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      const headers = encoding ? { 'Accept-Encoding': encoding } : {}
      request(app.url + path, { headers }, (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk) => chunks.push(chunk))
        res.on('end', () =>
          resolve({ status: res.statusCode!, headers: res.headers, body: Buffer.concat(chunks) }),
        )
      })
        .on('error', reject)
        .end()
    },
  )
}

describe('pages', () => {
  it.each([
    '/',
    '/entrer',
    '/connexion',
    '/c/K7Q3XT',
    '/salle/x',
    '/console/x',
    '/acquis/x',
    '/ecran/x',
    '/bureau',
    '/bureau/classe/x/acces',
  ])('serves the page at %s, checked each time', async (path) => {
    const { status, headers } = await get(path)
    expect(status).toBe(200)
    expect(headers['content-type']).toContain('text/html')
    expect(headers['cache-control']).toBe('no-cache')
    expect(headers['content-security-policy']).toContain("script-src 'self'")
  })

  it('serves the page with 404 elsewhere, so that it can say so', async () => {
    const { status, headers } = await get('/ailleurs')
    expect(status).toBe(404)
    expect(headers['content-type']).toContain('text/html')
  })

  it('lets hashed files be kept for ever, compressed beforehand or on the fly', async () => {
    const ready = await get('/assets/one-a1.js', 'gzip, br')
    expect(ready.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringContaining('javascript'),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: expect.stringContaining('Accept-Encoding'),
    })
    expect(ready.body).toEqual(brotliCompressSync(SCRIPT))
    const plain = await get('/assets/one-a1.js')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.body.toString()).toBe(SCRIPT)
    const flying = await get('/assets/two-b2.js', 'gzip')
    expect(flying.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(flying.body).toString()).toBe(SCRIPT)
  })

  it('answers 404, not the page, for a file that is gone', async () => {
    const { status, headers } = await get('/assets/old-c3.js')
    expect(status).toBe(404)
    expect(headers['content-type']).toContain('text/plain')
    expect(headers['cache-control'] ?? '').not.toContain('immutable')
  })

  it('keeps to its folder', async () => {
    for (const path of [
      '/.build.json',
      '/..%2fdata%2festrade.db',
      '/assets/..%2f..%2fdata%2festrade.db',
      '/%00',
    ]) {
      const { status, body } = await get(path)
      expect([path, status >= 400 && status < 500]).toEqual([path, true])
      expect(body.toString()).not.toMatch(/SQLite|abc123/)
    }
  })

  it('tells which build it serves', async () => {
    expect(JSON.parse((await get('/api/health')).body.toString())).toMatchObject({ build: 'abc123' })
  })
})

describe('when data cannot be reached', () => {
  it('says so in JSON, and nothing else', async () => {
    const own = await createApp({
      config: readConfig({ PORT: '0', HOST: '127.0.0.1', ESTRADE_DATA: join(folder, 'lost') }),
      courses: join(folder, 'no-courses'),
    })
    try {
      await own.store.close()
      const reply = await fetch(`${own.url}/api/health`)
      expect(reply.status).toBe(503)
      expect(await reply.json()).toEqual({ error: { code: 'storage', message: expect.any(String) } })
    } finally {
      await own.close()
    }
  })
})
