// The reverse proxies that deploy/ has files for, so that tests can start them with these very files.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { hasCommand, ROOT, run, say } from './steps.mjs'

const PROXIES = ['nginx', 'caddy']
/** Packages are unpacked here: nothing is installed, no service starts. */
const PEERS = path.join(ROOT, '.cache/peers')
const FOLDERS = ['usr/sbin', 'usr/bin'].map((folder) => path.join(PEERS, folder))

/** Unpacks the proxies that are missing where Debian's packages can be reached; without them their tests are skipped. */
export async function ensureProxies() {
  process.env.PATH = [process.env.PATH, ...FOLDERS].join(path.delimiter)
  const missing = PROXIES.filter((name) => !starts(name))
  if (missing.length === 0) return
  if (hasCommand('apt-get') && hasCommand('dpkg-deb')) {
    say(`Unpacking ${missing.join(' and ')} for the tests…`)
    fs.mkdirSync(PEERS, { recursive: true })
    for (const name of missing) await unpack(name)
  }
  const absent = missing.filter((name) => !starts(name))
  if (absent.length > 0)
    say(`The tests of ${absent.join(' and ')} will be skipped: install them to run these too.`)
}

async function unpack(name) {
  const log = fs.openSync(path.join(PEERS, 'apt.log'), 'a')
  const code = await run('apt-get', ['download', '-qq', name], {}, log, PEERS)
  fs.closeSync(log)
  const file = fs.readdirSync(PEERS).find((entry) => entry.startsWith(`${name}_`) && entry.endsWith('.deb'))
  if (code === 0 && file) spawnSync('dpkg-deb', ['-x', path.join(PEERS, file), PEERS])
}

/** Whether it is there with the libraries that it needs. */
function starts(name) {
  return spawnSync(name, [name === 'nginx' ? '-v' : 'version']).status === 0
}
