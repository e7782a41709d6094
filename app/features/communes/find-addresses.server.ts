import { geocode, type GeocoderCaller } from '~/platform/geocoder.server'
import { canonicalCommuneCode, communeLabel, type Commune } from './model/commune'
import { searchCommunes } from './model/name-search'
import { readReferenceCommunes } from './reference.server'

/** A place that answers what somebody typed: an address, or a commune where it has no position of its own. */
export type FoundAddress = {
  label: string
  communeCode: string
  communeName: string
  /** Null for a commune: its point stands in. */
  position: { lat: number; lon: number } | null
}

/** Whether addresses were asked for, and how that went: pages say it when communes alone are found. */
export type AddressService = 'found' | 'off' | 'down' | 'busy'

const MOST = 8
const LONGEST = 200

/**
 * Addresses within the Métropole that the configured service finds for a text; communes by name when there is no
 * service, when it fails, or when it knows none here.
 */
export async function findAddresses(
  typed: string,
  caller: GeocoderCaller,
): Promise<{ service: AddressService; places: FoundAddress[] }> {
  const text = typed.trim().slice(0, LONGEST)
  const communes = await readReferenceCommunes()
  if (text.length < 3) return { service: 'found', places: [] }
  const byName = communesNamed(communes, text)
  const outcome = await geocode(text, caller)
  if (outcome.kind !== 'found') return { service: outcome.kind, places: byName }
  const byCode = new Map(communes.map((commune) => [commune.code, commune]))
  const addresses = outcome.addresses.flatMap(({ label, communeCode, lat, lon }) => {
    const commune = byCode.get(canonicalCommuneCode(communeCode))
    if (!commune) return []
    return [{ label, communeCode: commune.code, communeName: commune.name, position: { lat, lon } }]
  })
  return { service: 'found', places: addresses.length > 0 ? addresses : byName }
}

/** Communes that the text names, by name, former name or postcode; else those that its end names, after a comma. */
function communesNamed(communes: readonly Commune[], text: string): FoundAddress[] {
  const whole = searchCommunes(communes, text, MOST)
  const found = whole.length > 0 ? whole : searchCommunes(communes, text.split(',').at(-1) ?? '', MOST)
  return found.map((commune) => ({
    label: communeLabel(commune),
    communeCode: commune.code,
    communeName: commune.name,
    position: null,
  }))
}
