import type { RequestHandler } from 'express'

/**
 * Lets what is left of a request go by where it was answered before all of it was read, as a photo of somebody who is not
 * signed in: browsers read an answer only once they have sent everything, and what comes next on their connection waits
 * behind it. Node does so by itself only where nobody had begun to read.
 */
export function readOut(): RequestHandler {
  return (req, res, next) => {
    res.once('finish', () => {
      if (req.readableEnded) return
      // Whoever had begun to read would have it pause.
      req.removeAllListeners('data')
      req.resume()
    })
    next()
  }
}
