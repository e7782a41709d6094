import type { Database } from '~/platform/db.server'
import { marketSubjects } from './market-subjects'
import type { Pair } from './pair'
import type { Personas } from './personas'
import { programmeSubjects } from './programme-subjects'
import { rowsOf } from './rows'
import { tokenSubjects } from './token-subjects'

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
