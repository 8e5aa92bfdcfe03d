import { createHash } from 'node:crypto'
import type { Database } from './database.ts'
import { StoreError } from './errors.ts'
import type { Files } from './types.ts'

const CHUNK_BYTES = 256 * 1024

function checkName(name: string, bytes: Uint8Array): void {
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (!/^[0-9a-f]{64}(\.[a-z0-9]+)?$/.test(name) || !name.startsWith(hash))
    throw new StoreError('invalid', `file ${name}: its name must be ${hash}, with or without an extension`)
}

export function fileTable({ files: db }: Database): Files {
  const known = (name: string) =>
    db.selectFrom('files').select('size').where('name', '=', name).executeTakeFirst()

  return {
    async put(name, bytes) {
      checkName(name, bytes)
      if (await known(name)) return
      for (let n = 0; n * CHUNK_BYTES < bytes.length; n += 1) {
        const chunk = bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES)
        // Already there when an earlier put was cut short: the same bytes, since the name is their hash.
        await db
          .insertInto('file_chunks')
          .values({ name, n, bytes: chunk })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      }
      await db
        .insertInto('files')
        .values({ name, size: bytes.length, added_at: Date.now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async get(name) {
      const file = await known(name)
      if (!file) return undefined
      const chunks: Uint8Array[] = []
      // One at a time: a large file does not hold the database.
      for (let n = 0; n * CHUNK_BYTES < file.size; n += 1) {
        const { bytes } = await db
          .selectFrom('file_chunks')
          .select('bytes')
          .where('name', '=', name)
          .where('n', '=', n)
          .executeTakeFirstOrThrow()
        chunks.push(bytes)
      }
      return Buffer.concat(chunks)
    },
  }
}
