import process from 'node:process'
import ts from 'typescript'
import { beforeAll, expect, it } from 'vitest'
import { filesOf, findIn, readSources, writtenOut, type Call, type Found } from '../sources/read-sources'
import { CRYPTOGRAPHY_LIBRARIES, CRYPTOGRAPHY_USES } from './cryptography-uses'

let found: Found
beforeAll(() => {
  found = findIn(readSources(process.cwd()))
}, 180_000)

const CALLS = [...new Set(CRYPTOGRAPHY_USES.map(({ call }) => call))]
const called = (name: string) => found.calls.filter((call) => call.name === name)
const algorithmIn = ({ args }: Call) => writtenOut(args[0])

it.each(CALLS)('ASVS 11.1.2: %s is in the files of the inventory, and in no other', (call) => {
  const listed = CRYPTOGRAPHY_USES.filter((use) => use.call === call).flatMap(({ files }) => files)
  expect(filesOf(called(call))).toEqual([...new Set(listed)].sort())
})

const CRYPTO = /^(node:)?crypto$/
const usesCrypto = (file: string) => found.imports.some((one) => one.file === file && CRYPTO.test(one.module))

it('ASVS 11.2.1: is done by Node’s own module and by libraries made for it, and by no code of ours', () => {
  const others = [
    'sign',
    'generateKeyPair',
    'generateKeyPairSync',
    'createSign',
    'createVerify',
    'publicEncrypt',
  ]
  const more = [
    'privateDecrypt',
    'createDiffieHellman',
    'createECDH',
    'scrypt',
    'scryptSync',
    'pbkdf2',
    'hkdf',
  ]
  expect(
    [...others, ...more].flatMap((name) =>
      called(name)
        .filter(({ file }) => usesCrypto(file))
        .map(({ file, callee }) => `${file}: ${callee}`),
    ),
  ).toEqual([])
  const importing = filesOf(found.imports.filter(({ module }) => CRYPTO.test(module)))
  expect(importing.filter((file) => !isListed(file))).toEqual([])
  for (const [name, { file }] of Object.entries(CRYPTOGRAPHY_LIBRARIES)) {
    const users = found.imports.filter(({ module }) => module === name)
    expect(filesOf(users), name).toContain(file)
  }
  const unknown = found.imports.filter(({ module }) =>
    /(crypto-js|tweetnacl|libsodium|bcrypt|node-forge|jsrsasign|jsonwebtoken|elliptic|^jose$|md5|sha\.?js)/.test(
      module,
    ),
  )
  expect(unknown).toEqual([])
})

const isListed = (file: string) => CRYPTOGRAPHY_USES.some(({ files }) => files.includes(file))

it('ASVS 11.3.1, 11.3.2: encrypts with AES-256-GCM alone', () => {
  const ciphers = [...called('createCipheriv'), ...called('createDecipheriv')]
  expect(ciphers.map(algorithmIn)).toEqual(['aes-256-gcm', 'aes-256-gcm'])
})

it('ASVS 11.4.3: hashes and signs links with SHA-256; SHA-1 only finds a place in a public list', () => {
  const hashes = [...called('createHash'), ...called('createHmac'), ...called('hkdfSync')]
  const weak = hashes.filter((call) => algorithmIn(call) !== 'sha256')
  expect(weak.map(({ file, args }) => `${file}: ${writtenOut(args[0])}`)).toEqual([
    'app/platform/breached-passwords.server.ts: sha1',
  ])
})

it('ASVS 11.5.1: what must not be guessed comes from the system’s generator, in 128 bits and more', () => {
  const SHORT: Record<string, string> = {
    'app/features/identity/model/recovery-codes.ts':
      'typed by people: 60 bits, hashed at a cost, few tries (6.5.2, 6.5.4)',
    'app/features/identity/seal.server.ts': 'IV_BYTES, the size that the cipher takes; it is no secret',
    'app/features/labels/new-codes.server.ts': 'CODE_RANDOM; printed on a label',
    'app/features/reservations/issue-papers.server.ts': 'PAPER_RANDOM; printed on a paper',
    'app/platform/disk-store.server.ts': 'a temporary name beside the 128 bits of the key',
    'app/server/middleware.ts': 'a request’s name in logs, beside the 128 bits of the nonce',
  }
  const short = called('randomBytes').filter(
    ({ args }) => !(args[0] && ts.isNumericLiteral(args[0]) && Number(args[0].text) >= 16),
  )
  expect(filesOf(short)).toEqual(Object.keys(SHORT))
  // Pauses between tries, and which pages are measured: nothing that anyone gains by guessing.
  expect(filesOf(found.calls.filter(({ callee }) => callee === 'Math.random'))).toEqual([
    'app/features/field/ui/store/outbox-runner.ts',
    'app/features/webhooks/commands/send-delivery.server.ts',
    'app/http/measured.server.ts',
    'app/platform/transaction.server.ts',
  ])
})
