import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it reached the server: `data` and files have a path of their own, a query stays with it. */
export type Reached = { method: string; path: string }

export type Counter = {
  origin: string
  /** What reached the server since this was last asked. */
  take: () => Reached[]
  close: () => void
}

/**
 * Stands before the server and counts what passes: a browser's own records do not tell what it had kept. The server must
 * take `origin` for its own, so it is told the port before it starts.
 */
export async function countBefore(serverPort: number, port: number): Promise<Counter> {
  let reached: Reached[] = []
  const agent = new http.Agent({ keepAlive: true })
  const proxy = http.createServer((req, res) => {
    reached.push({ method: req.method ?? '', path: req.url ?? '' })
    const headers = { ...req.headers, 'x-forwarded-for': '198.51.100.1' }
    const asked = http.request(
      { ...{ host: '127.0.0.1', port: serverPort, agent, headers }, method: req.method, path: req.url },
      (reply) => {
        res.writeHead(reply.statusCode ?? 502, reply.headers)
        reply.pipe(res)
      },
    )
    asked.once('error', () => res.destroy())
    res.once('close', () => asked.destroy())
    req.pipe(asked)
  })
  proxy.listen(port, '127.0.0.1')
  await new Promise((done) => proxy.once('listening', done))
  return {
    origin: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    take: () => {
      const taken = reached
      reached = []
      return taken
    },
    close: () => {
      proxy.closeAllConnections()
      proxy.close()
      agent.destroy()
    },
  }
}
