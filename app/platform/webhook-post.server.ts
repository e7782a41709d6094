import fs from 'node:fs'
import tls from 'node:tls'
import { askChecked, OutgoingError, type Lookup } from './checked-connection.server'
import { env } from './env.server'
import { ruleOfAddress } from './webhook-hosts'

/** Why a receiver did not take what was sent: nothing came of it, or what it said. */
export type PostFault = 'not-allowed' | 'no-answer' | 'too-slow' | 'redirect' | 'status'

export type PostAnswer = {
  /** Null where nothing was answered. */
  status: number | null
  /** Null where it was taken. */
  fault: PostFault | null
  durationMs: number
  /** The first characters of the answer; what went wrong where there was none. */
  text: string
}

/** What a receiver is held to: its answer must begin within this time, and no more of it is read. */
export const PATIENCE_MS = 10_000
const MOST_READ_BYTES = 2048
export const MOST_KEPT_CHARACTERS = 300

/**
 * Posts JSON to a receiver that an organisation registered: over https, to a host that the operator lets webhooks go to
 * and at an address that was checked; a redirection is a refusal. Inner addresses are gone to only where the operator
 * names the host twice, in `WEBHOOK_HOSTS` and in `INNER_HOSTS` (`localhost`: in the first). Answers of 2xx have taken it. Throws nothing.
 */
export async function postToReceiver(
  address: string,
  { body, headers }: { body: string; headers: Readonly<Record<string, string>> },
  { lookup, patienceMs = PATIENCE_MS }: { lookup?: Lookup; patienceMs?: number } = {},
): Promise<PostAnswer> {
  const startedAt = performance.now()
  const answered = (fault: PostFault | null, status: number | null, text: string): PostAnswer => ({
    ...{ fault, status, text: text.slice(0, MOST_KEPT_CHARACTERS) },
    durationMs: Math.round(performance.now() - startedAt),
  })
  const { webhooks } = env()
  const rule = webhooks && URL.canParse(address) ? ruleOfAddress(new URL(address), webhooks) : null
  if (!webhooks || rule === null) return answered('not-allowed', null, '')
  const signal = AbortSignal.timeout(patienceMs)
  const init = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers }, signal }
  const way = { isConfigured: rule === 'named', lookup, ca: authoritiesOf(webhooks.caFile) }
  try {
    const reply = await askChecked(new URL(address), init, way)
    const text = await headOf(reply.body)
    if (reply.ok) return answered(null, reply.status, text)
    const isElsewhere = reply.status >= 300 && reply.status < 400
    return answered(isElsewhere ? 'redirect' : 'status', reply.status, text)
  } catch (error) {
    if (error instanceof OutgoingError) return answered('not-allowed', null, '')
    if (signal.aborted) return answered('too-slow', null, '')
    return answered('no-answer', null, codeOf(error))
  }
}

function authoritiesOf(caFile: string | null): string[] | undefined {
  return caFile === null ? undefined : [...tls.rootCertificates, fs.readFileSync(caFile, 'utf8')]
}

/** The beginning of an answer, however much follows and however slowly it comes; the rest is not waited for. */
async function headOf(body: ReadableStream<Uint8Array> | null): Promise<string> {
  if (!body) return ''
  const reader = body.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  try {
    while (size < MOST_READ_BYTES) {
      const { value, done } = await reader.read()
      if (done) break
      parts.push(value)
      size += value.byteLength
    }
  } catch {
    // What was answered counts, whatever becomes of the rest.
  }
  await reader.cancel().catch(() => undefined)
  return new TextDecoder().decode(Buffer.concat(parts).subarray(0, MOST_READ_BYTES)).replaceAll('\0', '')
}

/** What Node calls the fault of a connection or of a certificate; never a sentence, which may hold an address. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
