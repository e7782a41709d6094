import type { CollectorPlace } from './collector-place'
import type { MapBases } from './map-bases'
import type { ModelChoice } from './model-choice'
import type { ProConnect } from './proconnect-settings'
import type { ScannerPlace } from './scanner-place'
import type { Storage } from './storage-place'
import type { WebhookHosts } from './webhook-hosts'

/** What the operator set, read and checked. */
export type Env = {
  isProduction: boolean
  host: string
  port: number
  dataDir: string
  databaseFile: string
  /** The PostgreSQL database that is used instead of the file; null: none. */
  databaseUrl: string | null
  mailDir: string
  modelDir: string
  /** The model that the operator prefers to the one in `modelDir`; null: none. */
  chosenModel: ModelChoice | null
  /** The terms of the chosen model, as the operator states them. */
  chosenModelLicence: string | null
  /** Where models are fetched from when the operator names one of a hub, and only then. */
  hubUrl: string
  /** What was fetched from a hub, and what chosen models need computed once. */
  modelsDir: string
  /** Threads that classify photos, at most one per core; null leaves it to the machine's cores. */
  classifierThreads: number | null
  /** The operator wants no photo analysed, whatever the Métropole's team sets. */
  isClassifierOff: boolean
  /** The operator wants nobody looked for in photos. */
  isDetectorOff: boolean
  /** Where the detector of people and vehicles is built. */
  detectorDir: string
  /** Origin of links in e-mails, without a trailing slash. */
  publicUrl: string
  sessionSecret: string
  /** The one before, while what it signed and sealed is still read; null: none. */
  formerSecret: string | null
  /** Who must prove a second factor: agents of communes and the Métropole's team, or everyone. */
  factorAudience: 'officials' | 'everyone'
  /** Demo accounts are spared the second factor; counts outside production only. */
  isDemoExempt: boolean
  /** The operator's list of leaked passwords, a file of SHA-1 hashes in order; null: none is looked at. */
  breachedPasswords: string | null
  /** Who scans documents for viruses before they are kept; null: nobody. */
  scanner: ScannerPlace | null
  /** The bucket that photos and documents are kept in; null: the data folder. */
  storage: Storage | null
  smtpUrl: string | null
  mailFrom: string
  /** Who publishes this installation and how to reach them, for the legal pages; null until they say so. */
  operatorName: string | null
  operatorContact: string | null
  /** Outlines of communes that were imported. */
  geoDir: string
  /** Base layers of maps that the operator configured. */
  mapBases: MapBases
  /** Hosts that the browser may ask for tiles: those of the configured layers and no other. */
  mapOrigins: readonly string[]
  /** A PMTiles file on this machine, handed out part by part; null without one. */
  pmtilesFile: string | null
  /** A geocoding service of the shape of the Géoplateforme's; null: communes are found by name alone. */
  geocoderUrl: string | null
  /** Names of services of the operator's own network, which may be asked over https at inner addresses. */
  innerHosts: readonly string[]
  /** Where webhooks may go, and a file of who vouches for receivers besides those that Node knows; null: nowhere. */
  webhooks: (WebhookHosts & { caFile: string | null }) | null
  /** The identity provider of public agents; null: nobody signs in by it, and it is never asked. */
  proConnect: ProConnect | null
  /** Number of reverse proxies in front whose X-Forwarded-* headers count. */
  trustProxy: number
  logLevel: string
  /** Where lines of the log go besides the standard output, and who vouches for it; null: nowhere. */
  logCollector: (CollectorPlace & { caFile: string | null }) | null
  /** Where `/metrics` is served, apart from the pages; null: nowhere. */
  metrics: { host: string; port: number } | null
  /** Statements that take as long are logged; null: none. */
  slowQueryMs: number | null
  /** With less space on the disk, and with work that waits longer, the process says that it is not ready. */
  diskMinMb: number
  queueMaxAgeMin: number
  /** Where backups are looked for, to tell how old the last one is. */
  backupDir: string
  /** Share of pages whose speed the browser tells, from 0 to 1. */
  webVitalsShare: number
}
