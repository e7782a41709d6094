import { existsSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

/** A hub of models on this machine: it serves one folder as `org/toy`, and counts what it is asked for. */
export type ToyHub = {
  url: string
  /** Paths asked for, in order, after `/org/toy/resolve/`. */
  asked: string[]
  /** How the next answers go wrong; null: they do not. */
  fault: { status: number } | 'breaks-off' | null
  stop: () => Promise<void>
}

export const TOY_COMMIT = '0123abcd'
const PREFIX = '/org/toy/resolve/'

export async function startToyHub(folder: string): Promise<ToyHub> {
  const hub: ToyHub = { url: '', asked: [], fault: null, stop: () => Promise.resolve() }
  const server = createServer((request, response) => {
    const asked = (request.url ?? '').replace(PREFIX, '')
    hub.asked.push(asked)
    answer(response, path.join(folder, asked.split('/').slice(1).join('/')), hub.fault)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  hub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  hub.stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return hub
}

function answer(response: ServerResponse, file: string, fault: ToyHub['fault']): void {
  if (fault && fault !== 'breaks-off') return void response.writeHead(fault.status).end()
  if (!existsSync(file)) return void response.writeHead(404).end()
  const content = readFileSync(file)
  response.setHeader('x-repo-commit', TOY_COMMIT)
  response.setHeader('content-length', content.length)
  if (fault !== 'breaks-off' || !file.endsWith('.onnx')) return void response.end(content)
  response.write(content.subarray(0, 20), () => response.destroy())
}
