/**
 * Files of people that nobody made in good faith: truncated, in another encoding, damaged, bombs, hostile cells.
 * Reading never throws; what it gives is bounded text; and what a class takes of it is everything or nothing.
 */
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { readSheet } from '#server/sheet/read.ts'
import { readSheetApart } from '#server/sheet/read-apart.ts'
import { checkZip } from '#server/sheet/zip.ts'
import { readPeople } from '#shared/people.ts'
import { guessColumns, linesOf, SHEET_MAX_CELL, SHEET_MAX_COLUMNS, SHEET_MAX_ROWS } from '#shared/sheet.ts'
import { type Browser, browser, openWorld, type World } from '#tests/integration/http-world.ts'

const seen = { damaged: 0, read: 0, refused: 0, enrolled: 0 }
afterAll(() => {
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(0)
})

const HOSTILE = [
  "=cmd|'/C calc'!A0",
  '=HYPERLINK("https://x.exemple")',
  '+33123456789',
  '@SUM(A1)',
  '-2+3',
  '<script>alert(1)</script>',
  '\u202egnp.exe',
  '\0\0\0',
  '\ud800',
  '"',
  '""";;;',
  'a\r\nBcc: b@exemple.fr',
  '__proto__',
  'x'.repeat(5000),
]
const cell = fc.oneof(
  fc.constantFrom(...HOSTILE, 'Ana Roy', 'ana@exemple.fr', 'Nom', 'Prénom', 'E-mail', ''),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const table = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 })

/** What comes out is bounded, single-line, well-formed text, and makes people or problems, never an exception. */
async function check(bytes: Buffer) {
  const result = await readSheet(bytes)
  if ('fault' in result) {
    seen.damaged += 1
    return
  }
  seen.read += 1
  const { rows } = result.sheet
  expect(rows.length).toBeLessThanOrEqual(SHEET_MAX_ROWS)
  for (const row of rows) {
    expect(row.length).toBeLessThanOrEqual(SHEET_MAX_COLUMNS)
    for (const text of row) {
      expect(text.length).toBeLessThanOrEqual(SHEET_MAX_CELL)
      expect(text).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      expect(text.isWellFormed()).toBe(true)
    }
  }
  const { people } = readPeople(linesOf(rows, guessColumns(rows)))
  for (const { name, email } of people) {
    expect(name).not.toMatch(/^[=+@|-]|[<>\p{Cc}\p{Cf}]/u)
    expect(email).toMatch(/^[^\s<>@]+@[^\s<>@]+$/)
  }
}

const workbook = (rows: string[][]): Promise<Buffer> =>
  writeExcel(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer()

/** A zip of one entry, with the sizes it is told to claim. */
function zipOf(name: string, content: Buffer, claimed = content.length): Buffer {
  const packed = deflateRawSync(content)
  const fields = (at: number, header: Buffer) => {
    header.writeUInt16LE(20, at)
    header.writeUInt16LE(8, at + 4)
    header.writeUInt32LE(packed.length, at + 14)
    header.writeUInt32LE(claimed, at + 18)
    header.writeUInt16LE(name.length, at + 22)
  }
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50)
  fields(4, local)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50)
  fields(6, entry)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end])
}

