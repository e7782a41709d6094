import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'

type Options = { challenge: string; rp?: { id?: string }; rpId?: string; user?: { id: string } }

/** What a browser and an authenticator do wrong, for refusals. */
type Faults = {
  origin?: string
  rpID?: string
  isVerified?: boolean
  counter?: number
  challenge?: string
  algorithm?: number
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest()
const b64 = (data: Uint8Array | string) => Buffer.from(data).toString('base64url')

/** The parts of CBOR (RFC 8949) that credentials are written in. */
function cbor(value: number | string | Uint8Array | Map<unknown, unknown>): Buffer {
  const head = (major: number, size: number) => {
    if (size < 24) return Buffer.from([(major << 5) | size])
    return size < 256
      ? Buffer.from([(major << 5) | 24, size])
      : Buffer.from([(major << 5) | 25, size >> 8, size & 255])
  }
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Map) {
    const entries = [...value].flatMap(([key, held]) => [cbor(key as number), cbor(held as number)])
    return Buffer.concat([head(5, value.size), ...entries])
  }
  return Buffer.concat([head(2, value.length), value])
}

/**
 * An authenticator with its browser, as programs: one P-256 key that says whose it is (WebAuthn level 2, «none»
 * attestation), for tests that no browser runs. Browsers of tests have their own.
 */
export class Authenticator {
  readonly id = randomBytes(32)
  private readonly pair: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  })
  private userHandle = ''
  private counter = 0

  constructor(private readonly site: { origin: string; rpID: string }) {}

  /** Makes its credential, as `navigator.credentials.create` answers. */
  register(options: object, faults: Faults = {}) {
    const { challenge, user } = options as Options
    this.userHandle = user?.id ?? ''
    const { x = '', y = '' } = this.pair.publicKey.export({ format: 'jwk' })
    const key = cbor(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, faults.algorithm ?? -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    )
    const size = Buffer.from([this.id.length >> 8, this.id.length & 255])
    const credential = Buffer.concat([Buffer.alloc(16), size, this.id, key])
    const authData = Buffer.concat([this.authData(faults, 0x40), credential])
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ])
    return {
      ...this.named(),
      response: {
        clientDataJSON: this.clientData('webauthn.create', challenge, faults),
        attestationObject: b64(cbor(attestation)),
        transports: ['internal'],
      },
    }
  }

  /** Signs a challenge, as `navigator.credentials.get` answers. */
  sign(options: object, faults: Faults = {}) {
    this.counter += 1
    const clientDataJSON = this.clientData('webauthn.get', (options as Options).challenge, faults)
    const authData = this.authData(faults, 0)
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))])
    return {
      ...this.named(),
      response: {
        clientDataJSON,
        authenticatorData: b64(authData),
        signature: b64(createSign('SHA256').update(signed).sign(this.pair.privateKey)),
        userHandle: this.userHandle,
      },
    }
  }

  private named() {
    const id = b64(this.id)
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} }
  }

  private authData(
    { rpID = this.site.rpID, isVerified = true, counter = this.counter }: Faults,
    more: number,
  ) {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpID), Buffer.from([0x01 | (isVerified ? 0x04 : 0) | more]), count])
  }

  private clientData(type: string, challenge: string, faults: Faults): string {
    const origin = faults.origin ?? this.site.origin
    return b64(JSON.stringify({ type, challenge: faults.challenge ?? challenge, origin, crossOrigin: false }))
  }
}
