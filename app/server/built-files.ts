import fs from 'node:fs'
import path from 'node:path'
import express, { type RequestHandler } from 'express'

const BROTLI = '.br'

/**
 * Files of the build, whose names change with their content: kept for a year, and sent as the build compressed them to
 * whoever reads Brotli. Their headers are few, since a page asks for thirty of them.
 */
export function builtFiles(folder: string): RequestHandler {
  const compressed = new Set(compressedIn(folder))
  const router = express.Router()
  router.use((req, res, next) => {
    res.set({ 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin' })
    if (compressed.has(req.path)) {
      res.vary('Accept-Encoding')
      if (req.acceptsEncodings('br')) {
        res.type(path.extname(req.path)).set('Content-Encoding', 'br')
        req.url = req.path + BROTLI
      }
    }
    next()
  })
  const plain = { etag: false, acceptRanges: false, index: false, redirect: false } as const
  router.use(express.static(folder, { immutable: true, maxAge: '1y', ...plain }))
  return router
}

/** The addresses below the folder that the build wrote compressed beside. */
function compressedIn(folder: string): string[] {
  return addressesIn(folder).flatMap((address) =>
    address.endsWith(BROTLI) ? [address.slice(0, -BROTLI.length)] : [],
  )
}

/** The addresses of a folder's files, from a slash on; none where there is no such folder. */
export function addressesIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) =>
        `/${path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`,
    )
}
