import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export type Balancer = { origin: string; close: () => Promise<void> }
type Asked = { request: http.IncomingMessage; body: Buffer }

/**
 * A proxy on this machine that sends each request to the next of these servers, as one in front of several nodes does. Where
 * nobody listens any more, the next one is asked; what a server had taken and did not answer is 502, since it may have
 * been done. `port` 0 takes a free one.
 */
export async function startBalancer(port: number, targets: readonly number[]): Promise<Balancer> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 })
  let turn = 0
  const pass = (asked: Asked, response: http.ServerResponse, triesLeft: number): void => {
    const { method, url, headers } = asked.request
    const target = { host: '127.0.0.1', port: targets[turn++ % targets.length]! }
    const onward = http.request({ agent, ...target, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('error', () => response.destroy())
      answer.pipe(response)
    })
    onward.on('error', (error) => {
      if (isRefused(error) && triesLeft > 0) return pass(asked, response, triesLeft - 1)
      if (response.headersSent) return void response.destroy()
      response.writeHead(502).end()
    })
    response.once('close', () => onward.destroy())
    onward.end(asked.body)
  }
  const server = http.createServer((request, response) => {
    buffer(request).then(
      (body) => pass({ request, body }, response, targets.length - 1),
      () => response.destroy(),
    )
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

function isRefused(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNREFUSED'
}
