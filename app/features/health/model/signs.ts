/** Whether something is as it should be, wants a look, or wants an act now. */
export type SignState = 'good' | 'watch' | 'act'

/** What is watched, in the order of the page. */
export const SIGNS = [
  'queue',
  'dead',
  'disk',
  'database',
  'backup',
  'memory',
  'indexes',
  'mail',
  'model',
] as const
export type SignName = (typeof SIGNS)[number]

export type Sign = { name: SignName; state: SignState }

/** What the signs are judged from. Sizes in bytes, times in ms. */
export type Facts = {
  /** For how long the oldest job has waited that somebody expects. */
  expectedAgeMs: number
  queueMaxAgeMs: number
  dead: number
  disk: { free: number; total: number; least: number }
  walBytes: number
  databaseBytes: number
  /** Connections of a database server, in use and in all; null where the database is a file. */
  connections: { used: number; most: number } | null
  /** Age of the last whole backup; null when there is none. */
  backupAgeMs: number | null
  memory: { rss: number; machine: number }
  indexes: readonly { name: string; entries: number | null; behind: number }[]
  hasMailServer: boolean
  failedMails: number
  isModelOff: boolean
  hasModel: boolean
}

const DAY_MS = 86_400_000
const GB = 1e9

/** The judgement of each sign. */
export function judge(facts: Facts): Sign[] {
  const states: Record<SignName, SignState> = {
    queue: grade(facts.expectedAgeMs, facts.queueMaxAgeMs / 6, facts.queueMaxAgeMs),
    dead: facts.dead > 0 ? 'act' : 'good',
    disk: grade(-facts.disk.free, -4 * facts.disk.least, -facts.disk.least),
    database: judgeDatabase(facts),
    backup: facts.backupAgeMs === null ? 'act' : grade(facts.backupAgeMs, 1.5 * DAY_MS, 3 * DAY_MS),
    memory: grade(facts.memory.rss / facts.memory.machine, 0.6, 0.85),
    indexes: facts.indexes.some(({ entries }) => entries === null) ? 'watch' : 'good',
    mail: facts.failedMails > 0 ? 'act' : facts.hasMailServer ? 'good' : 'watch',
    model: facts.isModelOff || facts.hasModel ? 'good' : 'watch',
  }
  return SIGNS.map((name) => ({ name, state: states[name] }))
}

function judgeDatabase({ connections, walBytes }: Facts): SignState {
  // Without one that is free, nothing is answered.
  if (connections !== null) return grade(connections.used / connections.most, 0.7, 0.9)
  // A log that is not written back grows without end, and slows every read.
  return grade(walBytes, 0.25 * GB, GB)
}

/** `watch` above one bound, `act` above another. */
function grade(value: number, watch: number, act: number): SignState {
  if (value > act) return 'act'
  return value > watch ? 'watch' : 'good'
}
