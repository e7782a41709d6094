/** A use of cryptography: the function that is called, where, with what, and for what. */
type CryptographyUse = {
  /** The function of the library, as the sources name it. */
  call: string
  algorithm: string
  files: readonly string[]
  about: string
  /** What it protects, and under which key. */
  protects: string
}

/** Every use in the product. A test holds that the sources have no other. */
export const CRYPTOGRAPHY_USES: readonly CryptographyUse[] = [
  {
    call: 'createHash',
    algorithm: 'SHA-256',
    files: [
      'app/features/identity/passkeys.server.ts',
      'app/features/identity/session-secret.server.ts',
      'app/features/lots/share-token.server.ts',
      'app/features/reservations/act-links.server.ts',
    ],
    about: 'what is kept of a session, a link and a challenge',
    protects: 'secrets of 128 random bits and more, which the database cannot give away; no key',
  },
  {
    call: 'createHash',
    algorithm: 'SHA-256',
    files: [
      'app/features/attachments/commands/add-attachment.server.ts',
      'app/features/examples/commands/import-example.server.ts',
      'app/features/photos/commands/add-photo.server.ts',
      'app/http/hash-of-sent-file.server.ts',
      'app/platform/sha256.server.ts',
      'app/platform/upkeep/rows/row-digest.ts',
      'app/platform/upkeep/export.server.ts',
      'app/platform/upkeep/files.server.ts',
      'app/platform/upkeep/import.server.ts',
      'app/platform/upkeep/schema-state.server.ts',
    ],
    about: 'that a file, a paper, a row of a chain or a backup is the one that was kept',
    protects: 'integrity of files, of the ledger and of the audit log; no key',
  },
  {
    call: 'createHash',
    algorithm: 'SHA-256',
    files: [
      'app/features/classifier/chosen/calibration.server.ts',
      'app/features/classifier/chosen/zero-shot-folder.server.ts',
      'app/features/classifier/chosen/zero-shot-model.server.ts',
      'app/http/api/answer.server.ts',
      'app/http/api/cursor.ts',
      'app/http/conditional.server.ts',
    ],
    about: 'names of versions and of what caches hold; shortened, as nothing rests on it',
    protects: 'nothing secret',
  },
  {
    call: 'createHash',
    algorithm: 'SHA-1',
    files: ['app/platform/breached-passwords.server.ts'],
    about: 'where a password stands in the operator’s list of leaks, which is in this order',
    protects: 'nothing: it is a place in a public list, and is kept nowhere',
  },
  {
    call: 'createHmac',
    algorithm: 'HMAC-SHA-256',
    files: [
      'app/features/alerts/alert-links.server.ts',
      'app/features/board/mail-link.server.ts',
      'app/features/identity/account-token.server.ts',
      'app/features/lots/share-token.server.ts',
      'app/features/moderation/report-link.server.ts',
      'app/features/notifications/unsubscribe-link.server.ts',
      'app/features/reservations/act-links.server.ts',
    ],
    about: 'links of e-mails and shared links, each under a prefix of its purpose',
    protects: 'what a link lets its holder do; key: SESSION_SECRET',
  },
  {
    call: 'createHmac',
    algorithm: 'HMAC-SHA-256',
    files: ['app/platform/audit.server.ts', 'app/platform/limits.server.ts'],
    about: 'names of addresses and networks in counts and in the audit log, shortened to 128 bits and more',
    protects: 'addresses that the database must not tell; key: SESSION_SECRET',
  },
  {
    call: 'hkdfSync',
    algorithm: 'HKDF-SHA-256',
    files: ['app/features/identity/seal.server.ts'],
    about: 'a key of 256 bits for each purpose',
    protects: 'keys of the cipher below; from SESSION_SECRET',
  },
  ...['createCipheriv', 'createDecipheriv'].map((call) => ({
    call,
    algorithm: 'AES-256-GCM',
    files: ['app/features/identity/seal.server.ts'],
    about:
      'secrets of authenticator applications and of webhooks, with a random 96-bit number and their owner bound to them',
    protects:
      'second factors and signatures at rest; key: derived from SESSION_SECRET; never more than one text a number',
  })),
  {
    call: 'randomBytes',
    algorithm: 'the system’s generator',
    files: [
      'app/cli/commands/users.ts',
      'app/features/identity/model/recovery-codes.ts',
      'app/features/identity/recovery-set.server.ts',
      'app/features/identity/seal.server.ts',
      'app/features/identity/session-secret.server.ts',
      'app/features/webhooks/secrets.server.ts',
      'app/platform/disk-store.server.ts',
      'app/platform/storage.server.ts',
      'app/server/middleware.ts',
    ],
    about:
      'sessions (256 bits), unused passwords (256), secrets of webhooks (256), keys of files (128), nonces of pages (128), salts (128), numbers of the cipher (96), recovery codes (60, to be typed, kept as argon2id hashes, five tries)',
    protects: 'what must not be guessed',
  },
  {
    call: 'randomBytes',
    algorithm: 'the system’s generator',
    files: ['app/features/labels/new-codes.server.ts', 'app/features/reservations/issue-papers.server.ts'],
    about:
      'codes of labels and numbers of papers, short enough to be typed; who holds one reads what is printed',
    protects: 'nothing secret',
  },
  {
    call: 'randomInt',
    algorithm: 'the system’s generator',
    files: ['app/features/lots/commands/publish-lot.server.ts'],
    about: 'references of lots, short enough to be said; knowing one gives no right',
    protects: 'nothing secret',
  },
  {
    call: 'randomUUID',
    algorithm: 'the system’s generator',
    files: ['app/jobs/worker.server.ts'],
    about: 'which process holds a job',
    protects: 'nothing secret',
  },
  {
    call: 'getRandomValues',
    algorithm: 'the system’s generator',
    files: ['app/core/ids.ts'],
    about: 'ids of records (UUID version 7); knowing one gives no right',
    protects: 'nothing secret',
  },
  {
    call: 'timingSafeEqual',
    algorithm: 'comparison in constant time',
    files: [
      'app/features/alerts/alert-links.server.ts',
      'app/features/board/mail-link.server.ts',
      'app/features/moderation/report-link.server.ts',
      'app/features/notifications/unsubscribe-link.server.ts',
      'app/features/reservations/act-links.server.ts',
    ],
    about: 'signatures of links',
    protects: 'that a signature is not found letter by letter',
  },
]

