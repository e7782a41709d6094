import { expect, it } from 'vitest'
import { parseScanner } from './scanner-place'

it.each([
  ['/run/clamav/clamd.ctl', { kind: 'socket', path: '/run/clamav/clamd.ctl' }],
  ['tcp://127.0.0.1:3310', { kind: 'host', host: '127.0.0.1', port: 3310 }],
  ['tcp://[::1]:3310', { kind: 'host', host: '::1', port: 3310 }],
  ['tcp://127.0.0.1', null],
  ['tcp://scanner.example:3310', null],
  ['tcp://127.0.0.1:3310/x', null],
  ['http://127.0.0.1:3310', null],
  ['clamd.ctl', null],
  ['127.0.0.1:3310', null],
])('%s', (text, place) => {
  expect(parseScanner(text)).toEqual(place)
})
