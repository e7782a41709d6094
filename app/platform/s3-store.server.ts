import http from 'node:http'
import https from 'node:https'
import type * as Sdk from '@aws-sdk/client-s3'
import { lookupOf, OutgoingError } from './checked-connection.server'
import { logger } from './logger.server'
import {
  DamagedFileError,
  isStoredPath,
  storedPath,
  StoreError,
  type ObjectStore,
  type StoredObject,
} from './object-store'
import { bodyWithin } from './outgoing.server'
import { isMissing, storeFault } from './s3-faults'
import { sha256 } from './sha256.server'
import type { Storage } from './storage-place'

type Opened = { sdk: typeof Sdk; client: Sdk.S3Client; abortSignal: AbortSignal }

const CONNECT_MS = 3000
const ANSWER_MS = 20_000
/** All tries of one request together. */
const WHOLE_MS = 60_000
const TRIES = 3
const CONNECTIONS = 32
/** Files that one answer lists: as many as the protocol allows. */
const PAGE = 1000
const MOST_BYTES = 256 * 1024 * 1024
/** After a request that nothing answered, others are refused at once for so long: whoever waits is told sooner. */
const PAUSE_MS = 2000

/**
 * Files as objects of a bucket. Each goes with its SHA-256: as the checksum that the server holds what arrives against
 * (the signature covers it too), and as metadata that every reading is held against.
 */
export function s3Store(place: Storage, pageSize = PAGE): ObjectStore {
  const { bucket, prefix, endpoint } = place
  const name = `s3://${bucket}/${prefix} at ${endpoint}`
  const call = callsTo(place, name)
  const at = (path: string) => ({ Bucket: bucket, Key: prefix + storedPath(path) })
  const get: ObjectStore['get'] = async (path) => {
    const object = at(path)
    return call('hand out a file', async ({ sdk, client, abortSignal }) => {
      const asked = new sdk.GetObjectCommand({ ...object, ChecksumMode: 'ENABLED' })
      const { Body, Metadata } = await client.send(asked, { abortSignal })
      const bytes = Body
        ? await bodyWithin(Body.transformToWebStream() as ReadableStream<Uint8Array>, MOST_BYTES)
        : new Uint8Array()
      if (Metadata?.sha256 !== undefined && sha256(bytes) !== Metadata.sha256)
        throw new DamagedFileError(path)
      return bytes
    })
  }
  return {
    kind: 's3',
    name,
    get,
    put: async (path, bytes) => {
      const object = at(path)
      const digest = sha256(bytes)
      const checksum = Buffer.from(digest, 'hex').toString('base64')
      await call('store a file', async ({ sdk, client, abortSignal }) => {
        const sent = { ...object, Body: bytes, ContentLength: bytes.byteLength, ChecksumSHA256: checksum }
        const asked = new sdk.PutObjectCommand({ ...sent, Metadata: { sha256: digest } })
        const { ChecksumSHA256: kept } = await client.send(asked, { abortSignal })
        if (kept !== undefined && kept !== checksum)
          throw new StoreError(`${name} kept something else than what was sent`, { isRefusal: true })
      })
    },
    remove: async (path) => {
      const object = at(path)
      await call('remove a file', ({ sdk, client, abortSignal }) =>
        client.send(new sdk.DeleteObjectCommand(object), { abortSignal }),
      )
    },
    find: async (path) => {
      const object = at(path)
      const head = await call('tell of a file', ({ sdk, client, abortSignal }) =>
        client.send(new sdk.HeadObjectCommand(object), { abortSignal }),
      )
      if (head === null) return null
      if (head.Metadata?.sha256) return { bytes: head.ContentLength ?? 0, sha256: head.Metadata.sha256 }
      // Brought there by something else than this product: its hash is not noted.
      const bytes = await get(path)
      return bytes && { bytes: bytes.byteLength, sha256: sha256(bytes) }
    },
    list: (start) => objectsIn(place, call, prefix + start, pageSize),
  }
}

async function* objectsIn(
  place: Storage,
  call: Call,
  start: string,
  pageSize: number,
): AsyncIterable<StoredObject> {
  const { bucket, prefix } = place
  let token: string | undefined
  do {
    const asked = { Bucket: bucket, Prefix: start, ContinuationToken: token, MaxKeys: pageSize }
    const page = await call('list its files', ({ sdk, client, abortSignal }) =>
      client.send(new sdk.ListObjectsV2Command(asked), { abortSignal }),
    )
    for (const { Key = '', Size = 0, LastModified } of page?.Contents ?? []) {
      const path = Key.slice(prefix.length)
      if (isStoredPath(path)) yield { path, bytes: Size, changedAtMs: LastModified?.getTime() ?? 0 }
    }
    token = page?.IsTruncated ? page.NextContinuationToken : undefined
  } while (token !== undefined)
}

type Call = ReturnType<typeof callsTo>

/** Makes requests to a bucket: the result, or null for a file that is not there. */
function callsTo(place: Storage, name: string) {
  let opening: Promise<Omit<Opened, 'abortSignal'>> | null = null
  let down: { fault: StoreError; untilMs: number } | null = null
  return async <T>(act: string, work: (opened: Opened) => Promise<T>): Promise<T | null> => {
    if (down && performance.now() < down.untilMs) throw down.fault
    try {
      const opened = await (opening ??= open(place))
      return await work({ ...opened, abortSignal: AbortSignal.timeout(WHOLE_MS) })
    } catch (error) {
      if (isMissing(error)) return null
      if (error instanceof DamagedFileError || error instanceof StoreError) throw error
      if (error instanceof OutgoingError)
        throw new StoreError(`${name} cannot ${act}: ${error.message}`, { isRefusal: true })
      const fault = storeFault(error, name, act)
      if (!fault.isRefusal) down = { fault, untilMs: performance.now() + PAUSE_MS }
      throw fault
    }
  }
}

/** The client, read when it is first needed: most installations keep files on their disk. */
async function open(place: Storage): Promise<Omit<Opened, 'abortSignal'>> {
  // The release is pinned: that later ones want a newer Node concerns who upgrades it.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  const sdk = await import('@aws-sdk/client-s3')
  const url = new URL(place.endpoint)
  const kept = { keepAlive: true, maxSockets: CONNECTIONS, lookup: lookupOf(url) }
  const agent = url.protocol === 'https:' ? new https.Agent(kept) : new http.Agent(kept)
  // What it says of failures repeats the request; each is told by its fault.
  const warn = (said: unknown) => {
    if (typeof said === 'string') logger().warn({ said }, 'the store of files')
  }
  const client = new sdk.S3Client({
    ...{ endpoint: place.endpoint, region: place.region, forcePathStyle: place.isPathStyle },
    credentials: { accessKeyId: place.accessKeyId, secretAccessKey: place.secretAccessKey },
    // Nothing of the machine's own settings for Amazon counts, and no server is asked but the one configured.
    ...{ defaultsMode: 'legacy', followRegionRedirects: false, useDualstackEndpoint: false },
    ...{ useFipsEndpoint: false, useArnRegion: false, disableMultiregionAccessPoints: true },
    ...{ maxAttempts: TRIES, retryMode: 'standard' },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_SUPPORTED',
    logger: { warn, error: () => undefined, info: () => undefined, debug: () => undefined },
    requestHandler: {
      ...{ httpAgent: agent, httpsAgent: agent },
      ...{ connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS, socketTimeout: ANSWER_MS },
      throwOnRequestTimeout: true,
    },
  })
  return { sdk, client }
}
