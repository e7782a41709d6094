import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ServerBuild } from '@remix-run/node'
import type { RouteConfigEntry } from '@remix-run/route-config'
import * as entry from '~/entry.server'
import { env } from '~/platform/env.server'
import * as root from '~/root'
import routes from '~/routes'
import { createApp } from '~/server/app'
import { httpServer, type Patience } from '~/server/http-server'

type RouteModule = ServerBuild['routes'][string]['module']

const modules = import.meta.glob<RouteModule>('../../app/routes/*/route.{ts,tsx}')

/** A route of `app/routes.ts` with what its module answers. */
export type Route = {
  /** Its address as the tree writes it, with a leading slash; `/` for the home. */
  pattern: string
  /** Whether it draws a page; others answer data and files. */
  isPage: boolean
  hasLoader: boolean
  hasAction: boolean
  params: readonly string[]
}

type Loaded = Route & { id: string; entry: RouteConfigEntry; module: RouteModule }

async function loadRoutes(only: RegExp): Promise<Loaded[]> {
  const entries = (routes as readonly RouteConfigEntry[]).filter(({ path }) => only.test(`/${path ?? ''}`))
  return Promise.all(
    entries.map(async (one) => {
      const module = await modules[`../../app/${one.file}`]!()
      const pattern = `/${one.path ?? ''}`
      return {
        id: one.file.replace(/\.tsx?$/, ''),
        entry: one,
        module,
        pattern,
        isPage: 'default' in module && module.default !== undefined,
        hasLoader: module.loader !== undefined,
        hasAction: module.action !== undefined,
        params: [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name!),
      }
    }),
  )
}

function buildOf(loaded: readonly Loaded[]): ServerBuild {
  const listed = loaded.map(({ id, entry: { path, index }, hasLoader, hasAction }) => ({
    id,
    parentId: 'root',
    path,
    index,
    hasLoader,
    hasAction,
    hasClientLoader: false,
    hasClientAction: false,
    hasErrorBoundary: false,
    module: `/assets/${id}.js`,
    imports: [],
  }))
  const top = { ...listed[0]!, id: 'root', parentId: undefined, path: '', index: undefined, hasAction: false }
  return {
    entry: { module: entry },
    routes: {
      root: { id: 'root', path: '', module: root },
      ...Object.fromEntries(
        loaded.map(({ id, entry: { path, index }, module }) => [
          id,
          { id, parentId: 'root', path, index, module },
        ]),
      ),
    },
    assets: {
      entry: { module: '/assets/entry.js', imports: [] },
      routes: Object.fromEntries([top, ...listed].map((route) => [route.id, route])),
      url: '/assets/manifest.js',
      version: 'tests',
    },
    assetsBuildDirectory: 'build/client',
    basename: '/',
    publicPath: '/',
    isSpaMode: false,
    mode: 'test',
    future: FUTURE,
  }
}

/** The flags of `vite.config.ts`. */
const FUTURE: ServerBuild['future'] = {
  v3_fetcherPersist: true,
  v3_relativeSplatPath: true,
  v3_throwAbortReason: true,
  v3_singleFetch: true,

  v3_lazyRouteDiscovery: false,
}

export type Served = {
  routes: readonly Route[]
  origin: string
  port: number
  ask: (path: string, how?: Asked) => Promise<Answer>
  stop: () => Promise<void>
}

export type Asked = {
  method?: string
  /** Sent as they are; a browser's own for a page of this host are added to writes unless they are here. */
  headers?: Readonly<Record<string, string | undefined>>
  cookie?: string
  body?: string | Buffer
}

export type Answer = {
  status: number
  headers: http.IncomingHttpHeaders
  text: string
}

type Serving = {
  patience?: Patience
  reserveBytes?: number
  /** Addresses of the routes that are served; all where it is left out. */
  only?: RegExp
}

/**
 * The application of the product on a port of its own: its middleware, every route of the tree and its pages, over
 * HTTP, without a build. A database must be open.
 */
export async function serveApp({ patience, reserveBytes, only = /^/ }: Serving = {}): Promise<Served> {
  const loaded = await loadRoutes(only)
  const app = createApp({ env: env(), build: buildOf(loaded), health: { draining: false }, reserveBytes })
  const server = httpServer(app, patience)
  server.listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as AddressInfo
  const agent = new http.Agent({ keepAlive: true })
  return {
    routes: loaded.map(({ pattern, isPage, hasLoader, hasAction, params }) => ({
      pattern,
      isPage,
      hasLoader,
      hasAction,
      params,
    })),
    origin: `http://localhost:${port}`,
    port,
    ask: (path, how) => ask({ port, agent }, path, how),
    stop: async () => {
      agent.destroy()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function ask(
  { port, agent }: { port: number; agent: http.Agent },
  path: string,
  { method = 'GET', headers = {}, cookie, body }: Asked = {},
): Promise<Answer> {
  const host = `localhost:${port}`
  const own = method === 'GET' ? {} : { Origin: `http://${host}`, 'Sec-Fetch-Site': 'same-origin' }
  const type = body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }
  const sent = {
    Host: host,
    'Accept-Language': 'fr',
    ...own,
    ...type,
    ...(cookie !== undefined && { Cookie: cookie }),
    ...(method !== 'GET' && { 'Content-Length': String(Buffer.byteLength(body ?? '')) }),
    ...headers,
  }
  const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined))
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port, agent, method, path, headers: given },
      (reply) => {
        const parts: Buffer[] = []
        reply.on('data', (part: Buffer) => parts.push(part))
        reply.on('error', reject)
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            text: Buffer.concat(parts).toString('utf8'),
          }),
        )
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}
