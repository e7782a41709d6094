import { describe, expect, it } from 'vitest'
import { readEnv } from './env.server'
import { parseStorage } from './storage-place'

const place = {
  bucket: 'fichiers',
  prefix: '',
  endpoint: 'https://s3.example.org',
  region: 'us-east-1',
  isPathStyle: false,
}

describe('STORAGE_URL', () => {
  it.each([
    ['s3://fichiers?endpoint=https://s3.example.org', place],
    [
      's3://fichiers/?endpoint=https://s3.example.org:9000/',
      { ...place, endpoint: 'https://s3.example.org:9000' },
    ],
    [
      's3://fichiers/a/b/?endpoint=https://s3.example.org&region=gra',
      { ...place, prefix: 'a/b/', region: 'gra' },
    ],
    [
      's3://fichiers?region=eu-west-3',
      { ...place, endpoint: 'https://s3.eu-west-3.amazonaws.com', region: 'eu-west-3' },
    ],
    [
      's3://fichiers?endpoint=http://127.0.0.1:9000',
      { ...place, endpoint: 'http://127.0.0.1:9000', isPathStyle: true },
    ],
    ['s3://fichiers?endpoint=http://s3.lan&allowHttp=true', { ...place, endpoint: 'http://s3.lan' }],
    ['s3://fichiers?endpoint=https://s3.example.org&forcePathStyle=true', { ...place, isPathStyle: true }],
  ])('reads %s', (text, read) => {
    expect(parseStorage(text)).toEqual(read)
  })

  it.each([
    ['/srv/fichiers', /name a bucket as s3:/],
    ['https://s3.example.org/fichiers', /name a bucket as s3:/],
    ['s3://fichiers', /say where the bucket is/],
    ['s3://key:secret@fichiers?region=gra', /keys do not belong in the address/],
    ['s3://Mes_Fichiers?region=gra', /is no name of a bucket/],
    ['s3://fichiers/%2fx?region=gra', /may hold letters/],
    ['s3://fichiers/a//b?region=gra', /may hold letters/],
    ['s3://fichiers?region=gra&acl=public-read', /«acl» is not known/],
    ['s3://fichiers?region=GRA 1', /is no region/],
    ['s3://fichiers?endpoint=https://s3.example.org/fichiers', /without a path/],
    ['s3://fichiers?endpoint=ftp://s3.example.org', /must be https/],
    ['s3://fichiers?region=gra&forcePathStyle=yes', /true or false/],
  ])('says what is wrong with %s', (text, said) => {
    const read = parseStorage(text)
    expect(read).toMatch(said)
    expect(read).not.toContain('secret@')
  })

  it('ASVS 12.3.1: names no bucket over an open line, unless it is on this machine or that was said', () => {
    expect(parseStorage('s3://fichiers?endpoint=http://s3.example.org')).toMatch(/needs https/)
    expect(parseStorage('s3://fichiers?endpoint=http://s3.example.org&allowHttp=yes')).toMatch(/needs https/)
  })

  it('needs its key, and the key a bucket', () => {
    const STORAGE_URL = 's3://fichiers?region=gra'
    const key = { STORAGE_ACCESS_KEY_ID: 'id', STORAGE_SECRET_ACCESS_KEY: 'secret' }
    expect(readEnv({ NODE_ENV: 'test' }).storage).toBeNull()
    expect(readEnv({ NODE_ENV: 'test', STORAGE_URL, ...key }).storage).toMatchObject({ accessKeyId: 'id' })
    expect(() => readEnv({ NODE_ENV: 'test', STORAGE_URL })).toThrow(/needs STORAGE_ACCESS_KEY_ID/)
    expect(() => readEnv({ NODE_ENV: 'test', ...key })).toThrow(/set STORAGE_URL too/)
    expect(() => readEnv({ NODE_ENV: 'test', STORAGE_URL: 's3://x', ...key })).toThrow(/STORAGE_URL: /)
  })
})
