// `npm run --silent sbom`: every package of production as a CycloneDX bill of materials, from the lock file alone.
// `npm sbom --omit=dev` leaves out packages of production that a package of development needs as well.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

type Locked = {
  version?: string
  license?: string
  integrity?: string
  dev?: boolean
  devOptional?: boolean
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}
export type SbomLock = { name: string; version: string; packages: Record<string, Locked> }

const MODULES = 'node_modules/'

/** The bill of materials (CycloneDX 1.5, ECMA-424): the same for the same lock file. */
export function billOf(lock: SbomLock) {
  const shipped = Object.entries(lock.packages).filter(
    ([place, one]) => place !== '' && !one.dev && !one.devOptional,
  )
  const refs = new Map(shipped.map(([place, { version = '' }]) => [place, `${nameOf(place)}@${version}`]))
  const components = new Map(
    shipped.map(([place, one]) => [refs.get(place)!, componentOf(nameOf(place), one, refs.get(place)!)]),
  )
  const root = {
    'bom-ref': `${lock.name}@${lock.version}`,
    type: 'application',
    name: lock.name,
    version: lock.version,
  }
  const needs = (place: string, one: Locked) =>
    Object.keys({ ...one.dependencies, ...one.optionalDependencies }).flatMap(
      (name) => foundFrom(place, name, refs) ?? [],
    )
  const dependencies = new Map([
    [root['bom-ref'], needs('', lock.packages['']!)],
    ...shipped.map(([place, one]) => [refs.get(place)!, needs(place, one)] as const),
  ])
  return {
    ...{
      $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
    },
    ...{ serialNumber: serialOf([...refs.values()]), version: 1, metadata: { component: root } },
    components: [...components.values()],
    dependencies: [...dependencies].map(([ref, dependsOn]) => ({
      ref,
      dependsOn: [...new Set(dependsOn)].sort(),
    })),
  }
}

function nameOf(place: string): string {
  return place.slice(place.lastIndexOf(MODULES) + MODULES.length)
}

function componentOf(name: string, { version = '', license, integrity }: Locked, ref: string) {
  const [scope, bare] = name.startsWith('@') ? name.split('/') : [null, name]
  const purl = `pkg:npm/${scope ? `${encodeURIComponent(scope)}/` : ''}${bare}@${version}`
  const content = integrity && Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex')
  return {
    ...{ type: 'library', 'bom-ref': ref, ...(scope && { group: scope }), name: bare, version, purl },
    ...(license && {
      licenses: [/ (OR|AND) /.test(license) ? { expression: license } : { license: { id: license } }],
    }),
    ...(content && { hashes: [{ alg: 'SHA-512', content }] }),
  }
}

/** The package that a name means at a place: the nearest above it, as Node finds it. */
function foundFrom(place: string, name: string, refs: ReadonlyMap<string, string>): string | undefined {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf(`/${MODULES}`)))) {
    const found = refs.get(`${at ? `${at}/` : ''}${MODULES}${name}`)
    if (found ?? at === '') return found
  }
}

/** A serial number made of what the bill holds. */
function serialOf(parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as SbomLock
  process.stdout.write(`${JSON.stringify(billOf(lock), null, 2)}\n`)
}
