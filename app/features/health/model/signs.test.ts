import { describe, expect, it } from 'vitest'
import { judge, SIGNS, type Facts } from './signs'

const WELL: Facts = {
  expectedAgeMs: 0,
  queueMaxAgeMs: 30 * 60_000,
  dead: 0,
  disk: { free: 50e9, total: 100e9, least: 0.5e9 },
  walBytes: 4e6,
  databaseBytes: 900e6,
  connections: null,
  backupAgeMs: 3_600_000,
  memory: { rss: 0.5e9, machine: 4e9 },
  indexes: [{ name: 'matching', entries: 20, behind: 3 }],
  hasMailServer: true,
  failedMails: 0,
  isModelOff: false,
  hasModel: true,
}

function stateOf(name: (typeof SIGNS)[number], change: Partial<Facts>) {
  return judge({ ...WELL, ...change }).find((sign) => sign.name === name)?.state
}

describe('signs of health', () => {
  it('are all good when nothing is wrong', () => {
    expect(judge(WELL)).toEqual(SIGNS.map((name) => ({ name, state: 'good' })))
  })

  it.each([
    ['queue', { expectedAgeMs: 6 * 60_000 }, 'watch'],
    ['queue', { expectedAgeMs: 31 * 60_000 }, 'act'],
    ['dead', { dead: 1 }, 'act'],
    ['disk', { disk: { free: 1.5e9, total: 100e9, least: 0.5e9 } }, 'watch'],
    ['disk', { disk: { free: 0.4e9, total: 100e9, least: 0.5e9 } }, 'act'],
    ['database', { walBytes: 0.3e9 }, 'watch'],
    ['database', { walBytes: 1.1e9 }, 'act'],
    ['database', { connections: { used: 70, most: 100 } }, 'good'],
    ['database', { connections: { used: 71, most: 100 } }, 'watch'],
    ['database', { connections: { used: 91, most: 100 }, walBytes: 0 }, 'act'],
    ['backup', { backupAgeMs: null }, 'act'],
    ['backup', { backupAgeMs: 2 * 86_400_000 }, 'watch'],
    ['backup', { backupAgeMs: 4 * 86_400_000 }, 'act'],
    ['memory', { memory: { rss: 2.6e9, machine: 4e9 } }, 'watch'],
    ['memory', { memory: { rss: 3.6e9, machine: 4e9 } }, 'act'],
    ['indexes', { indexes: [{ name: 'text-lot', entries: null, behind: 0 }] }, 'watch'],
    ['mail', { hasMailServer: false }, 'watch'],
    ['mail', { failedMails: 2 }, 'act'],
    ['model', { hasModel: false }, 'watch'],
    ['model', { hasModel: false, isModelOff: true }, 'good'],
  ] as const)('%s: %j is %s', (name, change, state) => {
    expect(stateOf(name, change as Partial<Facts>)).toBe(state)
  })
})
