import { readFileSync } from 'node:fs'
import process from 'node:process'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { filesOf, findIn, readSources, writtenOut, type Call, type Found, type Source } from './read-sources'

let found: Found
let sources: Source[]
beforeAll(() => {
  sources = readSources(process.cwd())
  found = findIn(sources)
}, 180_000)

const called = (...names: string[]) => found.calls.filter(({ name }) => names.includes(name))
const importing = (...modules: string[]) =>
  filesOf(found.imports.filter(({ module }) => modules.includes(module.replace(/^node:/, ''))))
const using = (...words: string[]) => filesOf(found.words.filter(({ word }) => words.includes(word)))
const says = ({ file, callee }: Call) => `${file}: ${callee}`

it('the walk sees the product', () => {
  expect(found.calls.length).toBeGreaterThan(20_000)
  expect(called('sendMail').map(({ file }) => file)).toContain('app/platform/mail.server.ts')
  expect(importing('crypto')).toContain('app/platform/sha256.server.ts')
})

describe('the database', () => {
  /** Names of tables and columns, read from the database itself: no statement takes a name as a parameter. */
  const NAMES_OF_TABLES = /^app\/platform\/upkeep\//

  it('ASVS 1.2.4: is asked in statements that are written out; what came in is a parameter', () => {
    expect(
      called('raw')
        .filter(({ callee }) => /\bsql\.raw$/.test(callee))
        .map(says),
    ).toEqual([])
    const made = called('prepare', 'pragma').filter(
      ({ file, args }) =>
        args.length > 0 && writtenOut(args[0]) === null && !NAMES_OF_TABLES.test(file) && !isName(args[0]!),
    )
    // What hands drizzle its statements prepares the texts that drizzle wrote, and nobody else asks it for any.
    expect(made.map(says)).toEqual(['app/platform/kept-statements.server.ts: connection.prepare'])
    expect(new Set(called('keepingStatements').map(({ file }) => file))).toEqual(
      new Set(['app/platform/db.server.ts']),
    )
    const run = called('exec').filter(
      ({ file, args }) => args[0] && ts.isTemplateExpression(args[0]) && !NAMES_OF_TABLES.test(file),
    )
    expect(run.map(says)).toEqual([])
  })

  it('ASVS 1.2.4: names that upkeep puts into statements pass its quoting', () => {
    const upkeep = sources.filter(({ file }) => NAMES_OF_TABLES.test(file))
    const put: string[] = []
    for (const { file, tree } of upkeep) {
      const visit = (node: ts.Node): void => {
        if (ts.isTemplateExpression(node) && /^(select|insert|delete|drop|update)\b/i.test(node.head.text)) {
          for (const { expression } of node.templateSpans) put.push(`${file}: ${expression.getText(tree)}`)
        }
        ts.forEachChild(node, visit)
      }
      visit(tree)
    }
    expect(put.length).toBeGreaterThan(3)
    expect(put.filter((one) => !/quoted|'\?'/.test(one))).toEqual([
      // Columns of a table that the schema of this version names.
      ...put.filter((one) => one.startsWith('app/platform/upkeep/row-files.server.ts')),
    ])
  })

  const isName = (argument: ts.Expression) => ts.isIdentifier(argument) && argument.text === 'statement'
})

describe('what runs', () => {
  it('ASVS 1.2.5: no command of the machine is started', () => {
    expect(importing('child_process', 'cluster')).toEqual([])
  })

  it('ASVS 1.3.2: no text becomes code', () => {
    expect(importing('vm', 'repl', 'inspector')).toEqual([])
    expect(called('eval', 'Function').map(says)).toEqual([])
    const timed = called('setTimeout', 'setInterval', 'setImmediate')
    expect(timed.filter(({ args }) => writtenOut(args[0]) !== null).map(says)).toEqual([])
    const loaded = found.calls.filter(
      ({ callee, args }) => callee === 'import' && writtenOut(args[0]) === null,
    )
    // The list of all routes, at the address that the server's own build wrote into the page.
    expect(loaded.map(says)).toEqual(['app/root/other-routes.ts: import'])
  })

  it('ASVS 1.2.9: patterns are written out, or made of our own words', () => {
    const made = found.calls.filter(
      ({ callee, args }) => callee === 'RegExp' && args[0] && writtenOut(args[0]) === null,
    )
    expect(filesOf(made)).toEqual([
      // Names of communes, escaped.
      'app/core/french-names.ts',
      // A prefix and fields of the form, named in the code.
      'app/http/bill-form.server.ts',
      // Beginnings of paths, listed beside it.
      'app/http/log-error.server.ts',
      // Patterns of the routes.
      'app/server/route-patterns.ts',
    ])
  })

  it('ASVS 1.3.5: no Markdown, template or style of people is interpreted', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object }
    const INTERPRETERS =
      /mark(ed|down)|remark|rehype|showdown|commonmark|bbcode|handlebars|mustache|ejs|pug|nunjucks|liquid|dompurify|sanitize|xslt|less|sass/
    expect(Object.keys(manifest.dependencies).filter((name) => INTERPRETERS.test(name))).toEqual([])
    expect(using('innerHTML', 'outerHTML', 'insertAdjacentHTML', 'createContextualFragment')).toEqual([])
    expect(using('dangerouslySetInnerHTML')).toEqual([
      // A style that is written out.
      'app/features/imports/ui/import-progress.tsx',
      // The script that starts the page, of names of the build's own files.
      'app/root/late-scripts.tsx',
    ])
  })
})

