import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Where `npm test` unpacks the proxies that the machine has not. */
const PEERS = path.resolve('.cache/peers')
const env = {
  ...process.env,
  PATH: [process.env.PATH, `${PEERS}/usr/sbin`, `${PEERS}/usr/bin`].join(path.delimiter),
}
const CERTIFICATE = path.resolve('tests/support/collector/cert.pem')
const KEY = path.resolve('tests/support/collector/key.pem')
/** The authority of the proxies' certificate, whose name is localhost. */
export const authority = fs.readFileSync(CERTIFICATE)

export type ProxyName = 'nginx' | 'caddy'
export type Proxy = { clearPort: number; tlsPort: number; said: () => string; stop: () => Promise<void> }

export function hasProxy(name: ProxyName): boolean {
  return spawnSync(name, [name === 'nginx' ? '-v' : 'version'], { env }).status === 0
}

/**
 * Starts a proxy with its file of deploy/, in which nothing is replaced but names, ports, certificate and folders.
 * `room` is an empty folder of its own; `serverPort` is where Gisement listens on 127.0.0.1.
 *
 * @throws Error with what the proxy said when it ends instead
 */
export async function startProxy(name: ProxyName, room: string, serverPort: number): Promise<Proxy> {
  const [clearPort, tlsPort] = [await freePort(), await freePort()]
  const ports = { clearPort, tlsPort, serverPort }
  const child = name === 'nginx' ? startNginx(room, ports) : startCaddy(room, ports)
  const lines: string[] = []
  child.stdout?.on('data', (part: Buffer) => lines.push(part.toString()))
  child.stderr?.on('data', (part: Buffer) => lines.push(part.toString()))
  const said = () => lines.join('')
  while (!(await listens(tlsPort))) {
    if (child.exitCode !== null) throw new Error(`${name} ended:\n${said()}`)
    await wait(50)
  }
  const stop = async () => {
    if (child.exitCode !== null) return
    // nginx ends its workers with it, at once; Caddy would wait for whoever still talks to it.
    child.kill(name === 'nginx' ? 'SIGTERM' : 'SIGKILL')
    await once(child, 'exit')
  }
  return { clearPort, tlsPort, said, stop }
}

type Ports = { clearPort: number; tlsPort: number; serverPort: number }

function startNginx(room: string, { clearPort, tlsPort, serverPort }: Ports): ChildProcess {
  const file = replaced('deploy/nginx.conf', [
    ['127.0.0.1:3000', `127.0.0.1:${serverPort}`],
    [/listen \[::\].*\n/g, '\n'],
    ['listen 80;', `listen 127.0.0.1:${clearPort};`],
    [/listen 443 /g, `listen 127.0.0.1:${tlsPort} `],
    [/gisement\.example\.org/g, 'localhost'],
    ['/etc/ssl/gisement/fullchain.pem', CERTIFICATE],
    ['/etc/ssl/gisement/privkey.pem', KEY],
  ])
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${path.join(room, kind)};`,
  )
  const main = path.join(room, 'nginx.conf')
  // What Debian's own main file says around those of conf.d, with folders that whoever runs the tests may write.
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  fs.writeFileSync(
    main,
    `${user} daemon off; pid ${room}/pid; error_log stderr; events {}\nhttp { access_log off; ${folders.join(' ')}\n${file}\n}\n`,
  )
  return spawn('nginx', ['-e', 'stderr', '-p', room, '-c', main], { env, stdio: 'pipe' })
}

function startCaddy(room: string, { clearPort, tlsPort, serverPort }: Ports): ChildProcess {
  const file = replaced('deploy/Caddyfile', [
    ['127.0.0.1:3000', `127.0.0.1:${serverPort}`],
    ['auto_https disable_redirects', 'auto_https disable_redirects\n\tadmin off\n\tdefault_bind 127.0.0.1'],
    ['http://gisement.example.org', `http://localhost:${clearPort}`],
    ['https://gisement.example.org', `https://localhost:${tlsPort}`],
    ['tls {', `tls ${CERTIFICATE} ${KEY} {`],
  ])
  const main = path.join(room, 'Caddyfile')
  fs.writeFileSync(main, file)
  const folders = { HOME: room, XDG_DATA_HOME: room, XDG_CONFIG_HOME: room }
  return spawn('caddy', ['run', '--config', main, '--adapter', 'caddyfile'], {
    ...{ env: { ...env, ...folders }, stdio: 'pipe' },
  })
}

/** A file with some words replaced. @throws Error when one of them is not there, so that no rule is left out unseen */
function replaced(file: string, changes: readonly (readonly [string | RegExp, string])[]): string {
  return changes.reduce(
    (text, [from, to]) => {
      const made = text.replace(from, to)
      if (made === text) throw new Error(`${file} has no «${from}»`)
      return made
    },
    fs.readFileSync(file, 'utf8'),
  )
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function listens(port: number): Promise<boolean> {
  const socket = net.connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
