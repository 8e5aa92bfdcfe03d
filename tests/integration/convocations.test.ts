import ICAL from 'ical.js'
import { type ParsedMail, simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BoardAnswer, BoardPerson } from '#shared/convocation.ts'
import { type Smtp, startSmtp } from '#tests/support/smtp.ts'
import { type Browser, browser, HOUR, openWorld, type World } from './http-world.ts'

let world: World
let trainer: Browser
let smtp: Smtp
beforeAll(async () => {
  smtp = await startSmtp({
    recipient: (address) =>
      address.startsWith('inconnu') ? { code: 550, text: '5.1.1 Boîte inconnue' } : undefined,
  })
  world = await openWorld({ SMTP_URL: smtp.url, MAIL_FROM: 'CCI <formation@exemple.fr>' })
  trainer = browser(world.url)
  await trainer.signIn(world.trainer)
})
afterAll(async () => {
  await world.close()
  await smtp.close()
})

const start = Date.parse('2099-03-11T08:00:00Z')
const PEOPLE = 'Łucja Nowak <lucja@exemple.fr>\nBo Roy <bo@exemple.fr>'

async function makeClass(more: object = {}): Promise<string> {
  const reply = await trainer.post('/api/classes', {
    courseId: 'petite',
    title: 'Gérer les factures',
    halfDays: [
      { startsAt: start, endsAt: start + 3 * HOUR },
      { startsAt: start + 4.5 * HOUR, endsAt: start + 8 * HOUR },
      { startsAt: start + 24 * HOUR, endsAt: start + 27 * HOUR },
    ],
    timeZone: 'Europe/Paris',
    people: PEOPLE,
    ...more,
  })
  expect(reply.status).toBe(201)
  return reply.body.id
}

/** Sends, and gives the mails that arrived for it. */
async function send(classId: string, body: object = { kind: 'invitation' }, arriving = 2) {
  const before = smtp.mails.length
  const reply = await trainer.post(`/api/classes/${classId}/convocations`, body)
  expect(reply.status).toBe(202)
  return (await smtp.until(before + arriving)).slice(before)
}

