import http from 'node:http'
import type { AddressInfo } from 'node:net'

export type Balancer = { origin: string; close: () => Promise<void> }

/**
 * A proxy on this machine that sends each request to the next of these servers, as one in front of several nodes does.
 * Every engine is measured behind it, so that none is without its cost.
 */
export async function startBalancer(port: number, targets: readonly number[]): Promise<Balancer> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 })
  let turn = 0
  const server = http.createServer((request, response) => {
    const target = targets[turn++ % targets.length]!
    const { method, url, headers } = request
    const onward = http.request(
      { agent, host: '127.0.0.1', port: target, method, path: url, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    onward.on('error', () => {
      if (!response.headersSent) response.writeHead(502)
      response.end()
    })
    response.on('close', () => onward.destroy())
    request.pipe(onward)
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
        agent.destroy()
      }),
  }
}
