import path from 'node:path'
import { migrateDatabase, openDatabase } from '~/platform/db.server'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'

/** Opens a database, commits so many transactions one after the other, and ends: its syncs are counted from outside. */
async function main(file: string, commits: number): Promise<void> {
  const open = openDatabase(file)
  migrateDatabase(open, path.resolve('db/migrations'))
  for (let at = 0; at < commits; at++) {
    await withTx((tx) =>
      recordChange(tx, { entity: 'lot', entityId: String(at), kind: 'tried', actorUserId: null }),
    )
  }
  open.close()
}

void main(process.argv[2]!, Number(process.argv[3]))
