/** Who may import whom (docs/decisions.md, « the import rule »), checked over the real files; cycles fail it too. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const SKIPPED = new Set(['node_modules', 'dist', '.git', '.cache', 'data', 'slides', 'docs'])

type Import = { target: string; typeOnly: boolean }
type Source = { path: string; imports: Import[] }

function* sourceFiles(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    if (SKIPPED.has(name) || name.startsWith('dist.')) continue
    const path = join(folder, name)
    if (statSync(path).isDirectory()) yield* sourceFiles(path)
    else if (/\.tsx?$/.test(name)) yield relative(root, path).replaceAll('\\', '/')
  }
}

const STATEMENT = /^\s*(import|export)\s+(type\s)?([^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** Packages without clock, chance, input or output: schemas, and published validators of numbers with a key. */
const PURE: ReadonlySet<string> = new Set(['zod', 'ibantools', 'stdnum'])

function importsOf(path: string): Import[] {
  const text = readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const found: Import[] = []
  for (const [, , type, clause, specifier] of text.matchAll(STATEMENT)) {
    const names = clause
      ?.match(/\{([^}]*)\}/)?.[1]
      ?.split(',')
      .filter((name) => name.trim() !== '')
    const allTypes = names !== undefined && names.length > 0 && names.every((name) => /^\s*type\s/.test(name))
    const alone = /^\s*\{[^}]*\}\s+from\s+$/.test(clause ?? '')
    found.push({ target: resolve(path, specifier!), typeOnly: type !== undefined || (allTypes && alone) })
  }
  for (const [, specifier] of text.matchAll(DYNAMIC))
    found.push({ target: resolve(path, specifier!), typeOnly: false })
  return found
}

/** A path of the repository, or the name of a package (`node:` in front of Node's own). */
function resolve(from: string, specifier: string): string {
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('#')) return bare.slice(1)
  if (bare.startsWith('.')) return join(dirname(from), bare).replaceAll('\\', '/')
  const [first = '', second = ''] = bare.split('/')
  if (bare.startsWith('node:') || builtinModules.includes(first)) return `node:${first.replace('node:', '')}`
  return first.startsWith('@') ? `${first}/${second}` : first
}

const sources: Source[] = [...sourceFiles(root)].map((path) => ({ path, imports: importsOf(path) }))
const under = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`))
const isStyle = (target: string) => target.endsWith('.css')
const inRepository = (target: string) => under(target, 'shared', 'client', 'server', 'tests', 'scripts')

/** Packages of the client beyond the core: each small, or fetched when first needed. */
const CLIENT_PACKAGES = [
  'react',
  'react-dom',
  'zustand',
  'socket.io-client',
  'lucide-react',
  'uqr',
  'idb-keyval',
  'nanoid',
  'pdfjs-dist',
]
const SHARED_SCREEN_PACKAGES = ['react', 'lucide-react']
/** Parts of the server, lower ones first: a part imports its own level or lower. */
const SERVER_LEVEL: Record<string, number> = {
  store: 0,
  sheet: 0,
  decks: 1,
  courses: 2,
  report: 1,
  media: 1,
  mail: 1,
  privacy: 1,
  live: 3,
  http: 3,
}
const STORE_PACKAGES = ['kysely', 'pg', 'nanoid']

/** What is wrong with an import, or undefined. */
function breach(path: string, { target, typeOnly }: Import): string | undefined {
  const isPackage = !inRepository(target) && !target.startsWith('.')
  if (/\.test\.tsx?$/.test(path) || path.endsWith('/arbitrary.ts')) {
    return under(path, 'shared') && under(target, 'server', 'client') && !typeOnly
      ? 'a kind is tested alone'
      : undefined
  }
  // The words of a kind's screens belong with its screens.
  const pure = path.endsWith('.ts') && !/^shared\/activities\/[^/]+\/(?:trainer-|turn-)?words\.ts$/.test(path)
  if (under(path, 'shared') && pure) {
    if (target.endsWith('.tsx') && !typeOnly) return 'shared/*.ts is pure: no screen'
    if (under(target, 'server', 'client', 'tests')) return 'shared imports only shared'
    if (isPackage && !PURE.has(target) && !typeOnly) return `shared/*.ts imports only ${[...PURE].join(', ')}`
    return undefined
  }
  if (under(path, 'shared')) {
    if (under(target, 'server', 'tests')) return 'a screen never imports the server'
    if (
      under(target, 'client') &&
      !under(target, 'client/kit', 'client/i18n', 'client/live', 'client/slides')
    ) {
      return 'a kind draws with client/kit, not with a screen'
    }
    if (isPackage && !SHARED_SCREEN_PACKAGES.includes(target))
      return `a kind's screen imports only ${SHARED_SCREEN_PACKAGES}`
    return undefined
  }
  if (under(path, 'client')) {
    if (under(target, 'server', 'tests')) return 'the client never imports the server'
    if (isPackage && !typeOnly && !CLIENT_PACKAGES.includes(target))
      return `the client imports only ${CLIENT_PACKAGES}`
    return undefined
  }
  if (under(path, 'server')) {
    if (under(target, 'client', 'tests')) return 'the server never imports the client'
    if (target.endsWith('.tsx')) return 'Node cannot run .tsx: the server imports only .ts'
    const from = SERVER_LEVEL[path.split('/')[1] ?? '']
    const to = SERVER_LEVEL[target.split('/')[1] ?? '']
    if (under(target, 'server') && !typeOnly && from !== undefined && to !== undefined && to > from) {
      return `server/${path.split('/')[1]} lies below server/${target.split('/')[1]}`
    }
    if (
      under(path, 'server/store') &&
      isPackage &&
      !target.startsWith('node:') &&
      !typeOnly &&
      !STORE_PACKAGES.includes(target)
    ) {
      return `the store imports only ${STORE_PACKAGES}`
    }
  }
  return undefined
}

test('every import follows the import rule', () => {
  const breaches = sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ target }) => !isStyle(target))
      .flatMap((one) => {
        const why = breach(path, one)
        return why ? [`${path} → ${one.target}: ${why}`] : []
      }),
  )
  expect(sources.length).toBeGreaterThan(10)
  expect(breaches).toEqual([])
})

test('the client never carries zod: what it imports at run time does not reach it', () => {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const reached = new Map<string, string>()
  const queue = sources.filter(({ path }) => under(path, 'client')).map(({ path }) => path)
  const carriers: string[] = []
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    for (const { target, typeOnly } of byPath.get(path)?.imports ?? []) {
      if (typeOnly) continue
      if (target === 'zod') carriers.push(`${path} (imported by ${reached.get(path)})`)
      if (byPath.has(target) && !reached.has(target)) {
        reached.set(target, path)
        queue.push(target)
      }
    }
  }
  expect(carriers).toEqual([])
})

test('no cycle, not even of types', () => {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const state = new Map<string, 'open' | 'done'>()
  const cycles: string[] = []
  const visit = (path: string, trail: string[]) => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      return
    }
    state.set(path, 'open')
    for (const { target } of byPath.get(path)?.imports ?? []) {
      if (byPath.has(target)) visit(target, [...trail, path])
    }
    state.set(path, 'done')
  }
  for (const { path } of sources) visit(path, [])
  expect(cycles).toEqual([])
})
