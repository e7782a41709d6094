import { randomBytes } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import helmet from 'helmet'
import { truncatedAddress } from '~/core/network'
import { duringRequest } from '~/platform/request-facts.server'
import { traced } from '~/platform/trace.server'
import { POLICY_REPORTS } from './policy-reports'

/** Largest accepted body: photos are compressed before sending; a raw 4-photo form without JavaScript still fits. */
export const MAX_BODY_BYTES = 60 * 1024 * 1024
const MAX_FORM_BYTES = 256 * 1024

/** Names the request: in each line of the logs that it leads to, in a header, and where scripts can read it of a request for data. */
export function nameRequests() {
  return (req: Request, res: Response, next: NextFunction) => {
    const id = randomBytes(5).toString('hex')
    res.locals.requestId = id
    res.set({ 'X-Request-Id': id, 'Server-Timing': `request;desc="${id}"` })
    const facts = { requestId: id, address: truncatedAddress(req.ip ?? ''), actor: null }
    traced({ requestId: id }, () => duringRequest(facts, next))
  }
}

export function requestIdOf(res: Response): string {
  return String(res.locals.requestId)
}

/** Our own pages may ask for what a building site needs; no page may lend it to another site's frame. */
const PERMISSIONS = 'camera=(self), microphone=(self), geolocation=(self)'

/** Where browsers tell what they kept from running: older ones read the first, newer ones the second. */
const REPORTED = { reportUri: [POLICY_REPORTS], reportTo: ['policy'] }

/**
 * Security headers, with a nonce per response and a content policy of this host only; base maps that the operator
 * configured add the hosts of their tiles, for pictures and for what scripts ask.
 */
export function securityHeaders({
  isHttps,
  hasPolicy,
  tileOrigins = [],
}: {
  isHttps: boolean
  hasPolicy: boolean
  tileOrigins?: readonly string[]
}) {
  const apply = helmet({
    contentSecurityPolicy: hasPolicy && {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", (_, res) => `'nonce-${nonceOf(res as Response)}'`],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tileOrigins],
        connectSrc: ["'self'", ...tileOrigins],
        fontSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['default'],
        ...REPORTED,
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
    // The default, no-referrer, makes browsers send «Origin: null» on form posts without JavaScript.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: isHttps,
  })
  const applyFramed = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: [(_, res) => `'nonce-${nonceOf(res as Response)}'`],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ['*'],
        ...REPORTED,
      },
    },
    xFrameOptions: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isHttps,
  })
  return (req: Request, res: Response, next: NextFunction) => {
    res.set({ 'Permissions-Policy': PERMISSIONS, 'Reporting-Endpoints': `policy="${POLICY_REPORTS}"` })
    res.locals.nonce = randomBytes(16).toString('base64')
    if (FRAMED.test(req.path)) applyFramed(req, res, next)
    else apply(req, res, next)
  }
}

/** Made to stand in pages of other sites: public figures, no script, no form, no cookie. Nothing else may be framed. */
const FRAMED = /^\/widget\/[\w-]+$/

export function nonceOf(res: Response): string {
  return String(res.locals.nonce)
}

/**
 * Mail programs in a browser post to the link of an e-mail from their own site (RFC 8058). Its signed token is what
 * proves the right, and the session is not read: nothing else is gained by starting this write elsewhere.
 */
const STOP_PATH = /^\/(desabonnement|alertes\/fin|bilan\/fin)\/[\w.-]+$/

/** Refuses writes that another site's page started (ASVS 5.0.0 3.5.1): same origin, or no browser at all. */
export function refuseForeignWrites(publicOrigin: string) {
  return (req: Request, res: Response, next: NextFunction) => {
    if (req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS') return next()
    if (req.method === 'POST' && STOP_PATH.test(req.path)) {
      delete req.headers.origin
      return next()
    }
    const site = req.get('Sec-Fetch-Site')
    if (site && site !== 'same-origin' && site !== 'none') return refuse(res, 403)
    const origin = req.get('Origin') ?? originOf(req.get('Referer'))
    if (origin && !isOwnOrigin(origin, req.get('Host'), publicOrigin)) return refuse(res, 403)
    // The framework has a check of its own: it answers with a fault where a proxy leaves its own name in Host.
    delete req.headers.origin
    return next()
  }
}

/** Methods that something here answers; what each address takes of them is its own to say. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Refuses every other method before anything reads the request: TRACE would send back what it was sent. */
export function refuseOddMethods() {
  return (req: Request, res: Response, next: NextFunction) => {
    if (METHODS.has(req.method)) return next()
    res.set('Allow', 'GET, HEAD, POST, OPTIONS')
    return refuse(res, 405)
  }
}

/**
 * Refuses addresses with a NUL in their path, which no page has, and takes NUL out of what they ask: no text that is kept
 * has any.
 */
export function refuseNul() {
  return (req: Request, res: Response, next: NextFunction) => {
    if (!req.originalUrl.includes('%00')) return next()
    const [path = '', ...asked] = req.originalUrl.split('?')
    if (path.includes('%00')) return refuse(res, 400)
    req.originalUrl = req.url = [path, ...asked].join('?').replaceAll('%00', '')
    return next()
  }
}

/** Refuses bodies that are too large or do not tell their size, before anything reads them. */
export function limitBodies() {
  return (req: Request, res: Response, next: NextFunction) => {
    if (req.method === 'GET' || req.method === 'HEAD') return next()
    const declared = Number(req.get('Content-Length'))
    if (!Number.isInteger(declared) || declared < 0) return refuse(res, 411)
    const isUpload = (req.get('Content-Type') ?? '').startsWith('multipart/form-data')
    if (declared > (isUpload ? MAX_BODY_BYTES : MAX_FORM_BYTES)) return refuse(res, 413)
    return next()
  }
}

/** Browsers that send no Origin with a form send where they come from. */
function originOf(referer: string | undefined): string | undefined {
  return referer !== undefined && URL.canParse(referer) ? new URL(referer).origin : undefined
}

function isOwnOrigin(origin: string, host: string | undefined, publicOrigin: string): boolean {
  if (origin === publicOrigin) return true
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}

function refuse(res: Response, status: number): void {
  res.status(status).type('text/plain').send(REFUSALS[status])
}

const REFUSALS: Record<number, string> = {
  400: 'Cette adresse contient un caractère qu’aucune page n’accepte. Reprenez le lien, ou repartez de l’accueil.',
  403: 'Cette action vient d’un autre site et a été refusée. Ouvrez la page depuis Gisement et recommencez.',
  405: 'Cette adresse ne répond pas à cette méthode.',
  411: 'La taille de l’envoi manque. Recommencez depuis le formulaire.',
  413: 'L’envoi est trop volumineux. Envoyez moins de photos à la fois.',
}
