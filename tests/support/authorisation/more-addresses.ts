import type { PersonaName } from './persona-names'
import type { World } from './world'

/** A page beside those of the subjects, where someone finds forms that other states of a record do not have. */
export type MoreAddress = { who: PersonaName; address: string }

/** Pages of records in every state, for those who act on them. */
export function moreAddresses({ database, personas, subjects }: World): MoreAddress[] {
  const { giver, taker } = personas
  const texts = (query: string, ...values: string[]) =>
    database.writer
      .prepare(query)
      .pluck()
      .all(...values) as string[]
  const each = (who: PersonaName, ids: readonly string[], addressOf: (id: string) => string): MoreAddress[] =>
    ids.map((id) => ({ who, address: addressOf(id) }))
  const byStatus = (column: string, organisationId: string) =>
    texts(`select min(id) from reservations where ${column} = ? group by status`, organisationId)
  const open = "status = 'published' and available_until > '2026-11-23' and public_from <= '2026-11-23'"
  const takeable = texts(`select id from lots where ${open} and available_milli > 0 limit 2`)
  const full = texts(`select id from lots where ${open} and available_milli = 0 limit 2`)
  const reservation = (id: string) => `/reservations/${id}`
  return [
    ...each('giver', byStatus('giver_organisation_id', giver.organisationId), reservation),
    ...each('taker', byStatus('taker_organisation_id', taker.organisationId), reservation),
    ...each('admin', texts('select min(id) from reservations group by status'), reservation),
    ...each('taker', takeable, (id) => `/lots/${id}/reserver`),
    ...each('taker', full, (id) => `/lots/${id}/attente`),
    ...each(
      'giver',
      texts(
        'select code from label_codes where organisation_id = ? and lot_id is null limit 2',
        giver.organisationId,
      ),
      (code) => `/q/${code}`,
    ),
    ...each(
      'admin',
      texts('select min(id) from programme_dossiers group by state'),
      (id) => `/programme/dossiers/${id}`,
    ),
    { who: 'giver', address: `/etiquettes/imprimer?lot=${subjects.lot.own.params.lotId}` },
  ]
}
