import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { normalizePath, runnerImport, type Plugin, type Rollup } from 'vite'
import { LOCALES, type Locale } from './app/core/locale'
import type { Catalogue } from './app/messages/catalogue'
import { alias } from './vite.alias'

const MESSAGES = path.resolve('app/messages')
const ASSETS = path.resolve('build/client/assets')
/** Every catalogue of the product, as a module that nobody else sees. */
const ALL = 'virtual:gisement-catalogues'
/** Stands for the sentences of a namespace until the scripts are written for each language. */
const MARK = /(["'`])@@sentences:([\w-]+):\w+@@\1/g

type Sentences = ReadonlyMap<string, Catalogue['sentences']>

/**
 * Writes the scripts of the browser once for each language, into `assets/fr` and `assets/en`, each with the sentences of
 * that language only; the server names the reader's. In the bundle a catalogue holds a mark with the digest of its
 * sentences, so that the name of a file changes with what it says.
 */
export function languages(): Plugin {
  let isServer = false
  let sentences: Promise<Sentences> | undefined
  return {
    name: 'gisement-languages',
    apply: 'build',
    configResolved: (config) => void (isServer = Boolean(config.build.ssr)),
    async transform(code, id) {
      if (isServer || path.dirname(id) !== normalizePath(MESSAGES)) return
      const calls = callsIn(this.parse(code))
      if (calls.length === 0) return
      const all = await (sentences ??= readSentences())
      let marked = code
      for (const { namespace, start, end } of calls.reverse()) {
        const mark = JSON.stringify(`@@sentences:${namespace}:${digestOf(all.get(namespace))}@@`)
        const catalogue = `{ namespace: ${JSON.stringify(namespace)}, sentences: ${mark} }`
        marked = marked.slice(0, start) + catalogue + marked.slice(end)
      }
      return { code: marked, map: null }
    },
    // The build of the server is the last: it writes the list of routes among the scripts.
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        if (isServer && fs.existsSync(ASSETS)) await writeLanguages(await readSentences())
      },
    },
  }
}

type Call = { namespace: string; start: number; end: number }

/** The calls of `defineCatalogue` that name their namespace. */
function callsIn(program: Rollup.ProgramNode): Call[] {
  const calls: Call[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (typeof node !== 'object' || node === null) return
    if (isDefinition(node))
      calls.push({ namespace: node.arguments[0].value, start: node.start, end: node.end })
    else Object.values(node).forEach(visit)
  }
  visit(program.body)
  return calls
}

type Definition = { start: number; end: number; arguments: [{ value: string }] }

function isDefinition(node: object): node is Definition {
  const { type, callee, arguments: given } = node as Record<string, { name?: string } & { value?: unknown }[]>
  return (
    (type as unknown) === 'CallExpression' &&
    callee?.name === 'defineCatalogue' &&
    typeof given?.[0]?.value === 'string'
  )
}

function digestOf(sentences: Catalogue['sentences'] | undefined): string {
  if (!sentences) throw new Error('A catalogue must be exported by its module')
  return createHash('sha256').update(JSON.stringify(sentences)).digest('hex').slice(0, 10)
}

async function readSentences(): Promise<Sentences> {
  const files = fs.readdirSync(MESSAGES).filter((file) => /(?<!\.test)\.ts$/.test(file))
  const source = files
    .map((file, at) => `export * as m${at} from ${JSON.stringify(path.join(MESSAGES, file))}`)
    .join('\n')
  const { module } = await runnerImport<Record<string, Record<string, unknown>>>(ALL, {
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
    plugins: [
      {
        name: 'gisement-all-catalogues',
        resolveId: (id) => (id === ALL ? id : null),
        load: (id) => (id === ALL ? source : null),
      },
    ],
  })
  const catalogues = Object.values(module).flatMap((exported) => Object.values(exported).filter(isCatalogue))
  return new Map(catalogues.map(({ namespace, sentences }) => [namespace, sentences]))
}

function isCatalogue(value: unknown): value is Catalogue {
  return typeof value === 'object' && value !== null && 'namespace' in value && 'sentences' in value
}

async function writeLanguages(sentences: Sentences): Promise<void> {
  const scripts = fs.readdirSync(ASSETS).filter((file) => file.endsWith('.js'))
  const written: string[] = []
  for (const locale of LOCALES) {
    fs.mkdirSync(path.join(ASSETS, locale), { recursive: true })
    for (const file of scripts) {
      const built = fs.readFileSync(path.join(ASSETS, file), 'utf8')
      const code = file.startsWith('manifest-') ? ofPagesOnly(built) : built
      const target = path.join(ASSETS, locale, file)
      fs.writeFileSync(target, inLanguage(code, { locale, sentences, scripts }))
      written.push(target)
    }
  }
  for (const file of scripts) fs.rmSync(path.join(ASSETS, file))
  const others = fs.readdirSync(ASSETS).filter((file) => /\.(?:css|mjs)$/.test(file))
  await Promise.all([...written, ...others.map((file) => path.join(ASSETS, file))].map(compress))
}

type Language = { locale: Locale; sentences: Sentences; scripts: readonly string[] }

/** Addresses that only ever answer a file: no script of a page goes there. */
export const ANSWERS_A_FILE = /\.(?:csv|json|pdf|ics|xlsx|atom|rss|geojson|jsonld|xml|txt|jpg|zip)$/

/** The one page whose scripts the browser writes itself: they must be those that the server wrote. */
const WRITES_ITS_SCRIPTS = ['root', 'routes/field/route']

/**
 * The list of routes in the browser without those that no page of it can show, without the names of the files that each
 * imports, which weigh more than all the rest on every page and which a module names itself, and without what a route is
 * said not to have.
 */
function ofPagesOnly(manifest: string): string {
  const [, start = '', json = '{}', end = ''] =
    /^(window\.__remixManifest=)(.*?)(;?\s*)$/s.exec(manifest) ?? []
  const list = JSON.parse(json) as { routes: Record<string, Listed> }
  const routes = Object.entries(list.routes)
    .filter(([, { path = '' }]) => !ANSWERS_A_FILE.test(path))
    .map(([id, route]) => [id, WRITES_ITS_SCRIPTS.includes(id) ? route : withWhatItHas(route)])
  return start + JSON.stringify({ ...list, routes: Object.fromEntries(routes) as object }) + end
}

type Listed = { path?: string; imports?: string[] }

function withWhatItHas(route: Listed): object {
  const has = ([key, value]: [string, unknown]) =>
    key !== 'imports' && value !== false && !(Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(route).filter(has))
}

/** A script with the sentences of one language, which names the other scripts of that language. */
function inLanguage(code: string, { locale, sentences, scripts }: Language): string {
  return code
    .replace(MARK, (_, _quote, namespace: string) =>
      JSON.stringify({ [locale]: sentences.get(namespace)?.[locale] }),
    )
    .replace(/(?<=\bassets\/)[\w.-]+\.js\b/g, (file) => (scripts.includes(file) ? `${locale}/${file}` : file))
}

/** Once and for all, as small as it gets: on each request there is no time for that. */
async function compress(file: string): Promise<void> {
  const content = fs.readFileSync(file)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  fs.writeFileSync(`${file}.br`, await promisify(brotliCompress)(content, { params }))
}
