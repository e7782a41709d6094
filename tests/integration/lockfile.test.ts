import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { billOf, type SbomLock } from '../../scripts/sbom'

type Locked = {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  inBundle?: boolean
  hasInstallScript?: boolean
  dev?: boolean
  devOptional?: boolean
}
type Ranges = Record<string, string>
type Manifest = { dependencies: Ranges; devDependencies: Ranges; allowScripts: Record<string, boolean> }

const MANIFEST = JSON.parse(fs.readFileSync('package.json', 'utf8')) as Manifest
const LOCK = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as SbomLock & {
  packages: Record<string, Locked>
}

/** What is wrong with a lock file, one line each. */
function faultsOf(packages: Record<string, Locked>, allowScripts: Record<string, boolean>): string[] {
  return Object.entries(packages).flatMap(([place, one]) => {
    if (place === '') return []
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const faults: string[] = []
    if (one.link) faults.push(`${place} is a link`)
    // What is inside another package's archive is covered by that archive's hash.
    if (!one.inBundle && !/^sha512-[\w+/]{86}==$/.test(one.integrity ?? ''))
      faults.push(`${place} has no SHA-512`)
    if (one.resolved !== undefined) faults.push(`${place} names an address: ${one.resolved}`)
    if (one.hasInstallScript && !(name in allowScripts)) faults.push(`${place} runs a script when installed`)
    return faults
  })
}

describe('the lock file', () => {
  it('ASVS 15.2.4: has a hash and no address for each package, and no install script that nobody decided on', () => {
    expect(Object.keys(LOCK.packages).length).toBeGreaterThan(500)
    expect(faultsOf(LOCK.packages, MANIFEST.allowScripts)).toEqual([])
  })

  it('sees a package without a hash, from git, linked, or with a script', () => {
    const integrity = `sha512-${'A'.repeat(86)}==`
    const packages = {
      '': {},
      'node_modules/good': { version: '1.0.0', integrity },
      'node_modules/bare': { version: '1.0.0' },
      'node_modules/git': { resolved: 'git+ssh://git@example.org/a.git', integrity },
      'node_modules/linked': { link: true, integrity },
      'node_modules/a/node_modules/@b/script': { integrity, hasInstallScript: true },
    }
    expect(faultsOf(packages, {})).toEqual([
      'node_modules/bare has no SHA-512',
      'node_modules/git names an address: git+ssh://git@example.org/a.git',
      'node_modules/linked is a link',
      'node_modules/a/node_modules/@b/script runs a script when installed',
    ])
  })

  it('pins each package that the product names to one version of the registry', () => {
    const ranges = Object.entries({ ...MANIFEST.dependencies, ...MANIFEST.devDependencies })
    expect(ranges.filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))).toEqual([])
    for (const [name, version] of ranges)
      expect(LOCK.packages[`node_modules/${name}`]?.version, name).toBe(version)
  })

  it('runs one install script alone: the database’s', () => {
    const allowed = Object.entries(MANIFEST.allowScripts).filter(([, isAllowed]) => isAllowed)
    expect(allowed).toEqual([['better-sqlite3', true]])
  })

  it('ASVS 15.1.2: gives a bill of materials of every production package, with its version, and of no other', () => {
    const bill = billOf(LOCK)
    const told = new Map(bill.components.map(({ purl, version }) => [decodeURIComponent(purl), version]))
    for (const [name, version] of Object.entries(MANIFEST.dependencies)) {
      expect(told.get(`pkg:npm/${name}@${version}`), name).toBe(version)
    }
    const shipped = Object.entries(LOCK.packages).filter(
      ([place, { dev, devOptional }]) => place && !dev && !devOptional,
    )
    const distinct = new Set(
      shipped.map(([place, { version }]) => `${place.split('node_modules/').at(-1)}@${version}`),
    )
    expect(bill.components).toHaveLength(distinct.size)
    const refs = new Set([bill.metadata.component, ...bill.components].map((one) => one['bom-ref']))
    expect(bill.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual(
      [],
    )
    expect(bill.components.find(({ name }) => name === 'express')?.hashes?.[0]?.content).toMatch(
      /^[0-9a-f]{128}$/,
    )
    expect([...told.keys()].some((purl) => purl.startsWith('pkg:npm/vitest@'))).toBe(false)
  })
})
