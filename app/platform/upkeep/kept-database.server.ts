import fs from 'node:fs/promises'
import type { DatabasePlace } from '../database-place'
import { connectMoment } from '../postgres/open.server'
import type { Look } from './look'
import { lookAtPostgres, snapshotPostgres } from './postgres-snapshot.server'
import { listNamedFiles, type RowFiles } from './row-files.server'
import { schemaStateOf } from './schema-state.server'
import { databaseFaults, readStill, snapshotDatabase } from './snapshot.server'

/** A database as commands keep it, whatever its engine: it is looked at, and copied into a file, while others write. */
export type KeptDatabase = {
  /** Whether it takes room of the data folder. */
  isFile: boolean
  look: (sources: readonly RowFiles[]) => Promise<Look>
  /**
   * Writes it as it is at one instant into a new database file, which SQLite reads, and has it on disk.
   * @throws Error when there is no database, or the target exists
   */
  snapshot: (target: string) => Promise<void>
}

export function keptDatabase(place: DatabasePlace): KeptDatabase {
  return 'url' in place ? sharedDatabase(place.url) : databaseFile(place.file)
}

function databaseFile(file: string): KeptDatabase {
  return {
    isFile: true,
    look: async (sources) => {
      const { size: bytes } = await fs.stat(file)
      return readStill(file, (connection) => ({
        faults: databaseFaults(connection),
        state: schemaStateOf(connection),
        named: listNamedFiles(connection, sources),
        bytes,
      }))
    },
    snapshot: (target) => snapshotDatabase(file, target),
  }
}

function sharedDatabase(url: string): KeptDatabase {
  const atOneMoment = async <T>(work: (moment: Awaited<ReturnType<typeof connectMoment>>) => Promise<T>) => {
    const moment = await connectMoment(url)
    return work(moment).finally(moment.close)
  }
  return {
    isFile: false,
    look: (sources) => atOneMoment((moment) => lookAtPostgres(moment, sources)),
    snapshot: (target) => atOneMoment((moment) => snapshotPostgres(moment, target)),
  }
}
