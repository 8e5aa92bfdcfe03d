import { type Kysely, type Migration, Migrator } from 'kysely'
import { StoreError } from './errors.ts'

/** Brings the tables up to date. `set` names this family of migrations, as one database may hold several. */
export async function migrate<DB>(
  db: Kysely<DB>,
  set: 'main' | 'files',
  migrations: Record<string, Migration>,
): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: `migrations_${set}`,
    migrationLockTableName: `migrations_${set}_lock`,
  })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  if (error instanceof Error && error.message.includes('previously executed migration'))
    throw new StoreError(
      'invalid',
      'La base de données vient d’une version plus récente d’Estrade : installez cette version, ou restaurez une sauvegarde.',
      { cause: error },
    )
  throw error
}
