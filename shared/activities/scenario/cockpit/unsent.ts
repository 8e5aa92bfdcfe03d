/** What the trainer has begun to write and not sent, for as long as the page lives: going from copy to copy loses none. */
const unsent = new Map<string, string>()

export const kept = (key: string): string | undefined => unsent.get(key)

export function keep(key: string, text: string): void {
  if (text.trim() === '') unsent.delete(key)
  else unsent.set(key, text)
}

export function forget(key: string): void {
  unsent.delete(key)
}
