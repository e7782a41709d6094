import type { Database } from '~/platform/db.server'

/** What the indexes in memory read of each table that they follow by `changes`. */
const READ = {
  lot: {
    table: 'lots',
    columns: [
      ...[
        'status',
        'material',
        'unit',
        'commune_code',
        'organisation_id',
        'quantity_milli',
        'available_milli',
      ],
      ...['available_from', 'available_until', 'condition', 'unit_price_cents', 'mass_g', 'attributes'],
      ...['public_from', 'territory_code', 'territory_from'],
    ],
  },
  need: {
    table: 'needs',
    columns: [
      ...['status', 'material', 'unit', 'commune_code', 'organisation_id', 'open_milli', 'needed_from'],
      ...['needed_until', 'radius_km', 'min_condition', 'budget_unit_cents', 'attributes'],
    ],
  },
  organisation: { table: 'organisations', columns: ['commune_code', 'kind', 'suspended_at_ms'] },
} as const

/**
 * Notes each lot, need and organisation that a command changes, until a row of `changes` tells of it: temporary triggers
 * on the connection that commands write by. What a test writes by itself, outside a transaction, is not noted, nor are new rows: factories make them.
 */
export function watchWrites({ writer }: Database): void {
  writer.function('in_transaction', { deterministic: false }, () => (writer.inTransaction ? 1 : 0))
  writer.exec('create temp table untold (entity text, id text, primary key (entity, id))')
  for (const [entity, { table, columns }] of Object.entries(READ)) {
    const note = `insert or ignore into untold values ('${entity}', new.id); end`
    const differs = columns.map((name) => `old.${name} is not new.${name}`).join(' or ')
    writer.exec(`create temp trigger untold_changed_${table} after update on main.${table}
      when in_transaction() and (${differs}) begin ${note}`)
  }
  writer.exec(`create temp trigger told after insert on main.changes begin
    delete from untold where entity = new.entity and id = new.entity_id; end`)
}

/** What commands wrote and told nobody, as «lot 01…»; empty once the connection is closed. */
export function untoldWrites({ writer }: Database): string[] {
  if (!writer.open) return []
  const rows = writer.prepare('select entity, id from untold').all() as { entity: string; id: string }[]
  return rows.map(({ entity, id }) => `${entity} ${id}`)
}