describe('reading', () => {
  it('takes any bytes', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => check(Buffer.from(bytes))),
      { numRuns: 400 },
    ))

  it('takes any table, in any encoding, whatever its separator', () =>
    fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(';', ',', '\t'),
        fc.constantFrom<BufferEncoding>('utf8', 'utf16le', 'latin1'),
        fc.boolean(),
        async (rows, separator, encoding, mark) => {
          const text = rows.map((row) => row.join(separator)).join('\r\n')
          await check(Buffer.from((mark ? '\ufeff' : '') + text, encoding))
        },
      ),
      { numRuns: 400 },
    ))

  it('takes a workbook cut short or damaged anywhere', async () => {
    const whole = await workbook([
      ['Nom', 'E-mail'],
      ...HOSTILE.map((text, i) => [text.replaceAll('\0', ''), `p${i}@exemple.fr`]),
    ])
    await check(whole)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.boolean(),
        async (length, flips, cut) => {
          const bytes = Buffer.from(cut ? whole.subarray(0, length) : whole)
          for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value
          await check(bytes)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('unpacks no bomb, whatever it claims to weigh', async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024)
    for (const claimed of [0, 10, zeros.length]) {
      const bomb = zipOf('xl/worksheets/sheet1.xml', zeros, claimed)
      expect(bomb.length).toBeLessThan(100_000)
      expect(await readSheetApart(bomb)).toEqual({ fault: 'large' })
    }
  })

  it('believes no archive that tells two stories of what it holds', () => {
    const bomb = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(64 * 1024 * 1024))
    const counts = Buffer.from(bomb)
    counts.writeUInt16LE(0, bomb.length - 12)
    expect(() => checkZip(counts, 1024 * 1024)).toThrow('damaged')

    // An ordinary directory that leads to a harmless entry, and before it a zip64 one that leads to the bomb.
    const inside = bomb.subarray(0, -22)
    const harmless = zipOf('x', Buffer.from('a'))
    const entry = harmless.subarray(0, -22)
    const end = harmless.subarray(-22)
    entry.writeUInt32LE(inside.length, end.readUInt32LE(16) + 42)
    end.writeUInt32LE(end.readUInt32LE(16) + inside.length, 16)
    const directory = Buffer.alloc(56)
    directory.writeUInt32LE(0x06064b50)
    directory.writeUInt32LE(1, 32)
    directory.writeUInt32LE(bomb.readUInt32LE(bomb.length - 6), 48)
    const locator = Buffer.alloc(20)
    locator.writeUInt32LE(0x07064b50)
    locator.writeUInt32LE(inside.length + entry.length, 8)
    const twice = Buffer.concat([inside, entry, directory, locator, end])
    expect(() => checkZip(twice, 1024 * 1024)).toThrow('damaged')
  })

  it('says what a file is that is none of ours', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    const xls = Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex')
    expect(await readSheet(png)).toEqual({ fault: 'unknown' })
    expect(await readSheet(xls)).toEqual({ fault: 'old-excel' })
    expect(await readSheet(Buffer.from('%PDF-1.7 …'))).toEqual({ fault: 'unknown' })
    expect(await readSheet(Buffer.from(' \r\n \r\n'))).toEqual({ fault: 'empty' })
    expect(await readSheet(Buffer.from('a@exemple.fr\n'.repeat(501)))).toEqual({ fault: 'rows' })
  })
})

describe('in a class', () => {
  let world: World
  let trainer: Browser
  beforeAll(async () => {
    world = await openWorld()
    trainer = browser(world.url)
    await trainer.signIn(world.trainer)
  })
  afterAll(() => world.close())

  it('everybody of a file comes in, or nobody', async () => {
    const good = fc
      .tuple(fc.constantFrom('Ana', 'Łucja', 'Jean-Luc', 'Zoé'), fc.nat(1e9))
      .map(([name, n]) => [name, `${n}@exemple.fr`])
    const bad = fc
      .tuple(fc.constantFrom(...HOSTILE), fc.constantFrom('b@exemple.fr', 'rien', ''))
      .map((row) => row)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 6, arbitrary: good }, { weight: 1, arbitrary: bad }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.boolean(),
        async (rows, excel) => {
          const clean = rows.map((row) => row.map((text) => text.replace(/[\0\ud800]/g, '')))
          const bytes = excel
            ? await workbook([['Nom', 'E-mail'], ...clean])
            : Buffer.from([['Nom', 'E-mail'], ...rows].map((row) => row.join(';')).join('\n'))
          const made = await world.app.store.classes.list()
          const people = await world.app.store.people.count()
          const sheet = await fetch(`${world.url}/api/office/sheet`, {
            method: 'POST',
            headers: { cookie: [...trainer.cookies].map(([k, v]) => `${k}=${v}`).join('; ') },
            body: new Uint8Array(bytes),
          })
          if (sheet.status !== 200) {
            expect(sheet.status).toBe(400)
            return
          }
          const { rows: read } = (await sheet.json()) as { rows: string[][] }
          const lines = linesOf(read, guessColumns(read))
          const reply = await trainer.post('/api/classes', {
            courseId: 'petite',
            title: 'Essai',
            halfDays: [{ startsAt: 1_900_000_000_000, endsAt: 1_900_010_000_000 }],
            timeZone: 'Europe/Paris',
            people: lines,
          })
          const { people: expected, problems } = readPeople(lines)
          const came = (await world.app.store.people.count()) - people
          if (problems.length > 0) {
            seen.refused += 1
            expect([reply.status, came]).toEqual([400, 0])
            expect((await world.app.store.classes.list()).length).toBe(made.length)
          } else {
            seen.enrolled += 1
            expect([reply.status, came]).toEqual([201, expected.length])
          }
        },
      ),
      { numRuns: 20 },
    )
  })

  it('refuses a file too large, and whoever has no account before reading it', async () => {
    const send = (tab: Browser) =>
      fetch(`${world.url}/api/office/sheet`, {
        method: 'POST',
        headers: { cookie: [...tab.cookies].map(([k, v]) => `${k}=${v}`).join('; ') },
        body: new Uint8Array(3 * 1024 * 1024),
      })
    expect((await send(trainer)).status).toBe(413)
    expect((await send(browser(world.url))).status).toBe(401)
  })
})
