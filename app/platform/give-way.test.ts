import fs from 'node:fs'
import os from 'node:os'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'

const NICE_OF_STAT = 16

/** The niceness of the calling thread, of the fields after its name (proc(5)). */
function nicenessHere(): number {
  const stat = fs.readFileSync('/proc/thread-self/stat', 'utf8')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[NICE_OF_STAT])
}

/** What a thread says that gives way first. */
function nicenessOfThread(): Promise<number> {
  const module = new URL('./give-way.ts', import.meta.url).href
  const worker = new Worker(
    `import { register } from 'tsx/esm/api'
     import fs from 'node:fs'
     import { parentPort } from 'node:worker_threads'
     register()
     const { giveWay } = await import(${JSON.stringify(module)})
     giveWay()
     const stat = fs.readFileSync('/proc/thread-self/stat', 'utf8')
     parentPort.postMessage(Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[${NICE_OF_STAT}]))`,
    { eval: true, execArgv: ['--input-type=module'] },
  )
  return new Promise((resolve, reject) => {
    worker.once('message', (niceness: number) => resolve(niceness))
    worker.once('error', reject)
  })
}

describe.skipIf(os.platform() !== 'linux')('a thread that gives way', () => {
  it('lowers its own priority, and nobody else’s', async () => {
    const before = nicenessHere()
    expect(await nicenessOfThread()).toBe(Math.max(before, 10))
    expect(nicenessHere()).toBe(before)
  })
})
