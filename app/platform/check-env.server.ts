import fs from 'node:fs'
import path from 'node:path'
import { ENV_NAMES, readEnv, type Env } from './env.server'
import { isOpenLine } from './database-place'
import { isLoopback } from './loopback'

export type Setting = {
  name: string
  /** Where its value comes from. */
  from: 'environment' | 'file' | 'default'
  /** The value; null when there is none or it must not be shown. */
  shown: string | null
}
export type EnvReport = {
  settings: readonly Setting[]
  /** What keeps the server from starting. */
  faults: readonly string[]
  /** What it would start with, and what most operators will want otherwise. */
  warnings: readonly string[]
}

/** Names whose values are never shown; addresses may hold a password. */
const SECRET = /SECRET|PASSWORD|TOKEN|KEY|SMTP_URL|DATABASE_URL/

/** Reads the environment as the server would and says, variable by variable, what is wrong and what to do. */
export function checkEnv(source: NodeJS.ProcessEnv = process.env): EnvReport {
  const settings = ENV_NAMES.map((name): Setting => {
    const from = source[name] ? 'environment' : source[`${name}_FILE`] ? 'file' : 'default'
    return { name, from, shown: from === 'environment' && !SECRET.test(name) ? (source[name] ?? null) : null }
  })
  try {
    const env = readEnv(source)
    return { settings, faults: placeFaults(env), warnings: warningsOf(env, source) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const lines = message.split('\n').map((line) => line.trim())
    return { settings, faults: lines.length > 1 ? lines.slice(1) : lines, warnings: [] }
  }
}

function placeFaults(env: Env): string[] {
  const faults: string[] = []
  const place = firstThere(env.dataDir)
  if (!isWritable(place)) faults.push(`DATA_DIR: ${env.dataDir} cannot be written to by this user`)
  if (env.pmtilesFile !== null && !isReadable(env.pmtilesFile)) {
    faults.push(`MAP_PMTILES: ${env.pmtilesFile} cannot be read`)
  }
  const ca = env.logCollector?.caFile ?? null
  if (ca !== null && !isReadable(ca)) faults.push(`LOG_COLLECTOR_CA: ${ca} cannot be read`)
  const webhookCa = env.webhooks?.caFile ?? null
  if (webhookCa !== null && !isReadable(webhookCa)) faults.push(`WEBHOOK_CA: ${webhookCa} cannot be read`)
  if (env.breachedPasswords !== null && !isReadable(env.breachedPasswords)) {
    faults.push(`BREACHED_PASSWORDS: ${env.breachedPasswords} cannot be read`)
  }
  if (env.chosenModel?.kind === 'folder' && !isReadable(env.chosenModel.folder)) {
    faults.push(`CLASSIFIER_MODEL: ${env.chosenModel.folder} cannot be read`)
  }
  return faults
}

function warningsOf(env: Env, source: NodeJS.ProcessEnv): string[] {
  const warnings: string[] = []
  if (!env.isDetectorOff && !isReadable(env.detectorDir)) {
    warnings.push(
      `DETECTOR_DIR: ${env.detectorDir} is not there: nobody is looked for in photos. Run npm run model:build`,
    )
  }
  if (!env.isClassifierOff && env.chosenModel === null && !isReadable(env.modelDir)) {
    warnings.push(`MODEL_DIR: ${env.modelDir} is not there: photos are not analysed. Run npm run model:build`)
  }
  if (env.webhooks?.isAnyPublic) {
    warnings.push(
      'WEBHOOK_HOSTS: with * this server calls whatever public host an organisation writes; name the hosts if you can',
    )
  }
  if (!env.isProduction) return warnings
  const isHttps = env.publicUrl.startsWith('https://')
  if (!isHttps) warnings.push('PUBLIC_URL: without https, sign-in cookies and passwords travel in clear')
  if (isHttps && env.trustProxy === 0) {
    warnings.push(
      'TRUST_PROXY: set it to 1 behind one reverse proxy, or every visitor has the proxy’s address',
    )
  }
  if (new Set(env.sessionSecret).size < 10)
    warnings.push('SESSION_SECRET: it is not random: openssl rand -hex 32')
  if (env.metrics !== null && !isLoopback(env.metrics.host)) {
    warnings.push('METRICS_HOST: figures travel in clear beyond this machine; put them into a tunnel')
  }
  if (env.databaseUrl !== null && isOpenLine(env.databaseUrl))
    warnings.push('DATABASE_URL: rows travel in clear to the database; add sslmode=verify-full')
  if (env.logCollector === null)
    warnings.push('LOG_COLLECTOR: the log stays on this machine, where whoever breaks in can change it')
  if (env.scanner === null)
    warnings.push('VIRUS_SCANNER: documents that people send are not scanned for viruses')
  if (env.breachedPasswords === null)
    warnings.push('BREACHED_PASSWORDS: new passwords are not held against a list of leaked ones')
  if (env.smtpUrl === null)
    warnings.push('SMTP_URL: without it nobody receives an e-mail; they are kept as files')
  else if (!source.MAIL_FROM && !source.MAIL_FROM_FILE) {
    warnings.push('MAIL_FROM: the default sender does not exist; set an address of your own')
  }
  if (env.operatorName === null || env.operatorContact === null) {
    warnings.push(
      'OPERATOR_NAME, OPERATOR_CONTACT: the legal pages do not say who publishes this installation',
    )
  }
  return warnings
}

function firstThere(folder: string): string {
  return fs.existsSync(folder) || path.dirname(folder) === folder ? folder : firstThere(path.dirname(folder))
}

function isWritable(place: string): boolean {
  return isAllowed(place, fs.constants.W_OK)
}

function isReadable(place: string): boolean {
  return isAllowed(place, fs.constants.R_OK)
}

function isAllowed(place: string, mode: number): boolean {
  try {
    fs.accessSync(place, mode)
    return true
  } catch {
    return false
  }
}
