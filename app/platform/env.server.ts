import path from 'node:path'
import { z } from 'zod'
import { dropEmpty, readFileVariables } from './env-files'
import type { Env } from './env-type'
import { isLoopback } from './loopback'
import { MAP_SYNTAX, originsOf, parseRasters } from './map-bases'
import { CHOICE_SYNTAX, parseModelChoice } from './model-choice'
import { readProConnect } from './proconnect-settings'
import { COLLECTOR_SYNTAX, parseCollector } from './collector-place'
import { databaseFault } from './database-place'
import { readStorage, storageFault } from './storage-place'
import { parseScanner, SCANNER_SYNTAX } from './scanner-place'
import { parseWebhookHosts, WEBHOOK_SYNTAX } from './webhook-hosts'

const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .refine((text) => !databaseFault(text), { error: ({ input }) => databaseFault(input) })
    .optional(),
  MODEL_DIR: z.string().min(1).default('.cache/model/reuse-materials'),
  CLASSIFIER_MODEL: z
    .string()
    .refine((text) => parseModelChoice(text) !== null, CHOICE_SYNTAX)
    .optional(),
  CLASSIFIER_MODEL_LICENCE: z.string().trim().max(300).optional(),
  CLASSIFIER_HUB_URL: z.url({ protocol: /^https?$/ }).default('https://huggingface.co'),
  CLASSIFIER_THREADS: z.coerce.number().int().min(1).max(64).optional(),
  CLASSIFIER: z.enum(['on', 'off']).default('on'),
  DETECTOR: z.enum(['on', 'off']).default('on'),
  DETECTOR_DIR: z.string().min(1).default('.cache/model/people'),
  PUBLIC_URL: z.url().optional(),
  SESSION_SECRET: z.string().min(32).optional(),
  SESSION_SECRET_FORMER: z.string().min(32).optional(),
  SECOND_FACTOR: z.enum(['officials', 'everyone']).default('officials'),
  DEMO_SECOND_FACTOR: z.enum(['exempt', 'required']).default('exempt'),
  BREACHED_PASSWORDS: z.string().trim().min(1).optional(),
  VIRUS_SCANNER: z
    .string()
    .refine((text) => parseScanner(text) !== null, SCANNER_SYNTAX)
    .optional(),
  STORAGE_URL: z
    .string()
    .refine((text) => storageFault(text) === undefined, { error: ({ input }) => storageFault(input) })
    .optional(),
  STORAGE_ACCESS_KEY_ID: z.string().trim().min(1).optional(),
  STORAGE_SECRET_ACCESS_KEY: z.string().trim().min(1).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Gisement <ne-pas-repondre@gisement.invalid>'),
  OPERATOR_NAME: z.string().trim().max(300).optional(),
  OPERATOR_CONTACT: z.string().trim().max(300).optional(),
  MAP_RASTERS: z
    .string()
    .refine((text) => parseRasters(text) !== null, MAP_SYNTAX)
    .optional(),
  MAP_PMTILES: z.string().trim().min(1).optional(),
  MAP_PMTILES_NAME: z.string().trim().min(1).max(80).default('Plan'),
  MAP_PMTILES_SOURCE: z.string().trim().max(300).default(''),
  GEOCODER_URL: z.url({ protocol: /^https?$/ }).optional(),
  INNER_HOSTS: z.string().trim().max(2000).default(''),
  WEBHOOK_HOSTS: z
    .string()
    .refine((text) => parseWebhookHosts(text) !== null, WEBHOOK_SYNTAX)
    .optional(),
  WEBHOOK_CA: z.string().trim().min(1).optional(),
  PROCONNECT_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  PROCONNECT_CLIENT_ID: z.string().trim().min(1).optional(),
  PROCONNECT_CLIENT_SECRET: z.string().trim().min(1).optional(),
  PROCONNECT_CLIENT_SECRET_FILE: z.string().trim().min(1).optional(),
  PROCONNECT_SIGNING: z.enum(['RS256', 'ES256']).default('RS256'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(3).default(0),
  METRICS_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  SLOW_QUERY_MS: z.coerce.number().int().min(0).max(60_000).default(250),
  DISK_MIN_MB: z.coerce.number().int().min(0).default(500),
  QUEUE_MAX_AGE_MIN: z.coerce.number().int().min(1).default(30),
  BACKUP_DIR: z.string().trim().min(1).default('backups'),
  WEB_VITALS_SHARE: z.coerce.number().min(0).max(1).default(0.1),
  LOG_COLLECTOR: z
    .string()
    .refine((text) => parseCollector(text) !== null, COLLECTOR_SYNTAX)
    .optional(),
  LOG_COLLECTOR_CA: z.string().trim().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type { Env }

/** The variables that this product reads; each may be given as `NAME_FILE` instead. */
export const ENV_NAMES = Object.keys(envSchema.shape) as readonly (keyof typeof envSchema.shape)[]

/** A secret for development only: production refuses to start without its own. */
const DEVELOPMENT_SECRET = 'development-only-secret-development-only'

function collectorOf(text: string | undefined, ca: string | undefined): Env['logCollector'] {
  const place = text === undefined ? null : parseCollector(text)
  return place && { ...place, caFile: ca === undefined ? null : path.resolve(ca) }
}

/**
 * Reads the environment once and fails with a sentence that says what to set.
 * @throws Error whose message lists every variable at fault
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const { values, faults } = readFileVariables(source, ENV_NAMES)
  const parsed = envSchema.safeParse(dropEmpty(values))
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`)
  if (!parsed.success || faults.length > 0) {
    const lines = [...faults, ...wrong].map((fault) => `  ${fault}`)
    throw new Error(`Check these environment variables, then start again:\n${lines.join('\n')}`)
  }
  const env = parsed.data
  const isProduction = env.NODE_ENV === 'production'
  const missing = isProduction ? [...missingInProduction(env), ...openLines(env)] : []
  if (missing.length > 0) {
    throw new Error(`Production needs ${missing.join(' and ')}. Set them, then start again.`)
  }
  const dataDir = path.resolve(env.DATA_DIR)
  return {
    isProduction,
    host: env.HOST,
    port: env.PORT,
    dataDir,
    databaseFile: path.join(dataDir, 'gisement.sqlite'),
    databaseUrl: env.DATABASE_URL ?? null,
    mailDir: path.join(dataDir, 'mail'),
    modelDir: path.resolve(env.MODEL_DIR),
    chosenModel: env.CLASSIFIER_MODEL ? parseModelChoice(env.CLASSIFIER_MODEL) : null,
    chosenModelLicence: env.CLASSIFIER_MODEL_LICENCE ?? null,
    ...readServices(env),
    modelsDir: path.join(dataDir, 'models'),
    classifierThreads: env.CLASSIFIER_THREADS ?? null,
    isClassifierOff: env.CLASSIFIER === 'off',
    isDetectorOff: env.DETECTOR === 'off',
    detectorDir: path.resolve(env.DETECTOR_DIR),
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    sessionSecret: env.SESSION_SECRET ?? DEVELOPMENT_SECRET,
    formerSecret: env.SESSION_SECRET_FORMER ?? null,
    factorAudience: env.SECOND_FACTOR,
    isDemoExempt: env.DEMO_SECOND_FACTOR === 'exempt',
    breachedPasswords: env.BREACHED_PASSWORDS ? path.resolve(env.BREACHED_PASSWORDS) : null,
    logCollector: collectorOf(env.LOG_COLLECTOR, env.LOG_COLLECTOR_CA),
    scanner: env.VIRUS_SCANNER ? parseScanner(env.VIRUS_SCANNER) : null,
    storage: readStorage(env),
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM,
    operatorName: env.OPERATOR_NAME ?? null,
    operatorContact: env.OPERATOR_CONTACT ?? null,
    geoDir: path.join(dataDir, 'geo'),
    ...readMaps(env),
    proConnect: readProConnect(env, isProduction),
    trustProxy: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
    metrics: env.METRICS_PORT === undefined ? null : { host: env.METRICS_HOST, port: env.METRICS_PORT },
    slowQueryMs: env.SLOW_QUERY_MS === 0 ? null : env.SLOW_QUERY_MS,
    diskMinMb: env.DISK_MIN_MB,
    queueMaxAgeMin: env.QUEUE_MAX_AGE_MIN,
    backupDir: path.resolve(env.BACKUP_DIR),
    webVitalsShare: env.WEB_VITALS_SHARE,
  }
}

type Services = Pick<Env, 'hubUrl' | 'geocoderUrl' | 'innerHosts' | 'webhooks'>

/** Services that are asked, and which of them stand in the operator's own network. */
function readServices(env: z.infer<typeof envSchema>): Services {
  const hosts = env.WEBHOOK_HOSTS ? parseWebhookHosts(env.WEBHOOK_HOSTS) : null
  return {
    webhooks: hosts && { ...hosts, caFile: env.WEBHOOK_CA ? path.resolve(env.WEBHOOK_CA) : null },
    hubUrl: env.CLASSIFIER_HUB_URL.replace(/\/$/, ''),
    geocoderUrl: env.GEOCODER_URL?.replace(/\/$/, '') ?? null,
    innerHosts: env.INNER_HOSTS.toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  }
}

function readMaps(env: z.infer<typeof envSchema>): Pick<Env, 'mapBases' | 'mapOrigins' | 'pmtilesFile'> {
  const rasters = parseRasters(env.MAP_RASTERS ?? '') ?? []
  const pmtiles = env.MAP_PMTILES ? { name: env.MAP_PMTILES_NAME, attribution: env.MAP_PMTILES_SOURCE } : null
  return {
    mapBases: { rasters, pmtiles },
    mapOrigins: originsOf(rasters),
    pmtilesFile: env.MAP_PMTILES ? path.resolve(env.MAP_PMTILES) : null,
  }
}

let current: Env | null = null

/** The process's environment, read at first use. */
export function env(): Env {
  current ??= readEnv()
  return current
}

/** Makes something of the environment when it is first asked for, once for each environment. */
export function onceForEnv<T>(make: (env: Env) => T): () => T {
  const made = new WeakMap<Env, T>()
  return () => {
    const known = made.get(env()) ?? make(env())
    made.set(env(), known)
    return known
  }
}

/** The secrets whose marks are read, that of today first: it alone makes new ones. */
export function knownSecrets(): string[] {
  const { sessionSecret, formerSecret } = env()
  return formerSecret === null ? [sessionSecret] : [sessionSecret, formerSecret]
}

/** Replaces the environment of this process; for the server's start and for tests. */
export function setEnv(next: Env): void {
  current = next
}

function missingInProduction(env: z.infer<typeof envSchema>): string[] {
  const missing: string[] = []
  if (!env.SESSION_SECRET) missing.push('SESSION_SECRET (32 characters or more, random)')
  if (!env.PUBLIC_URL) missing.push('PUBLIC_URL (for example https://gisement.example.org)')
  return missing
}

/** Services elsewhere that production would ask in clear: what is typed, or what is run, would pass an open line. */
function openLines(env: z.infer<typeof envSchema>): string[] {
  const asked = {
    GEOCODER_URL: env.GEOCODER_URL,
    CLASSIFIER_HUB_URL: env.CLASSIFIER_MODEL ? env.CLASSIFIER_HUB_URL : undefined,
  }
  return Object.entries(asked).flatMap(([name, address]) =>
    address !== undefined && address.startsWith('http:') && !isLoopback(new URL(address).hostname)
      ? [`${name} with https`]
      : [],
  )
}