describe('messages between windows', () => {
  it('ASVS 3.5.5: are heard from pages of this host alone, and each is one of few words', () => {
    const heard = called('addEventListener').filter(({ args }) => writtenOut(args[0]) === 'message')
    expect(heard.map(says).sort()).toEqual([
      // A BroadcastChannel: browsers carry it between pages of one origin only.
      'app/features/field/ui/store/field-tabs.ts: channel.addEventListener',
      // Clients of a service worker are pages of its origin; one word is known.
      'app/features/field/worker/main.ts: worker.addEventListener',
    ])
    expect(using('onmessage', 'onmessageerror')).toEqual([])
  })
})

describe('what leaves this server', () => {
  it('ASVS 13.2.5: is asked for in five places, each of an address that the operator configured or lets be asked', () => {
    const server = ({ file }: { file: string }) => /\.server\.tsx?$|^app\/(server|jobs|cli)\//.test(file)
    expect(filesOf(called('fetch').filter(server))).toEqual([])
    // Identity providers, geocoders and model hubs: one connection for all, to addresses that were checked.
    expect(using('askChecked')).toEqual([
      'app/features/classifier/chosen/hub-request.server.ts',
      'app/platform/checked-connection.server.ts',
      'app/platform/outgoing.server.ts',
      // Receivers of webhooks, at hosts that the operator lets organisations register.
      'app/platform/webhook-post.server.ts',
    ])
    expect(filesOf(called('lookupOf'))).toEqual(['app/platform/s3-store.server.ts'])
    expect(importing('nodemailer')).toEqual(['app/platform/mail.server.ts'])
    expect(importing('net', 'tls', 'dgram', 'http2', 'https')).toEqual([
      'app/platform/checked-connection.server.ts',
      // Lines of the log, over TLS alone, to the machine that the operator named.
      'app/platform/log-collector.server.ts',
      // A list of addresses; it connects to none.
      'app/platform/public-address.ts',
      // Connections of the store's client: to addresses that are checked in the same way.
      'app/platform/s3-store.server.ts',
      // Whether a host is a bare address; it connects to none.
      'app/platform/storage-place.ts',
      'app/platform/virus-scanner.server.ts',
      // What a host is called, and the authorities that Node knows; they connect to none.
      'app/platform/webhook-hosts.ts',
      'app/platform/webhook-post.server.ts',
    ])
    const asked = found.calls.filter(({ callee }) => /^(http|https)\.(request|get)$/.test(callee))
    expect(asked.map(says)).toEqual([])
    expect(importing('undici', 'axios', 'got', 'node-fetch', 'ws')).toEqual([])
  })
})

describe('ways in', () => {
  it('ASVS 6.3.4: each that opens a session is in docs/security/ways-in.md', () => {
    const written = readFileSync('docs/security/ways-in.md', 'utf8')
    const WAYS: Record<string, string> = {
      'app/features/identity/commands/accept-invitation.server.ts': 'invitation',
      'app/features/identity/commands/create-proconnect-account.server.ts': 'ProConnect',
      'app/features/identity/commands/finish-proconnect.server.ts': 'ProConnect',
      'app/features/identity/commands/sign-in-demo.server.ts': 'demo account',
      'app/features/identity/commands/sign-in-passkey.server.ts': 'passkey',
      'app/features/identity/commands/sign-in.server.ts': 'address and password',
      'app/features/identity/provider-session.server.ts': 'ProConnect',
    }
    expect(filesOf(called('startSession', 'openProviderSession'))).toEqual(Object.keys(WAYS))
    for (const way of Object.values(WAYS)) expect(written, way).toMatch(new RegExp(`^\\| ${way} +\\|`, 'm'))
    expect(filesOf(called('insertSession'))).toEqual([
      'app/features/identity/commands/start-session.server.ts',
    ])
  })
})

describe('logs', () => {
  it('ASVS 16.2.3: go to the standard output and the operator’s collector, by one maker, and to the audit log', () => {
    expect(importing('pino')).toEqual(['app/platform/logger.server.ts'])
    const logger = readFileSync('app/platform/logger.server.ts', 'utf8')
    const places = [...logger.matchAll(/pino\.(destination|transport|multistream)\([^)]*\)|transport:/g)]
    expect(places.map(([place]) => place)).toEqual(['pino.destination({ dest: 1, sync: true })'])
    expect(
      filesOf(found.calls.filter(({ callee }) => /^process\.std(out|err)\.write$/.test(callee))),
    ).toEqual(['app/cli/main.ts', 'app/server/dev.ts', 'app/server/main.ts'])
    expect(filesOf(found.calls.filter(({ callee }) => callee.startsWith('console.')))).toEqual([])
  })
})
