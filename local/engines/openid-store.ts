import { DatabaseSync } from 'node:sqlite'
import type { Adapter, StoredModel } from 'oidc-provider'

export interface OpenIdStore {
  readonly adapterOf: (model: string) => Adapter
  close(): void
}

/** Keeps sessions, codes and grants in a file, so that whoever is signed in stays so when the product starts again. */
export const createOpenIdStore = (file: string): OpenIdStore => {
  const database = new DatabaseSync(file)
  database.exec(`
    PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS models (
      model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, expiresAt INTEGER,
      grantId TEXT, uid TEXT, consumed INTEGER, PRIMARY KEY (model, id)
    ) STRICT;
    CREATE INDEX IF NOT EXISTS byGrant ON models (grantId);
  `)
  const secondsNow = (): number => Math.floor(Date.now() / 1000)
  database.prepare('DELETE FROM models WHERE expiresAt < ?').run(secondsNow())

  const upsert = database.prepare(
    'INSERT OR REPLACE INTO models (model, id, payload, expiresAt, grantId, uid) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const select = (column: 'id' | 'uid') => {
    const statement = database.prepare(
      `SELECT payload, consumed FROM models WHERE model = ? AND ${column} = ? AND (expiresAt IS NULL OR expiresAt >= ?)`,
    )
    return (model: string, value: string): StoredModel | undefined => {
      const row = statement.get(model, value, secondsNow())
      if (row === undefined) return undefined
      // Written by upsert below.
      const payload = JSON.parse(String(row['payload'])) as StoredModel
      return row['consumed'] === null ? payload : { ...payload, consumed: Number(row['consumed']) }
    }
  }
  const byId = select('id')
  const byUid = select('uid')
  const consume = database.prepare('UPDATE models SET consumed = ? WHERE model = ? AND id = ?')
  const remove = database.prepare('DELETE FROM models WHERE model = ? AND id = ?')
  const removeGrant = database.prepare('DELETE FROM models WHERE model = ? AND grantId = ?')

  return {
    adapterOf: (model) => ({
      async upsert(id, payload, expiresInSeconds) {
        const expiresAt = expiresInSeconds === undefined ? null : secondsNow() + expiresInSeconds
        const { grantId = null, uid = null } = payload
        upsert.run(model, id, JSON.stringify(payload), expiresAt, grantId, uid)
      },
      find: async (id) => byId(model, id),
      findByUid: async (uid) => byUid(model, uid),
      // Only the device flow has such codes, and it is off.
      findByUserCode: async () => undefined,
      consume: async (id) => void consume.run(secondsNow(), model, id),
      destroy: async (id) => void remove.run(model, id),
      revokeByGrantId: async (grantId) => void removeGrant.run(model, grantId),
    }),
    close: () => database.close(),
  }
}
