// A PostgreSQL server for the tests of that engine: the one that is installed, or Debian's. Tests start their own from it.
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { hasCommand, run, say } from './steps.mjs'

const DEBIAN = '/usr/lib/postgresql'

/** Installs a server where there is none and Debian's packages can be; without one its tests are skipped. */
export async function ensurePostgres() {
  if (isInstalled()) return
  if (process.getuid?.() === 0 && hasCommand('apt-get')) {
    say('Installing PostgreSQL for the tests…')
    if ((await install()) !== 0) {
      await run('apt-get', ['update', '-qq'])
      await install()
    }
  }
  if (!isInstalled())
    say('The tests of PostgreSQL will be skipped: install it (Debian: postgresql) to run these too.')
}

function install() {
  // In this run level no service is started; tests start servers of their own.
  const settings = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], settings)
}

/** Whether a server is there that tests can start. */
export function isInstalled() {
  const versions = fs.existsSync(DEBIAN) ? fs.readdirSync(DEBIAN) : []
  const folders = [
    ...versions.map((version) => path.join(DEBIAN, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter).filter(Boolean),
  ]
  return folders.some((folder) => fs.existsSync(path.join(folder, 'initdb')))
}
