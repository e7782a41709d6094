import fs from 'node:fs'
import http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { seededRandom } from '../../train/random'
import type { Market } from './market'
import { FOLLOWING, followersOf, type KindName, type Weights } from './mix'
import { drawPictures, plan, type Client, type Planned } from './requests'
import { headersOf, isExpected } from './send'

/**
 * What one request of a kind costs, ms of processor time: of the thread that answers, what it leads to included, and of
 * all threads. Requests of a kind come one after the other, so that nothing waits for anything else.
 */
export type Cost = { requests: number; medianMs: number; mainMs: number; allMs: number; unexpected: number }

/** Asked beforehand, so that what is measured is compiled and its pages of the database are in memory. */
const WARM = 20
/** What a request leads to in the background is its own cost: it is done after six rests, since a worker looks once a second. */
const RESTS = 6
const REST_MS = 250
/** Of a rest, at most this is work: what a server does by itself from time to time. */
const MOST_BUSY = 0.1
/** Some works on for longer, as for a whole plan: it is not waited for. */
const MOST_RESTS = 240
const SEED = 20_261_130

/**
 * Asks each kind of the mix so many times; `mean` weighs the kinds as the mix does. Linux only: elsewhere the system does
 * not tell the time of a thread.
 */
export async function costOfEach(
  market: Market,
  { origin, mix, pid, times }: { origin: string; mix: Weights; pid: number; times: number },
) {
  const random = seededRandom(SEED)
  const asked = {
    ...{ market, random, pictures: await drawPictures(2), followers: followersOf(mix) },
    client: { address: '', giver: market.givers[0]!, taker: market.takers[0]!, next: [] } satisfies Client,
  }
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const ask = async (kind: KindName): Promise<Answered> => {
    const answer = await send(origin, plan(kind, asked), { agent, random })
    for (let next = asked.client.next.shift(); next; next = asked.client.next.shift()) {
      const { isExpected } = await send(origin, next, { agent, random })
      answer.isExpected &&= isExpected
    }
    return answer
  }
  // What follows a photo comes with it, and is part of what it costs.
  const kinds = (Object.keys(mix) as KindName[]).filter((kind) => !FOLLOWING.includes(kind))
  for (const kind of kinds) for (let at = 0; at < WARM; at += 1) await ask(kind)
  const costs: Partial<Record<KindName, Cost>> = {}
  for (const kind of kinds) {
    await untilAtRest(pid)
    const before = processorMs(pid)
    const answers = []
    for (let at = 0; at < times; at += 1) answers.push(await ask(kind))
    await untilAtRest(pid)
    const after = processorMs(pid)
    costs[kind] = {
      requests: times,
      medianMs: round(answers.map(({ ms }) => ms).sort((a, b) => a - b)[times >> 1]!),
      mainMs: round((after.main - before.main) / times),
      allMs: round((after.all - before.all) / times),
      unexpected: answers.filter(({ isExpected }) => !isExpected).length,
    }
  }
  agent.destroy()
  // A refusal costs less than what was asked for. Of the last of a lot, one may be in order.
  const wrong = kinds.filter((kind) => costs[kind]!.unexpected > times / 2)
  if (wrong.length > 0) throw new Error(`Not answered as asked for: ${wrong.join(', ')}`)
  const total = kinds.reduce((sum, kind) => sum + (mix[kind] ?? 0), 0)
  const mean = (of: (cost: Cost) => number) =>
    round(kinds.reduce((sum, kind) => sum + (mix[kind] ?? 0) * of(costs[kind]!), 0) / total)
  return { mean: { mainMs: mean(({ mainMs }) => mainMs), allMs: mean(({ allMs }) => allMs) }, costs }
}

type Answered = { ms: number; isExpected: boolean }

function send(
  origin: string,
  planned: Planned,
  { agent, random }: { agent: http.Agent; random: () => number },
): Promise<Answered> {
  const { method, path, body } = planned
  const part = () => Math.floor(random() * 250)
  // Another address each time: limits per address are not what is measured.
  const address = `198.${part()}.${part()}.${part()}`
  const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
  const headers = { ...headersOf(planned, address), ...length }
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const request = http.request(origin + path, { method, headers, agent }, (response) => {
      response.resume()
      response.once('end', () => {
        const isAsAsked = isExpected(planned, response.statusCode ?? 0, response.headers.location ?? '')
        if (isAsAsked) planned.then?.()
        resolve({ ms: performance.now() - startedAt, isExpected: isAsAsked })
      })
    })
    request.once('error', (cause) => {
      // The server may close a connection that it kept in the moment when it is asked over it: nothing was done then.
      if (request.reusedSocket && 'code' in cause && cause.code === 'ECONNRESET')
        return resolve(send(origin, planned, { agent, random }))
      reject(new Error(`${planned.kind} ${method} ${path} was not answered`, { cause }))
    })
    request.end(body)
  })
}

/** Waits until a process has nothing to do. */
async function untilAtRest(pid: number): Promise<void> {
  let rests = 0
  for (let at = 0; at < MOST_RESTS && rests < RESTS; at += 1) {
    const before = processorMs(pid).all
    await wait(REST_MS)
    const isBusy = processorMs(pid).all - before > REST_MS * MOST_BUSY
    rests = isBusy ? 0 : rests + 1
  }
}

/** The system counts the time of a process in hundredths of a second. */
const TICK_MS = 10

/** Time on a processor of a process's first thread, and of all its threads, those that ended included, so far, ms. */
function processorMs(pid: number): { main: number; all: number } {
  const main = Number(fs.readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  // After the name in parentheses: state, ten others, then user and system time (proc(5)).
  const [user, system] = fs
    .readFileSync(`/proc/${pid}/stat`, 'utf8')
    .split(') ')
    .at(-1)!
    .split(' ')
    .slice(11, 13)
  return { main, all: (Number(user) + Number(system)) * TICK_MS }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
