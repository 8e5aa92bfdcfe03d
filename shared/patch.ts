/** JSON Merge Patch (RFC 7396) between two views. Views hold no null; arrays are replaced whole. */

type Json = Record<string, unknown>

function isRecord(x: unknown): x is Json {
  return typeof x === 'object' && x !== null && !Array.isArray(x)
}

function sameArray(a: unknown[], b: unknown[]): boolean {
  return a.length === b.length && a.every((x, i) => same(x, b[i]))
}

/** Deep equality of JSON values; a key that is undefined counts as absent. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) return sameArray(a, b)
  return isRecord(a) && isRecord(b) && diff(a, b) === undefined
}

/** The patch that turns `before` into `after`, or undefined when they are equal. */
export function diff(before: object, after: object): Json | undefined {
  if (before === after) return undefined
  const from = before as Json
  const to = after as Json
  const patch: Json = {}
  for (const key of Object.keys(to)) {
    const a = from[key]
    const b = to[key]
    if (a === b || b === undefined) continue
    const change = isRecord(a) && isRecord(b) ? diff(a, b) : same(a, b) ? undefined : b
    if (change !== undefined) patch[key] = change
  }
  for (const key of Object.keys(from)) {
    if (from[key] !== undefined && to[key] === undefined) patch[key] = null
  }
  return Object.keys(patch).length > 0 ? patch : undefined
}

/** `target` with `patch` applied; parts the patch does not touch are shared, not copied. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isRecord(patch)) return patch
  const merged: Json = isRecord(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key]
    else merged[key] = mergePatch(merged[key], value)
  }
  return merged
}
