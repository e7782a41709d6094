import { AsyncLocalStorage } from 'node:async_hooks'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ServerBuild } from '@remix-run/node'
import express, { type Request, type RequestHandler, type Response } from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import { inTurn, isOfPages } from './page-turns'

type Page = { path: string; res: Response; done: () => void }

/** A server whose pages are made when the test says so. */
class Site {
  readonly begun: Page[] = []
  private server!: http.Server
  origin = ''

  async open(
    turns: { most?: number; heldMs?: number },
    before: RequestHandler = (_req, _res, next) => next(),
  ) {
    const app = express()
    const isTurned = (req: Request) => req.method === 'GET' && req.path.startsWith('/page')
    const make = (req: Request, res: Response) =>
      new Promise<void>((done) => this.begun.push({ path: req.path, res, done }))
    app.use(before, inTurn(make, { isTurned, ...turns }))
    this.server = app.listen(0, '127.0.0.1')
    await new Promise((done) => this.server.once('listening', done))
    this.origin = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
    return this
  }

  /** Asks for a page and waits until the server has heard of it, so that the order of asking is certain. */
  async ask(path: string, method = 'GET') {
    const heard = new Promise((done) => this.server.once('request', done))
    const request = http.request(this.origin + path, { method, agent: false })
    const answered = new Promise<string>((resolve, reject) => {
      request.once('error', reject)
      request.once('response', (reply) => {
        let text = ''
        reply.on('data', (part: Buffer) => (text += part.toString()))
        reply.once('end', () => resolve(text))
      })
    })
    answered.catch(() => undefined)
    request.end()
    await heard
    return { request, answered }
  }

  /** The pages begun so far, in order. */
  paths() {
    return this.begun.map(({ path }) => path)
  }

  finish(path: string) {
    const page = this.begun.find((one) => one.path === path)!
    page.res.end(path)
    page.done()
  }

  close() {
    this.server.closeAllConnections()
    this.server.close()
  }
}

const NEVER = { heldMs: 60_000 }

describe('pages in turn', () => {
  let site: Site
  afterEach(() => site.close())

  it('makes so many at a time and no more, in the order in which they were asked for', async () => {
    site = await new Site().open({ most: 2, ...NEVER })
    const asked = []
    for (const path of ['/page1', '/page2', '/page3', '/page4', '/page5']) asked.push(await site.ask(path))
    expect(site.paths()).toEqual(['/page1', '/page2'])
    site.finish('/page2')
    await expect(asked[1]!.answered).resolves.toBe('/page2')
    await expect.poll(() => site.paths()).toEqual(['/page1', '/page2', '/page3'])
    for (const path of ['/page1', '/page3']) site.finish(path)
    await expect.poll(() => site.paths().slice(3)).toEqual(['/page4', '/page5'])
    for (const path of ['/page4', '/page5']) site.finish(path)
    expect(await Promise.all(asked.map(({ answered }) => answered))).toEqual(site.paths().toSorted())
  })

  it('lets what is sent and what is no page pass', async () => {
    site = await new Site().open({ most: 1, ...NEVER })
    await site.ask('/page1')
    await site.ask('/page2')
    await site.ask('/page3', 'POST')
    await site.ask('/photo')
    expect(site.paths()).toEqual(['/page1', '/page3', '/photo'])
  })

  it('never begins the page of a reader who left, and loses no turn by it', async () => {
    site = await new Site().open({ most: 1, ...NEVER })
    await site.ask('/page1')
    const left = await site.ask('/page2')
    await site.ask('/page3')
    const gone = new Promise((done) => left.request.once('close', done))
    left.request.destroy()
    await gone
    const last = await site.ask('/page4')
    site.finish('/page1')
    await expect.poll(() => site.paths()).toEqual(['/page1', '/page3'])
    site.finish('/page3')
    await expect.poll(() => site.paths()).toEqual(['/page1', '/page3', '/page4'])
    site.finish('/page4')
    await expect(last.answered).resolves.toBe('/page4')
  })

  it('passes the turn on when a reader leaves while the page is made', async () => {
    site = await new Site().open({ most: 1, ...NEVER })
    const first = await site.ask('/page1')
    await site.ask('/page2')
    first.request.destroy()
    await expect.poll(() => site.paths()).toEqual(['/page1', '/page2'])
    // The first one ends late: its turn is not given twice.
    site.begun[0]!.done()
    await site.ask('/page3')
    expect(site.paths()).toEqual(['/page1', '/page2'])
  })

  it('a page that takes long keeps nobody waiting, not even a page that it asks for itself', async () => {
    site = await new Site().open({ most: 1, heldMs: 30 })
    const outer = await site.ask('/page-outer')
    const inner = await site.ask('/page-inner')
    await expect.poll(() => site.paths()).toEqual(['/page-outer', '/page-inner'])
    site.finish('/page-inner')
    await inner.answered
    site.finish('/page-outer')
    await expect(outer.answered).resolves.toBe('/page-outer')
  })

  it('does not wait for a reader who is slow to take a page that is made', async () => {
    site = await new Site().open({ most: 1, ...NEVER })
    const slow = await site.ask('/page1')
    slow.request.once('response', (reply) => reply.pause())
    await site.ask('/page2')
    const [page] = site.begun
    page!.res.end(Buffer.alloc(32 * 1024 * 1024))
    page!.done()
    await expect.poll(() => site.paths()).toEqual(['/page1', '/page2'])
    expect(page!.res.writableFinished).toBe(false)
  })

  it('makes each page within its own request, whoever gave it the turn', async () => {
    const requests = new AsyncLocalStorage<string>()
    const seen: (string | undefined)[] = []
    const answer = (req: Request, res: Response) => {
      seen.push(requests.getStore())
      return new Promise<void>((done) => setTimeout(() => done(void res.end(req.path)), 5))
    }
    const turned = inTurn(answer, { isTurned: () => true, most: 1, ...NEVER })
    site = await new Site().open({}, (req, res, next) => requests.run(req.path, () => turned(req, res, next)))
    const asked = []
    for (const path of ['/a', '/b', '/c']) asked.push(await site.ask(path))
    await Promise.all(asked.map(({ answered }) => answered))
    expect(seen).toEqual(['/a', '/b', '/c'])
  })
})

describe('what waits for its turn', () => {
  const drawn = { default: () => null }
  const route = (id: string, path: string, module: object) => [id, { id, parentId: 'root', path, module }]
  const routes = Object.fromEntries([
    ['root', { id: 'root', path: '', module: drawn }],
    ['home', { id: 'home', parentId: 'root', index: true, module: drawn }],
    route('lot', 'lots/:id', drawn),
    route('lot-pdf', 'lots/:id/fiche.pdf', { loader: () => null }),
    route('photo', 'photos/:file', { loader: () => null }),
    route('nowhere', '*', drawn),
  ]) as unknown as ServerBuild['routes']
  const isTurned = isOfPages(routes)

  it.each([
    ['GET', '/', true],
    ['HEAD', '/lots/a', true],
    ['GET', '/lots/a.data', true],
    ['POST', '/lots/a', false],
    ['GET', '/lots/a/fiche.pdf', false],
    ['GET', '/photos/a.webp', false],
    ['GET', '/nulle/part', false],
  ])('%s %s: %s', (method, path, expected) => {
    expect(isTurned({ method, path } as Request)).toBe(expected)
  })
})
