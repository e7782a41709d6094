import { isIP } from 'node:net'
import { isLoopback } from './loopback'

/** A bucket of a server that speaks S3. */
export type StoragePlace = {
  bucket: string
  /** What paths of files begin with in the bucket; empty, or with a slash at its end. */
  prefix: string
  /** The origin that is asked; with the bucket before its host unless paths name it. */
  endpoint: string
  region: string
  isPathStyle: boolean
}

/** The bucket and the key that opens it. */
export type Storage = StoragePlace & { accessKeyId: string; secretAccessKey: string }

const SYNTAX =
  'name a bucket as s3://bucket/prefix?region=…&endpoint=https://…&forcePathStyle=true; without it files are kept in DATA_DIR'
const PARAMETERS = ['region', 'endpoint', 'forcePathStyle', 'allowHttp']
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
const PREFIX = /^[A-Za-z0-9_@+-][\w.@+-]*(\/[A-Za-z0-9_@+-][\w.@+-]*)*$/

/** Reads how an operator names a bucket; a sentence that says what is wrong when it is none. */
export function parseStorage(text: string): StoragePlace | string {
  if (!URL.canParse(text)) return SYNTAX
  const url = new URL(text)
  if (url.protocol !== 's3:') return SYNTAX
  if (url.username || url.password)
    return 'keys do not belong in the address: set STORAGE_ACCESS_KEY_ID and STORAGE_SECRET_ACCESS_KEY'
  if (!BUCKET.test(url.hostname) || url.port || url.hash)
    return `«${url.host}» is no name of a bucket; ${SYNTAX}`
  const prefix = url.pathname.replace(/^\/|\/$/g, '')
  if (prefix && !(PREFIX.test(prefix) && prefix.length <= 200))
    return `the prefix «${prefix}» may hold letters, digits and _ . @ + - between its slashes`
  const odd = [...url.searchParams.keys()].find((name) => !PARAMETERS.includes(name))
  if (odd !== undefined) return `«${odd}» is not known: ${PARAMETERS.join(', ')} are`
  const region = url.searchParams.get('region')
  if (region !== null && !/^[a-z0-9-]{1,40}$/.test(region)) return `«${region}» is no region`
  const endpoint = endpointOf(url.searchParams, region)
  if (typeof endpoint === 'string') return endpoint
  const style = url.searchParams.get('forcePathStyle')
  if (style !== null && !['true', 'false'].includes(style)) return 'forcePathStyle is true or false'
  return {
    bucket: url.hostname,
    prefix: prefix && `${prefix}/`,
    endpoint: endpoint.origin,
    region: region ?? 'us-east-1',
    isPathStyle: style === null ? hasNoNames(endpoint.hostname) : style === 'true',
  }
}

/** Where the bucket is asked for; a sentence when that is not clear, or would pass an open line. */
function endpointOf(parameters: URLSearchParams, region: string | null): URL | string {
  const given = parameters.get('endpoint')
  if (given === null)
    return region === null
      ? 'say where the bucket is: ?endpoint=https://…, or ?region=… for one of Amazon'
      : new URL(`https://s3.${region}.amazonaws.com`)
  if (!URL.canParse(given)) return `endpoint «${given}» is no address`
  const url = new URL(given)
  if (!/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username)
    return `endpoint «${given}» must be https:// and a host, without a path`
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && parameters.get('allowHttp') !== 'true')
    return `endpoint «${given}» needs https: files would pass an open line. On a network of your own, say allowHttp=true`
  return url
}

/** What is wrong with a value of `STORAGE_URL`; undefined when nothing is. */
export function storageFault(text: unknown): string | undefined {
  const place = parseStorage(typeof text === 'string' ? text : '')
  return typeof place === 'string' ? place : undefined
}

/** Addresses and this machine have no names below them. */
function hasNoNames(hostname: string): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || hostname === 'localhost'
}

/** @throws Error when a bucket is named without its key, or a key without a bucket */
export function readStorage(env: {
  STORAGE_URL?: string
  STORAGE_ACCESS_KEY_ID?: string
  STORAGE_SECRET_ACCESS_KEY?: string
}): Storage | null {
  const { STORAGE_ACCESS_KEY_ID: accessKeyId, STORAGE_SECRET_ACCESS_KEY: secretAccessKey } = env
  const place = env.STORAGE_URL === undefined ? null : parseStorage(env.STORAGE_URL)
  if (place === null || typeof place === 'string') {
    if (!accessKeyId && !secretAccessKey) return null
    throw new Error(
      'STORAGE_ACCESS_KEY_ID, STORAGE_SECRET_ACCESS_KEY: set STORAGE_URL too, or neither of them.',
    )
  }
  if (accessKeyId && secretAccessKey) return { ...place, accessKeyId, secretAccessKey }
  throw new Error('STORAGE_URL needs STORAGE_ACCESS_KEY_ID and STORAGE_SECRET_ACCESS_KEY (or …_FILE).')
}
