/** Looking up by a name that came from outside: `constructor` or `__proto__` must find nothing. */
export function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
