/** The convocation of one person: the letter, its plain text, and the calendar invitation. */
import type { HalfDay } from '#shared/api.ts'
import type { ConvocationKind, Organisation } from '#shared/convocation.ts'
import { fr } from '#shared/typography.ts'
import { type CalendarEvent, callOff, daysOf, invite } from './calendar.ts'
import { WORDS } from './convocation-words.ts'
import { dates, duration, type Language } from './dates.ts'
import { asHtml, asText, type Block, type Letter } from './letter.ts'
import type { Message } from './message.ts'

export type ConvocationData = {
  kind: ConvocationKind
  language: Language
  /** `link` and `testLink` carry the credentials in their fragment. */
  person: { name: string; login: string; password: string; link: string; testLink: string }
  klass: {
    id: string
    title: string
    timeZone: string
    halfDays: readonly Pick<HalfDay, 'startsAt' | 'endsAt'>[]
  }
  /** When the password stops working. */
  validUntil: number
  /** The hours told last time, when they have changed since. */
  before?: readonly Pick<HalfDay, 'startsAt' | 'endsAt'>[]
  sequence: number
  programme: { objectives: string[]; sections: { title: string; minutes: number }[] }
  trainer: { name: string; background: string }
  organisation: Organisation
  /** Bare address of the sender. */
  sender: string
  site: string
  at: number
}

export async function writeConvocation(data: ConvocationData): Promise<Message> {
  const letter = letterOf(data)
  const set = data.language === 'fr' ? typeset(letter) : letter
  const replyTo = data.organisation.email
  return {
    subject: data.language === 'fr' ? fr(subjectOf(data)) : subjectOf(data),
    html: asHtml(set),
    text: asText(set),
    calendars: await calendarsOf(data),
    ...(replyTo ? { replyTo } : {}),
  }
}

const firstDay = ({ language, klass }: ConvocationData) =>
  dates(language, klass.timeZone).day(klass.halfDays[0]!.startsAt)

const subjectOf = (data: ConvocationData) =>
  WORDS[data.language].subject[data.kind](data.klass.title, firstDay(data))

function letterOf(data: ConvocationData): Letter {
  const { kind, language, person, klass, organisation } = data
  const t = WORDS[language]
  const who = organisation.name || 'Estrade'
  const opening: Block[] = [{ p: `${t.hello(person.name)}\n${t.opening[kind](klass.title)}` }]
  const blocks =
    kind === 'cancellation'
      ? [...opening, { p: t.cancelled }, ...helpBlocks(data)]
      : [
          ...opening,
          ...enterBlocks(data),
          ...(kind === 'reissue' ? [] : programmeBlocks(data)),
          ...helpBlocks(data),
        ]
  return {
    language,
    title: klass.title,
    preheader: kind === 'cancellation' ? t.opening.cancellation(klass.title) : t.preheader(firstDay(data)),
    blocks,
    footer: [
      t.sentBy(who),
      ...[organisation.address, organisation.phone, organisation.email].filter(Boolean),
    ],
  }
}

function enterBlocks(data: ConvocationData): Block[] {
  const { kind, language, person, klass, site } = data
  const t = WORDS[language]
  const { day, time, zone } = dates(language, klass.timeZone)
  const rows = klass.halfDays.map(({ startsAt, endsAt }): [string, string] => [
    day(startsAt),
    t.whenRow(time(startsAt), time(endsAt)),
  ])
  const password: [string, string] = [t.password, person.password]
  return [
    ...(kind === 'reissue' ? [{ note: t.reissued }] : []),
    { button: { label: t.enter, href: person.link }, main: true, note: t.enterNote },
    { h: t.when },
    { rows },
    { p: t.zone(zone(klass.halfDays[0]!.startsAt)) },
    { h: t.byHand },
    {
      rows: [
        [t.site, site],
        [t.login, person.login],
      ],
    },
    { rows: [password], mono: true },
    { p: t.until(`${day(data.validUntil)}, ${time(data.validUntil)}`) },
  ]
}

function programmeBlocks({ language, person, programme, trainer }: ConvocationData): Block[] {
  const t = WORDS[language]
  return [
    { h: t.bring },
    { list: t.equipment },
    { button: { label: t.test, href: person.testLink }, note: t.testNote },
    { h: t.programme },
    ...(programme.objectives.length > 0 ? [{ p: t.outcomes }, { list: programme.objectives }] : []),
    {
      rows: programme.sections.map(({ title, minutes }): [string, string] => [duration(minutes), title]),
    },
    ...(trainer.name ? [{ h: t.trainer(trainer.name) }] : []),
    ...(trainer.background ? [{ p: trainer.background }] : []),
  ]
}

function helpBlocks({ language, kind, organisation }: ConvocationData): Block[] {
  const t = WORDS[language]
  const reach = [organisation.phone, organisation.email].filter(Boolean).join(', ')
  const access = organisation.accessibility ? `${t.accessText}\n${organisation.accessibility}` : t.accessNone
  return [
    ...(kind === 'cancellation' || kind === 'reissue' ? [] : [{ h: t.access }, { p: access }]),
    ...(reach ? [{ h: t.help }, { p: t.helpText(reach) }] : []),
  ]
}

function calendarsOf(data: ConvocationData) {
  const { kind, language, person, klass, organisation, sender, site, sequence, at } = data
  if (kind === 'reissue') return Promise.resolve([])
  const t = WORDS[language]
  const name = organisation.name || 'Estrade'
  const typeset = (text: string) => (language === 'fr' ? fr(text) : text)
  const event: CalendarEvent = {
    classId: klass.id,
    sequence,
    title: typeset(klass.title),
    description: typeset(t.calendar(name, site)),
    location: t.location,
    url: site,
    timeZone: klass.timeZone,
    organiser: { name, address: sender },
    attendee: { name: person.name, address: person.login },
    at,
  }
  const days = daysOf(klass.halfDays, klass.timeZone)
  if (kind === 'cancellation') return callOff(event, days)
  return invite(event, days, data.before && daysOf(data.before, klass.timeZone))
}

/** Addresses, links and passwords have no spaces: setting a text leaves them alone. */
function typeset(letter: Letter): Letter {
  const each = (block: Block): Block => {
    if ('p' in block) return { p: fr(block.p) }
    if ('h' in block) return { h: fr(block.h) }
    if ('list' in block) return { list: block.list.map(fr) }
    if ('rows' in block) return { ...block, rows: block.rows.map(([a, b]) => [fr(a), fr(b)]) }
    if ('button' in block) return { ...block, note: block.note && fr(block.note) }
    return { note: fr(block.note) }
  }
  return {
    ...letter,
    title: fr(letter.title),
    preheader: fr(letter.preheader),
    blocks: letter.blocks.map(each),
    footer: letter.footer.map(fr),
  }
}
