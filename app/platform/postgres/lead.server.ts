import type pg from 'pg'

/** The node that does what one does for all holds this lock of its session: «gise» and «lead» in four bytes each. */
const LEAD = [0x67697365, 0x6c656164] as const

/**
 * Whether the node of this connection leads, taking the lead where no other has it. It is lost with the connection, and
 * the server then gives it to whoever asks next.
 */
export async function takeLead(through: Pick<pg.ClientBase, 'query'>): Promise<boolean> {
  const { rows } = await through.query<{ leads: boolean }>(
    `select case when exists (
         select 1 from pg_locks
         where locktype = 'advisory' and pid = pg_backend_pid() and classid = $1::int::oid and objid = $2::int::oid and granted
       ) then true else pg_try_advisory_lock($1::int, $2::int) end as leads`,
    [...LEAD],
  )
  return rows[0]!.leads
}
