import type { Database } from '~/platform/db.server'
import { marketSubjects } from './market-subjects'
import type { Personas } from './personas'
import { programmeSubjects } from './programme-subjects'
import { rowsOf } from './rows'
import { tokenSubjects } from './token-subjects'

/** A record that an address names, with whose it is. */
export type Subject = {
  params: Readonly<Record<string, string>>
  /** Organisations whose record it is. */
  owners?: readonly string[]
  /** Communes whose agents it concerns. */
  communes?: readonly string[]
}

/** One record of the people of the matrix, and one that is not theirs; null where all have the same right to all. */
export type Pair = { own: Subject; other: Subject | null }

/** What the parameters of the addresses may stand for. */
export type SubjectName =
  | keyof Awaited<ReturnType<typeof marketSubjects>>
  | keyof ReturnType<typeof programmeSubjects>
  | keyof ReturnType<typeof tokenSubjects>

export type Subjects = Readonly<Record<SubjectName, Pair>>

/** Records of every kind, in a database that holds the demo. */
export async function makeSubjects(database: Database, personas: Personas): Promise<Subjects> {
  const rows = rowsOf(database)
  const market = await marketSubjects(rows, personas)
  return {
    ...market,
    ...programmeSubjects(rows, personas),
    ...tokenSubjects(rows, personas, {
      lotId: market.lot.own.params.lotId!,
      attachmentId: market.lotDocument.own.params.attachmentId,
    }),
  }
}
