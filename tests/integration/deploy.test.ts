import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { getCiphers } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { readEnv } from '~/platform/env.server'
import { ENV_NAMES } from '~/platform/env.server'
import { MAX_BODY_BYTES } from '~/server/middleware'
import { SERVER_ENV, SERVER_FLAGS } from '../../scripts/setup/server-flags.mjs'

const read = (file: string) => fs.readFileSync(file, 'utf8')
const SCRIPTS = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts

type Step = { stage: string; instruction: string; text: string }

/** The instructions of a Dockerfile with their stage, continued lines joined. */
function stepsOf(dockerfile: string): Step[] {
  let stage = ''
  return dockerfile
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line))
    .map((line) => {
      const [, instruction = '', text = ''] = /^([A-Z]+) +(.*)$/.exec(line) ?? []
      if (instruction === 'FROM') stage = / AS (\w+)$/.exec(text)?.[1] ?? text
      return { stage, instruction, text: text.trim() }
    })
}

describe('the container', () => {
  const steps = stepsOf(read('Dockerfile'))
  const of = (stage: string, instruction: string) =>
    steps.filter((step) => step.stage === stage && step.instruction === instruction).map(({ text }) => text)

  it('builds with commands that package.json has, and leaves development behind', () => {
    const runs = of('build', 'RUN').join('\n')
    for (const [, script] of runs.matchAll(/npm run ([\w:]+)/g))
      expect(SCRIPTS, script).toHaveProperty([script!])
    expect(runs).toMatch(
      /npm ci --include=dev[^]*npm run model:build[^]*npm run build[^]*npm prune --omit=dev/,
    )
  })

  it('copies folders that the build or the repository has', () => {
    for (const copy of of('run', 'COPY')) {
      const sources = copy.split(' ').slice(1, -1)
      for (const source of sources) {
        const name = source.replace('/app/', '')
        const isMade = ['node_modules', 'build', '.cache/model'].includes(name)
        expect(isMade || fs.existsSync(name), source).toBe(true)
      }
    }
    expect(read('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.git', 'node_modules', 'data', '.env']),
    )
  })

  it('ASVS 13.4.1: holds nothing of version control', () => {
    for (const copy of of('run', 'COPY')) expect(copy).not.toMatch(/(^|\/| )\.(git|svn|hg)?( |$)/)
    expect(read('.dockerignore').split('\n')).toContain('.git')
  })

  it('ASVS 13.2.2: runs the built server as a user without rights, with one folder of data and a health check', () => {
    expect(of('run', 'USER')).toEqual(['10001:10001'])
    expect(of('run', 'CMD')).toEqual([
      `[${['node', ...SERVER_FLAGS, 'build/server/main.js'].map((part) => `"${part}"`).join(', ')}]`,
    ])
    expect(of('run', 'VOLUME')).toEqual(['/data'])
    expect(of('run', 'RUN').join()).not.toMatch(/npm|apt|curl|wget/)
    const health = of('run', 'HEALTHCHECK')[0]!
    expect(health).toContain('/readyz')
    expect(read('app/server/app.ts')).toContain("'/readyz'")
    const script = (JSON.parse(/CMD (\[.*\])/.exec(health)![1]!) as string[])[2]!
    expect(spawnSync(process.execPath, ['-e', script], { env: { ...process.env, PORT: '9' } }).status).toBe(1)
  })

  it('holds no secret and starts in production alone', () => {
    const env: Record<string, string> = Object.fromEntries(
      of('run', 'ENV').flatMap((line) =>
        line.split(' ').map((pair): [string, string] => [pair.split('=')[0]!, pair.split('=')[1] ?? '']),
      ),
    )
    expect(env).toMatchObject(SERVER_ENV)
    const known = ['NODE_ENV', ...Object.keys(SERVER_ENV), ...ENV_NAMES]
    expect(Object.keys(env).filter((name) => !known.includes(name))).toEqual([])
    expect(() => readEnv({ NODE_ENV: 'production', ...env })).toThrow(/SESSION_SECRET.*PUBLIC_URL/)
    const compose = read('compose.yaml')
    for (const [, name] of compose.matchAll(/^ {6}([A-Z_]+):/gm)) {
      expect(ENV_NAMES as readonly string[]).toContain(name!.replace(/_FILE$/, ''))
    }
    expect(compose).toMatch(/read_only: true/)
    expect(compose).toMatch(/cap_drop: \[ALL\]/)
  })
})

