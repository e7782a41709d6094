import { z } from 'zod'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { isId } from '~/core/ids'
import { readCommuneFigures } from '~/features/open-data/commune-figures.server'
import { findCommune, listCommunes } from '~/features/communes/queries.server'
import {
  communeRecord,
  factorRecords,
  materialRecords,
  unitRecords,
} from '~/features/open-data/records.server'
import {
  communeFiguresSchema,
  communeRecordSchema,
  factorRecordSchema,
  lotRecordSchema,
  materialRecordSchema,
  needRecordSchema,
  unitRecordSchema,
} from '~/features/open-data/schema'
import type { Endpoint } from './endpoint'
import { getLot, listLots } from './lots.server'
import { getNeed, listNeeds } from './needs.server'
import { figuresQuery, lotsQuery, needsQuery, noQuery } from './query'

const listed = (row: z.ZodType) => z.strictObject({ data: z.array(row), next_cursor: z.string().nullable() })

const id = { name: 'id', schema: z.uuid() } as const
const code = { name: 'code', schema: z.string().regex(/^\d{5}$/) } as const
const missing = { refusal: { kind: 'missing' } } as const

const whole = (data: unknown[]) => Promise.resolve({ value: { data, next_cursor: null } })

/** Every address of the interface: what answers requests, describes it to machines and draws its page. */
export const ENDPOINTS: readonly Endpoint[] = [
  list('listLots', '/lots', 'Lot', lotRecordSchema, lotsQuery, listLots),
  {
    ...one('getLot', '/lots/{id}', 'Lot', lotRecordSchema),
    param: id,
    run: (_query, param) => (isId(param) ? getLot(param) : Promise.resolve(missing)),
  },
  list('listNeeds', '/needs', 'Need', needRecordSchema, needsQuery, listNeeds),
  {
    ...one('getNeed', '/needs/{id}', 'Need', needRecordSchema),
    param: id,
    run: (_query, param) => (isId(param) ? getNeed(param) : Promise.resolve(missing)),
  },
  list('listCommunes', '/communes', 'Commune', communeRecordSchema, noQuery, async () =>
    whole((await listCommunes()).map(communeRecord)),
  ),
  {
    ...one('getCommune', '/communes/{code}', 'Commune', communeRecordSchema),
    param: code,
    run: async (_query, param) => {
      const commune = await findCommune(param)
      return commune ? { value: communeRecord(commune) } : missing
    },
  },
  {
    ...one('getCommuneFigures', '/communes/{code}/figures', 'CommuneFigures', communeFiguresSchema),
    param: code,
    query: figuresQuery,
    run: async ({ year }: z.output<typeof figuresQuery>, param) => {
      const value = await readCommuneFigures(param, year ?? Number(isoDayOf(nowMs()).slice(0, 4)))
      return value ? { value } : missing
    },
  },
  list('listMaterials', '/materials', 'Material', materialRecordSchema, noQuery, () =>
    whole(materialRecords()),
  ),
  list('listUnits', '/units', 'Unit', unitRecordSchema, noQuery, () => whole(unitRecords())),
  list('listFactors', '/factors', 'Factor', factorRecordSchema, noQuery, async () =>
    whole(await factorRecords()),
  ),
]

function list<Query extends z.ZodObject>(
  operationId: Endpoint['operationId'],
  path: string,
  shape: string,
  row: z.ZodType,
  query: Query,
  run: (query: z.output<Query>) => ReturnType<Endpoint['run']>,
): Endpoint {
  return { operationId, path, param: null, query, response: listed(row), shape, isList: true, run }
}

function one(operationId: Endpoint['operationId'], path: string, shape: string, response: z.ZodType) {
  return { operationId, path, query: noQuery, response, shape, isList: false } as const
}

/** The address that a path below `/api/v1` asks for, with the parameter in it. */
export function endpointAt(path: string): { endpoint: Endpoint; param: string } | null {
  const asked = path.split('/')
  for (const endpoint of ENDPOINTS) {
    const parts = endpoint.path.split('/')
    if (parts.length !== asked.length) continue
    const at = parts.findIndex((part) => part.startsWith('{'))
    if (parts.every((part, index) => index === at || part === asked[index])) {
      return { endpoint, param: at < 0 ? '' : (asked[at] ?? '') }
    }
  }
  return null
}
