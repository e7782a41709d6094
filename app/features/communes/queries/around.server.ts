import { sql, type SQL } from 'drizzle-orm'
import { EARTH_RADIUS_KM } from '~/core/geo-point'
import { communes } from '~db/sqlite/communes'

/** A circle around the point of a commune, in great-circle kilometres; 0 is the commune alone. */
export type Around = { commune: string; km: number }

/**
 * The communes around one as PostgreSQL finds them, to join under the name `around` on its `code`; `km` is how far each is.
 * The same communes as `communesWithin`: of their points, on a sphere.
 * @param postgis the schema of PostGIS, which is asked where it is there
 */
export function communesAround({ commune, km }: Around, postgis: string | null): SQL {
  const found = postgis === null ? withinByFormula(km) : withinByPostgis(km, postgis)
  return sql`(select c.code, ${found.km} as km from ${communes} c, ${communes} centre
    where centre.code = ${commune} and (c.code = centre.code or (${found.isWithin}))) around`
}

type Within = { km: SQL; isWithin: SQL }

/** PostGIS's sphere has the mean radius of WGS 84, 6371.0088 km, as ours has. */
function withinByPostgis(km: number, schema: string): Within {
  const place = sql.identifier(schema)
  const here = geography('c', place)
  const there = geography('centre', place)
  return {
    km: sql`(${here} operator(${place}.<->) ${there}) / 1000`,
    isWithin: sql`${place}.st_dwithin(${here}, ${there}, ${km * 1000}::float8, false)`,
  }
}

function geography(of: 'c' | 'centre', place: ReturnType<typeof sql.identifier>): SQL {
  const name = sql.identifier(of)
  return sql`${place}.st_setsrid(${place}.st_makepoint(${name}.lon, ${name}.lat), 4326)::${place}.geography`
}

const KM_PER_DEGREE = (EARTH_RADIUS_KM * Math.PI) / 180
/** A box that is a little too large leaves nothing out. */
const SURE = 1.001

/** A box of plain degrees, which an index could give, then the haversine formula of `greatCircleKm`. */
function withinByFormula(km: number): Within {
  const degrees = (SURE * km) / KM_PER_DEGREE
  const distance = sql`(2 * ${EARTH_RADIUS_KM}::float8 * asin(least(1, sqrt(
    power(sin(radians(c.lat - centre.lat) / 2), 2)
    + cos(radians(c.lat)) * cos(radians(centre.lat)) * power(sin(radians(c.lon - centre.lon) / 2), 2)))))`
  return {
    km: distance,
    isWithin: sql`c.lat between centre.lat - ${degrees}::float8 and centre.lat + ${degrees}::float8
      and c.lon between centre.lon - ${degrees}::float8 / cos(radians(least(89, abs(centre.lat) + ${degrees}::float8)))
        and centre.lon + ${degrees}::float8 / cos(radians(least(89, abs(centre.lat) + ${degrees}::float8)))
      and ${distance} <= ${km}::float8`,
  }
}