describe('the proxies', () => {
  it('let through what the server accepts, and no more', () => {
    const mebibytes = MAX_BODY_BYTES / 1024 ** 2
    expect(read('deploy/nginx.conf')).toContain(`client_max_body_size ${mebibytes}m;`)
    expect(read('deploy/Caddyfile')).toContain(`max_size ${mebibytes}MiB`)
  })

  const PROGRAMS = ['api', 'agenda', 'donnees-ouvertes', 'securite', 'mesures']

  it('ASVS 4.1.2: lead people who come in clear to https, and refuse what programs send in clear', () => {
    const clear = /listen 80;([^]*?)\n}\n/.exec(read('deploy/nginx.conf'))![1]!
    expect(clear).toContain('if ($request_method !~ ^(GET|HEAD)$) { return 403; }')
    expect(clear).toContain(`location ~ ^/(${PROGRAMS.join('|')})/ { return 403; }`)
    expect(clear).not.toContain('proxy_pass')
    const caddy = read('deploy/Caddyfile')
    expect(caddy).toContain('auto_https disable_redirects')
    const open = /\nhttp:\/\/[^]*?\n}\n/.exec(caddy)![0]
    expect(open).toContain(`@programs path ${PROGRAMS.map((name) => `/${name}/*`).join(' ')}`)
    expect(open).toMatch(
      /@pages method GET HEAD[^]*route \{[^]*respond @programs 403[^]*redir @pages[^]*respond 403/,
    )
    expect(open).not.toContain('reverse_proxy')
    const places = ['app/routes.ts', 'app/server/policy-reports.ts', 'app/core/health-paths.ts']
    for (const name of PROGRAMS) expect(places.map(read).join(), name).toContain(`${name}/`)
  })

  it('ASVS 12.1.1, 12.1.2: speak TLS 1.2 and 1.3 alone, with suites that keep what is past secret', () => {
    const nginx = read('deploy/nginx.conf')
    expect([...nginx.matchAll(/ssl_protocols (.*);/g)].map(([, versions]) => versions)).toEqual([
      'TLSv1.2 TLSv1.3',
    ])
    const suites = /ssl_ciphers (\S+);/.exec(nginx)![1]!.split(':')
    for (const suite of suites) {
      expect(suite).toMatch(/^ECDHE-(ECDSA|RSA)-(AES256-GCM-SHA384|AES128-GCM-SHA256|CHACHA20-POLY1305)$/)
      expect(getCiphers()).toContain(suite.toLowerCase())
    }
    expect(suites[0]).toContain('AES256-GCM')
    expect(nginx).toContain('ssl_prefer_server_ciphers on;')
    const [, versions, names] = /protocols (.*)\n\s*ciphers (.*)\n/.exec(read('deploy/Caddyfile'))!
    expect(versions).toBe('tls1.2 tls1.3')
    for (const suite of names!.split(' ')) {
      expect(suite).toMatch(/^TLS_ECDHE_(ECDSA|RSA)_WITH_(AES_(128|256)_GCM|CHACHA20_POLY1305)_SHA(256|384)$/)
    }
  })

  it('ASVS 12.2.1, 12.2.2: answer over TLS alone, with a certificate of a public authority', () => {
    const servers = read('deploy/nginx.conf')
      .split(/^server \{$/m)
      .slice(1)
    for (const server of servers.filter((text) => text.includes('proxy_pass'))) {
      expect(server).toMatch(/listen 443 ssl http2;/)
      expect(server).not.toMatch(/listen 80/)
    }
    expect(read('deploy/Caddyfile')).not.toMatch(/tls internal|issuer internal|local_certs/)
    expect(read('docs/deployment.md')).toContain('a certificate that browsers trust')
  })

  it('ASVS 4.1.3, 15.3.4: replace what visitors claim of their address', () => {
    expect(read('deploy/nginx.conf')).toContain('proxy_set_header X-Forwarded-For $remote_addr;')
    expect(read('deploy/nginx.conf')).not.toContain('$proxy_add_x_forwarded_for')
    expect(read('deploy/gisement.env.example')).toMatch(/^TRUST_PROXY=1$/m)
  })
})

describe('the units of systemd', () => {
  const units = ['gisement.service', 'gisement-backup.service'].map((name) => `deploy/${name}`)
  const canAnalyse = spawnSync('systemd-analyze', ['--version']).status === 0

  it('give the server time to end, and variables that it knows', () => {
    const unit = read('deploy/gisement.service')
    expect(Number(/TimeoutStopSec=(\d+)/.exec(unit)![1])).toBeGreaterThan(30)
    for (const file of units) {
      const pairs = [...read(file).matchAll(/^Environment=(.*)$/gm)].flatMap(([, line]) => line!.split(' '))
      const names = pairs.map((pair) => pair.split('=')[0]!.replace(/_FILE$/, ''))
      const known: readonly string[] = [...Object.keys(SERVER_ENV), ...ENV_NAMES]
      expect(names.filter((name) => !known.includes(name))).toEqual([])
      for (const line of ['ProtectSystem=strict', 'NoNewPrivileges=true', 'CapabilityBoundingSet='])
        expect(read(file)).toContain(line)
      expect(read(file)).not.toMatch(/^(MemoryDenyWriteExecute|ProcSubset)=/m)
      // What V8 asks for as it starts, and a thread that gives way; the later list stands.
      expect(read(file)).toMatch(/~@privileged @resources\n(#.*\n)*SystemCallFilter=@pkey setpriority\n/)
      expect(read(file)).toContain('\nSystemCallErrorNumber=EPERM\n')
    }
    const lines = read('deploy/gisement.env.example')
      .split('\n')
      .filter((line) => /^[A-Z]/.test(line))
    for (const line of lines) expect(ENV_NAMES as readonly string[]).toContain(line.split('=')[0])
  })

  it.skipIf(!canAnalyse)('leave little exposed, as systemd itself judges (2.0 of 10 at most)', () => {
    for (const file of units) {
      const said = spawnSync(
        'systemd-analyze',
        ['security', '--offline=true', '--no-pager', '--threshold=20', file],
        { encoding: 'utf8' },
      )
      expect(said.status, said.stdout.split('\n').at(-2)).toBe(0)
    }
  })
})
