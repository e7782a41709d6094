import { expect, it } from 'vitest'
import { passkeySiteOf } from './passkey-site'

it.each([
  ['https://gisement.example.org', { rpID: 'gisement.example.org', origin: 'https://gisement.example.org' }],
  [
    'https://gisement.example.org:8443',
    { rpID: 'gisement.example.org', origin: 'https://gisement.example.org:8443' },
  ],
  ['http://localhost:3000', { rpID: 'localhost', origin: 'http://localhost:3000' }],
  ['http://gisement.example.org', null],
  ['https://192.0.2.7', null],
  ['https://[2001:db8::7]', null],
  ['http://127.0.0.1:3000', null],
])('%s', (publicUrl, site) => {
  expect(passkeySiteOf(publicUrl)).toEqual(site)
})