async function board(classId: string): Promise<BoardAnswer> {
  return (await trainer.get(`/api/classes/${classId}/convocations`)).body
}
async function boardUntil(classId: string, when: (people: BoardPerson[]) => boolean) {
  for (const deadline = Date.now() + 10_000; ; ) {
    const answer = await board(classId)
    if (when(answer.people)) return answer
    if (Date.now() > deadline) throw new Error(JSON.stringify(answer.people, null, 1))
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

/** The personal link of a mail, as its text has it. */
function codesOf(mail: ParsedMail): { login: string; password: string; link: URL } {
  const link = new URL(/\S+\/entrer#\S+/.exec(mail.text!)![0])
  const fragment = new URLSearchParams(link.hash.slice(1))
  return { login: fragment.get('l')!, password: fragment.get('p')!, link }
}

const event = (ics: string) => {
  const calendar = new ICAL.Component(ICAL.parse(ics))
  const [one, ...others] = calendar.getAllSubcomponents('vevent')
  expect(others).toEqual([])
  return { method: calendar.getFirstPropertyValue('method'), ...describeEvent(new ICAL.Event(one)) }
}
const describeEvent = (one: ICAL.Event) => ({
  uid: one.uid,
  sequence: one.sequence,
  summary: one.summary,
  start: one.startDate.toJSDate().getTime(),
  end: one.endDate.toJSDate().getTime(),
  zone: one.startDate.zone.tzid,
  status: one.component.getFirstPropertyValue('status'),
  description: one.description,
})
/** Every calendar of a mail, the alternative first. */
const calendarsOf = (mail: ParsedMail) =>
  mail.attachments
    .filter(({ contentType }) => /calendar|ics/.test(contentType))
    .map(({ content }) => content.toString())
const eventsOf = (mail: ParsedMail) => {
  const byUid = new Map(calendarsOf(mail).map((ics) => [event(ics).uid, event(ics)]))
  return [...byUid.values()]
}

describe('a convocation', () => {
  it('says everything, and its link and codes let in', async () => {
    await trainer.post('/api/organisation', {
      name: 'CCI de la Haute-Brume',
      address: '1 place du Marché',
      phone: '01 02 03 04 05',
      email: 'formation@exemple.fr',
      accessibility: 'Claire Montagnac, référente handicap, 01 02 03 04 06',
    })
    const id = await makeClass()
    await trainer.post(`/api/classes/${id}/background`, { text: 'Dix ans de comptabilité publique.' })
    const mails = await send(id)
    const mail = mails.find(({ to }) => JSON.stringify(to).includes('lucja@exemple.fr'))!
    expect(mail.subject).toBe('Convocation\u00A0: Gérer les factures, mercredi 11 mars 2099')
    expect(mail.from?.value).toEqual([{ name: 'CCI', address: 'formation@exemple.fr' }])
    expect(mail.replyTo?.value[0]?.address).toBe('formation@exemple.fr')
    const { login, password, link } = codesOf(mail)
    expect(link.pathname + link.search).toBe('/entrer')
    for (const text of [mail.text!, mail.html as string]) {
      for (const part of [
        'Łucja Nowak',
        'lucja@exemple.fr',
        password,
        'mercredi 11 mars 2099',
        'jeudi 12 mars 2099',
        '9:00 à 12:00',
        '13:30 à 17:00',
        'Paris (UTC+1)',
        'Savoir entrer',
        'Pour commencer',
        'un téléphone 4G',
        '/essai#l=',
        'Dix ans de comptabilité publique.',
        'référente handicap',
        '1 place du Marché',
      ]) {
        expect(text.replaceAll('&amp;', '&')).toContain(part)
      }
    }
    const reply = await browser(world.url).signIn({ login, password })
    expect(reply.body).toMatchObject({ name: 'Łucja Nowak', classes: [{ id }] })
  })

  it('shows alike without images, and loads nothing from elsewhere', async () => {
    const [mail] = await send(await makeClass())
    const html = mail!.html as string
    expect(html).not.toMatch(/<img|<link|<script|url\(|@import/i)
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toContain(world.url)
    expect(html).toContain('color-scheme')
  })

  it('comes in English when asked', async () => {
    const [mail] = await send(await makeClass(), { kind: 'invitation', language: 'en' })
    expect(mail!.subject).toMatch(/^Invitation: Gérer les factures, Wednesday,? 11 March 2099$/)
    expect(mail!.text).toContain('a 4G phone')
    expect(mail!.html).toContain('<html lang="en">')
  })

  it('invites to each day in UTC, under the same name at every sending', async () => {
    const id = await makeClass()
    const [first] = await send(id)
    const events = eventsOf(first!)
    expect(events).toMatchObject([
      { uid: `${id}-1@estrade`, start, end: start + 8 * HOUR, sequence: 0, zone: 'UTC', status: 'CONFIRMED' },
      { uid: `${id}-2@estrade`, start: start + 24 * HOUR, end: start + 27 * HOUR },
    ])
    for (const one of events) {
      expect(one).toMatchObject({ method: 'REQUEST', summary: 'Gérer les factures' })
      expect(one.description).not.toContain(codesOf(first!).password)
    }
    for (const ics of calendarsOf(first!)) expect(ics).toMatch(/DTSTART:\d{8}T\d{6}Z/)
    const [again] = await send(id, { kind: 'reminder' })
    expect(again!.subject).toMatch(/^Rappel/)
    expect(eventsOf(again!)).toMatchObject([{ sequence: 0 }, { sequence: 0 }])
    expect(codesOf(again!).password).toBe(codesOf(first!).password)
  })

  it('tells a change of hours once, and calls off', async () => {
    const id = await makeClass()
    await send(id)
    expect((await board(id)).changed).toBe(false)
    const moved = [{ id: 'h1', startsAt: start + HOUR, endsAt: start + 4 * HOUR }]
    await moveClass(id, moved)
    expect((await board(id)).changed).toBe(true)
    const [change] = await send(id, { kind: 'change' })
    expect(change!.subject).toMatch(/^Nouveaux horaires/)
    expect(eventsOf(change!)).toMatchObject([
      { method: 'REQUEST', uid: `${id}-1@estrade`, sequence: 1, start: start + HOUR },
      { method: 'CANCEL', uid: `${id}-2@estrade`, sequence: 1, status: 'CANCELLED' },
    ])
    expect((await board(id)).changed).toBe(false)
    const [off] = await send(id, { kind: 'cancellation' })
    expect(off!.subject).toMatch(/^Annulée/)
    expect(off!.text).not.toContain('/entrer#')
    expect(eventsOf(off!)).toMatchObject([{ method: 'CANCEL', sequence: 2, status: 'CANCELLED' }])
    expect((await board(id)).cancelledAt).toEqual(expect.any(Number))
    const [on] = await send(id)
    expect(eventsOf(on!)).toMatchObject([{ method: 'REQUEST', sequence: 3, status: 'CONFIRMED' }])
    expect((await board(id)).cancelledAt).toBeUndefined()
  })

  it('keeps what people write out of headers and markup', async () => {
    const id = await makeClass({
      title: 'Trier & <b>classer</b> "tout"',
      people: "<script>alert('x')</script> Ana <ana@exemple.fr>".replace(/[<>](?!ana|$)/g, ''),
    })
    const [mail] = await send(id, { kind: 'invitation' }, 1)
    expect(mail!.html).toContain('Trier &amp; &lt;b&gt;classer&lt;/b&gt; &quot;tout&quot;')
    expect(mail!.html).not.toContain('<b>classer')
    expect(eventsOf(mail!)[0]).toMatchObject({ summary: 'Trier & <b>classer</b> "tout"' })
  })
})

/** As the office's editing of a class leaves it. */
async function moveClass(id: string, halfDays: { id: string; startsAt: number; endsAt: number }[]) {
  const { classes } = world.app.store
  const get = classes.get
  const row = (await get(id))!
  classes.get = async (asked) => (asked === id ? { ...row, halfDays } : get(asked))
}

describe('the board', () => {
  it('follows each person from the mail to the seat', async () => {
    const id = await makeClass()
    const before = await board(id)
    expect(before.people.map(({ name }) => name)).toEqual(['Bo Roy', 'Łucja Nowak'])
    for (const person of before.people) expect(person).toMatchObject({ here: false, story: [] })

    const mails = await send(id)
    const sent = await boardUntil(id, (people) => people.every(({ sentAt }) => sentAt !== undefined))
    expect(sent.people[0]!.mail).toMatchObject({ state: 'sent', kind: 'invitation' })
    expect(sent.people[0]!.openedAt).toBeUndefined()

    const lucja = browser(world.url)
    await lucja.signIn(codesOf(mails.find(({ to }) => JSON.stringify(to).includes('lucja'))!))
    const test = {
      camera: 'ok',
      microphone: 'refused',
      speakers: 'ok',
      line: { transport: 'websocket', latency: 12.4, down: 20_000, up: 4000 },
      device: 'phone',
    }
    expect((await lucja.post(`/api/classes/${id}/equipment`, test)).status).toBe(204)
    expect((await lucja.post(`/api/classes/${id}/equipment`, { ...test, camera: 'jolie' })).status).toBe(400)
    const { people } = await board(id)
    expect(people[0]!.openedAt).toBeUndefined()
    expect(people[1]).toMatchObject({
      openedAt: expect.any(Number),
      test: { microphone: 'refused', line: { latency: 12 }, at: expect.any(Number) },
      here: false,
    })
    expect(people[1]!.story.map(({ what }) => what).sort()).toEqual(['mail', 'opened', 'tested'])
  })

  it('names a refused address with the reason', async () => {
    const id = await makeClass({ people: 'Ina Connu <inconnu@exemple.fr>\nBo Roy <bo@exemple.fr>' })
    await send(id, { kind: 'invitation' }, 1)
    const { people } = await boardUntil(id, (all) => all.some(({ mail }) => mail?.state === 'refused'))
    const ina = people.find(({ name }) => name === 'Ina Connu')!
    expect(ina.mail).toMatchObject({ state: 'refused', reason: 'recipient' })
    expect(ina.mail!.said).toContain('Boîte inconnue')
    expect(ina.sentAt).toBeUndefined()
  })

  it('re-issues a lost password: the old one dies at once, the new one is in the next mail', async () => {
    const id = await makeClass()
    const mails = await send(id)
    const bo = codesOf(mails.find(({ to }) => JSON.stringify(to).includes('bo@'))!)
    const { personId } = (await board(id)).people[0]!
    const phone = browser(world.url)
    await phone.signIn(bo)
    const reply = await trainer.post(`/api/classes/${id}/credentials`, { personIds: [personId] })
    expect((await phone.get('/api/me')).body.logins).toEqual([])
    expect((await phone.post('/api/login', bo)).status).toBe(401)
    const [mail] = await send(id, { kind: 'reissue', personIds: [personId] }, 1)
    expect(mail!.subject).toMatch(/^Nouveau mot de passe/)
    expect(codesOf(mail!).password).toBe(reply.body.credentials[0].password)
    expect(calendarsOf(mail!)).toEqual([])
    await phone.signIn(codesOf(mail!))
    expect((await board(id)).people[0]!.story.some(({ what }) => what === 'reissued')).toBe(true)
  })

  it('is for who runs the class', async () => {
    const id = await makeClass()
    const other = browser(world.url)
    await other.signIn(world.otherTrainer)
    for (const path of ['convocations', 'convocations/preview'])
      expect((await other.get(`/api/classes/${id}/${path}`)).status).toBe(404)
    expect((await other.post(`/api/classes/${id}/convocations`, { kind: 'invitation' })).status).toBe(404)
    const ana = browser(world.url)
    await ana.signIn(world.ana)
    expect((await ana.get(`/api/classes/${world.first.id}/convocations`)).status).toBe(403)
    expect((await ana.get('/api/mails')).status).toBe(403)
    expect((await ana.post('/api/organisation', {})).status).toBe(403)
    expect((await browser(world.url).get('/api/mails')).status).toBe(401)
    expect((await browser(world.url).get('/api/line/down')).status).toBe(401)
    const [mail] = (await trainer.get('/api/mails')).body.mails
    expect((await other.get(`/api/mails/${mail.id}`)).status).toBe(404)
  })
})

describe('reading before sending', () => {
  it('shows the letter without a password, where it can do nothing', async () => {
    const id = await makeClass()
    const reply = await trainer.get(`/api/classes/${id}/convocations/preview?kind=invitation&language=en`)
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-security-policy')).toContain('sandbox')
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(reply.text).toContain('••••-••••-••••')
    expect(reply.text).toContain('Bo Roy')
  })
})

describe('without a mail server', () => {
  it('keeps the letters to read and download', async () => {
    const alone = await openWorld()
    const desk = browser(alone.url)
    await desk.signIn(alone.trainer)
    const path = `/api/classes/${alone.first.id}/convocations`
    expect((await desk.post(path, { kind: 'invitation' })).body).toEqual({ queued: 2 })
    const { sends, mails } = (await desk.get('/api/mails')).body
    expect(sends).toBe(false)
    expect(mails).toMatchObject([{ state: 'kept' }, { state: 'kept' }])
    const { text } = (await desk.get(`/api/mails/${mails[0].id}`)).body
    expect(text).toContain('/entrer#l=')
    const html = await desk.get(`/api/mails/${mails[0].id}/html`)
    expect(html.headers.get('content-security-policy')).toContain('sandbox')
    const file = await desk.get(`/api/mails/${mails[0].id}/eml`)
    expect(file.headers.get('content-type')).toContain('message/rfc822')
    const mail = await simpleParser(file.text)
    await browser(alone.url).signIn(codesOf(mail))
    expect((await desk.post(`/api/mails/${mails[0].id}/send`)).body.error.code).toBe('no-mail-server')
    // Sent again, it replaces the one that nobody passed on.
    await desk.post(path, { kind: 'invitation' })
    expect((await desk.get('/api/mails')).body.mails).toHaveLength(2)
    await alone.close()
  })
})

describe('an account in the office', () => {
  it('is opened by a link that comes by mail', async () => {
    const office = browser(world.url)
    await office.signIn(world.organiser)
    const before = smtp.mails.length
    const wanted = { name: 'Inès Roux', email: 'ines@exemple.fr', role: 'trainer' }
    const reply = await office.post('/api/office/team', wanted)
    expect(reply.body.sent).toBe(true)
    const mail = (await smtp.until(before + 1)).at(-1)!
    expect(mail.subject).toBe('Votre compte Estrade')
    expect(mail.text).toContain(reply.body.link)
  })
})
