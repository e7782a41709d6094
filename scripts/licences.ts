// `npm run licences`: names the licence of everything that ships, in docs/licences.md, and refuses what is unknown.
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

type LockedPackage = { license?: string; dev?: boolean; devOptional?: boolean }
export type Lock = { packages: Record<string, LockedPackage> }

/** Licences whose works may be combined with a work under EUPL-1.2 and distributed with it. */
const COMPATIBLE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
  'WTFPL',
])

/** Packages whose metadata only points to a file, or names no licence; read in the file that they ship. */
const READ_IN_FILE: Readonly<Record<string, string>> = { flatbuffers: 'Apache-2.0', 'png-js': 'MIT' }

/** Whether one of the choices of an SPDX expression (`A AND B`, `(A OR B)`) is compatible as a whole. */
export function isCompatible(expression: string): boolean {
  const choices = expression.replaceAll(/[()]/g, '').split(' OR ')
  return choices.some((choice) => choice.split(' AND ').every((name) => COMPATIBLE.has(name.trim())))
}

/** Names of the production packages by licence expression, both in order. */
export function packagesByLicence(lock: Lock): Map<string, string[]> {
  const found = new Map<string, Set<string>>()
  for (const [path, { license, dev, devOptional }] of Object.entries(lock.packages)) {
    if (path === '' || dev || devOptional) continue
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const licence = READ_IN_FILE[name] ?? license ?? 'unknown'
    found.set(licence, (found.get(licence) ?? new Set()).add(name))
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(sorted.map(([licence, names]) => [licence, [...names].sort()]))
}

/** The page that names every licence. @throws Error when a package has one that is not known to be compatible */
export function licencesPage(lock: Lock): string {
  const licences = [...packagesByLicence(lock)]
  const unclear = licences.filter(([licence]) => !isCompatible(licence))
  if (unclear.length > 0) {
    const said = unclear.map(([licence, names]) => `${licence}: ${names.join(', ')}`).join('\n')
    throw new Error(`Not known to be compatible with EUPL-1.2:\n${said}`)
  }
  const sections = licences.map(
    ([licence, names]) =>
      `## ${licence} (${names.length})\n\n${names.map((name) => `\`${name}\``).join(', ')}\n`,
  )
  return [
    '# Licences of what ships',
    '',
    'Made by `npm run licences` from `package-lock.json`; a test keeps it in step. Each is compatible with EUPL-1.2: permissive licences, a font licence, and LGPL-3.0-or-later (libvips, a shared library that sharp loads), which the appendix of the EUPL names. Optional packages of other platforms are included. Data and model weights are in [decision 009](decisions/009-eupl.md).',
    '',
    sections.join('\n'),
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = new URL('../', import.meta.url)
  const lock = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as Lock
  writeFileSync(new URL('docs/licences.md', root), licencesPage(lock))
}
