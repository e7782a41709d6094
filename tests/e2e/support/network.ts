import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test'

/** Whether a request comes through; asked for each, with its method and path. */
type Gate = (asked: { method: string; path: string }) => boolean | Promise<boolean>

/** The network between a phone and the server, which a test cuts, tears or slows down. */
export type Network = {
  context: BrowserContext
  /** Faults of scripts on the pages of this phone. */
  faults: string[]
  /** Cuts it for pages and workers alike, and tells the browser, or brings it back. */
  cut: (isCut: boolean) => Promise<void>
  /** Lets through what a gate says; null for all. */
  gate: (gate: Gate | null) => void
  /** Edits the text of a file as the server gives it; null for as it is. */
  edit: (path: string, change: ((text: string) => string) | null) => void
  close: () => Promise<void>
}

/**
 * A phone behind a proxy of its own: what a test does to the network also meets the service worker, which the browser's
 * own switches miss.
 */
export async function phoneBehindNetwork(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Network> {
  let isDown = false
  let gate: Gate | null = null
  const edits = new Map<string, (text: string) => string>()
  const proxy = createServer((asked, reply) => {
    const mayPass = async (target: URL) => {
      if (isDown) return false
      return gate ? gate({ method: asked.method ?? '', path: target.pathname }) : true
    }
    void pass(asked, reply, { mayPass, editOf: (target) => edits.get(target.pathname) })
  })
  // What the test itself asks of the server comes as a tunnel; none leads anywhere else.
  proxy.on('connect', ({ url = '' }, socket) => {
    const { hostname, port } = new URL(`http://${url}`)
    if (hostname !== 'localhost') return void socket.destroy()
    const onward = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo
  const context = await browser.newContext({
    serviceWorkers: 'allow',
    proxy: { server: `http://127.0.0.1:${port}` },
    ...options,
  })
  const faults: string[] = []
  context.on('weberror', (fault) => faults.push(fault.error().message))
  return {
    context,
    faults,
    cut: async (isCut) => {
      isDown = isCut
      if (isCut) proxy.closeAllConnections()
      await context.setOffline(isCut)
    },
    gate: (next) => void (gate = next),
    edit: (path, change) => void (change ? edits.set(path, change) : edits.delete(path)),
    close: async () => {
      await context.close()
      proxy.closeAllConnections()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}

/** Hands a request on to its server and the answer back; what may not pass loses its connection. */
async function pass(
  asked: IncomingMessage,
  reply: ServerResponse,
  {
    mayPass,
    editOf,
  }: {
    mayPass: (target: URL) => Promise<boolean>
    editOf: (target: URL) => ((text: string) => string) | undefined
  },
): Promise<void> {
  const target = new URL(asked.url ?? '', 'http://localhost')
  if (target.hostname !== 'localhost' || !(await mayPass(target))) return void asked.socket.destroy()
  const { method } = asked
  const edit = editOf(target)
  const { 'if-none-match': _, 'if-modified-since': __, ...others } = asked.headers
  // An edited file is asked for whole and unpacked, whatever the browser has of it.
  const headers = edit ? { ...others, 'accept-encoding': 'identity' } : asked.headers
  const onward = request(target, { method, headers }, (answer) => {
    if (edit) return void answerEdited(answer, reply, edit)
    reply.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(reply)
  })
  onward.on('error', () => asked.socket.destroy())
  asked.on('error', () => onward.destroy())
  asked.pipe(onward)
}

async function answerEdited(
  answer: IncomingMessage,
  reply: ServerResponse,
  edit: (text: string) => string,
): Promise<void> {
  const body = Buffer.from(edit(await text(answer)))
  const { 'content-length': _, etag: __, ...headers } = answer.headers
  reply.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': body.length })
  reply.end(body)
}
