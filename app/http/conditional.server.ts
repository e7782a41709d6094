import { createHash } from 'node:crypto'

const FRESH_S = 300

/**
 * A public document that programs ask for again and again: with its tag and date (RFC 9110 §8.8), and nothing but 304
 * when what they hold is the same. A tag counts before a date. Pages of any site may read it: it holds what every
 * visitor sees.
 */
export function conditionalReply(
  request: Request,
  { body, type, changedAtMs }: { body: string; type: string; changedAtMs: number },
): Response {
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = {
    ETag: etag,
    'Last-Modified': new Date(changedAtMs).toUTCString(),
    'Cache-Control': `public, max-age=${FRESH_S}`,
    Vary: 'Accept-Language, Cookie',
    'Access-Control-Allow-Origin': '*',
  }
  if (isHeld(request.headers, etag, changedAtMs)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'Content-Type': `${type}; charset=utf-8` } })
}

function isHeld(headers: Headers, etag: string, changedAtMs: number): boolean {
  const held = headers.get('If-None-Match')
  if (held !== null) {
    // Tags are compared weakly: a cache may have made a strong one weak, and the other way round.
    const plain = (tag: string) => tag.trim().replace(/^W\//, '')
    return held.trim() === '*' || held.split(',').some((tag) => plain(tag) === plain(etag))
  }
  const since = Date.parse(headers.get('If-Modified-Since') ?? '')
  return !Number.isNaN(since) && Math.floor(changedAtMs / 1000) * 1000 <= since
}
