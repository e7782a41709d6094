import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { nowMs } from '~/core/clock'
import { classifierInfo } from '~/features/classifier/classifier.server'
import { isClassifierOff } from '~/features/classifier/queries/settings.server'
import { readDatabaseFacts } from '~/platform/database-facts.server'
import { env } from '~/platform/env.server'
import { knownIndexes } from '~/platform/held-indexes.server'
import { expectedAgeMs, type KindState } from './model/queue'
import { judge, type Facts, type Sign } from './model/signs'
import { lastChanges, lastMailAtMs, listDeadJobs, readQueue, type DeadJob } from './queries/queue.server'

/** Dead jobs that the page names; all are counted. */
const SHOWN = 20
const BACKUP_NAME = /^gisement-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z(-\d+)?$/

export type Health = {
  facts: Facts
  signs: Sign[]
  queue: KindState[]
  deadJobs: DeadJob[]
  lastMailAtMs: number | null
}

/** How the service is, as far as this process can tell. */
export async function readHealth(): Promise<Health> {
  const atMs = nowMs()
  const { dataDir, diskMinMb, queueMaxAgeMin, smtpUrl, backupDir } = env()
  const [queue, deadJobs, sentAtMs, disk, database, backupAtMs, indexes, isOff] = await Promise.all([
    ...([readQueue(atMs), listDeadJobs({ limit: SHOWN }), lastMailAtMs()] as const),
    ...([fs.statfs(dataDir), readDatabaseFacts()] as const),
    ...([lastBackupAtMs(backupDir), readIndexes(), isClassifierOff()] as const),
  ])
  const facts: Facts = {
    expectedAgeMs: expectedAgeMs(queue),
    queueMaxAgeMs: queueMaxAgeMin * 60_000,
    dead: sumOf(queue, () => true),
    disk: {
      free: disk.bavail * disk.bsize,
      total: disk.blocks * disk.bsize,
      least: diskMinMb * 1024 * 1024,
    },
    ...database,
    backupAgeMs: backupAtMs === null ? null : atMs - backupAtMs,
    memory: { rss: process.memoryUsage.rss(), machine: os.totalmem() },
    indexes,
    hasMailServer: smtpUrl !== null,
    failedMails: sumOf(queue, (kind) => kind.startsWith('send-')),
    isModelOff: isOff,
    hasModel: classifierInfo().card !== null,
  }
  return { facts, signs: judge(facts), queue, deadJobs, lastMailAtMs: sentAtMs }
}

function sumOf(queue: readonly KindState[], isOf: (kind: string) => boolean): number {
  return queue.filter(({ kind }) => isOf(kind)).reduce((total, { dead }) => total + dead, 0)
}

async function sizeOf(file: string): Promise<number> {
  return fs.stat(file).then(
    ({ size }) => size,
    () => 0,
  )
}

/** When the newest backup of a folder was made that has its manifest, which is written last; null without one. */
async function lastBackupAtMs(folder: string): Promise<number | null> {
  const names = await fs.readdir(folder).catch(() => [] as string[])
  for (const name of names
    .filter((each) => BACKUP_NAME.test(each))
    .sort()
    .reverse()) {
    if ((await sizeOf(path.join(folder, name, 'manifest.json'))) === 0) continue
    return Date.parse(name.replace(BACKUP_NAME, '$1T$2:$3:$4Z'))
  }
  return null
}

async function readIndexes(): Promise<Facts['indexes']> {
  const last = await lastChanges()
  return knownIndexes().flatMap(({ name, follows, state, isBuiltOnDemand }): Facts['indexes'] => {
    const held = state()
    if (held) return [{ name, entries: held.entries, behind: Math.max(0, last[follows] - held.seq) }]
    return isBuiltOnDemand ? [] : [{ name, entries: null, behind: 0 }]
  })
}
