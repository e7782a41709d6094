import { streamOf } from './streams.server'

/** Thrown by loaders and actions; the error boundary shows the page that says what to do next. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: 'Not Found' })
}

export function forbidden(): Response {
  return new Response(null, { status: 403, statusText: 'Forbidden' })
}

/** What is wrong with a form, from a route without a page: there, Remix would answer what `data` holds with a 200. */
export function refusedForm({ data, init }: { data: unknown; init: ResponseInit | null }): Response {
  return Response.json(data, init ?? undefined)
}

/** The value, or a 404. */
export function orNotFound<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound()
  return value
}

/** A stored file to download, never shown in place. Its name is written for old and new readers (RFC 6266). */
export function downloadFile(bytes: Uint8Array<ArrayBuffer>, fileName: string, type: string): Response {
  return new Response(bytes, {
    headers: {
      'Content-Type': type,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; ${namedBoth(fileName)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  })
}

/** A document made by the product, as it is drawn: the browser may show it, and keeps it under this name (RFC 6266). */
export function documentReply(stream: ReadableStream<Uint8Array>, fileName: string, type: string): Response {
  return new Response(stream, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `inline; ${namedBoth(fileName)}`,
      'X-Robots-Tag': 'noindex',
      'Cache-Control': 'private, no-store',
    },
  })
}

/** A picture of our own making (JPEG), kept out of search engines; `cache` says who may keep it. */
export function pictureReply(bytes: Uint8Array<ArrayBuffer>, cache: string): Response {
  return new Response(bytes, {
    headers: {
      'Content-Type': 'image/jpeg',
      'Content-Length': String(bytes.byteLength),
      'X-Robots-Tag': 'noindex',
      'Cache-Control': cache,
    },
  })
}

/** A file's name for readers of RFC 2616 and of RFC 5987. */
function namedBoth(fileName: string): string {
  const ascii = fileName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\]/g, '_')
  return `filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName).replaceAll("'", '%27')}`
}

/** A file too long to be held at once, sent as it is made. */
export function downloadStream(
  parts: AsyncGenerator<string | Uint8Array, void, undefined>,
  fileName: string,
  type: string,
): Response {
  return new Response(streamOf(parts), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  })
}

/** A file to download, never shown in place. */
export function download(body: string, fileName: string, type: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  })
}