/** Libraries that do what Node's own module does not, each maintained for it alone. */
export const CRYPTOGRAPHY_LIBRARIES: Readonly<Record<string, { file: string; about: string }>> = {
  '@node-rs/argon2': {
    file: 'app/features/identity/passwords.server.ts',
    about: 'argon2id (19 MiB, two passes, one lane; 128-bit salts) for passwords and recovery codes',
  },
  '@simplewebauthn/server': {
    file: 'app/features/identity/passkeys.server.ts',
    about:
      'signatures of passkeys: Ed25519, ES256 or RS256, made by the authenticator; we keep the public key',
  },
  'openid-client': {
    file: 'app/platform/openid.server.ts',
    about: 'signatures of ProConnect: RS256 or ES256, as the operator set; PKCE with SHA-256',
  },
  '@remix-run/node': {
    file: 'app/http/session-cookie.server.ts',
    about:
      'HMAC-SHA-256 of cookies under SESSION_SECRET; those of the secret before are read while it is known',
  },
  standardwebhooks: {
    file: 'app/features/webhooks/sign.server.ts',
    about:
      'HMAC-SHA-256 of what webhooks are told, with its id and its time, under a secret of each (Standard Webhooks 1.0)',
  },
  otpauth: {
    file: 'app/features/identity/totp.server.ts',
    about:
      'codes of applications: HMAC-SHA-1 of a 160-bit secret (RFC 6238), the only one that every application reads',
  },
}
