import { describe, expect, it } from 'vitest'
import { fileInTar } from './tar-file'

function entry(name: string, content: string): Buffer {
  const header = Buffer.alloc(512)
  header.write(name)
  header.write(`${content.length.toString(8).padStart(11, '0')} `, 124)
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512)
  body.write(content)
  return Buffer.concat([header, body])
}

const archive = Buffer.concat([
  entry('package/one.txt', 'first'),
  entry('package/empty', ''),
  entry('package/long.bin', 'x'.repeat(600)),
  entry('package/last', 'end'),
  Buffer.alloc(1024),
])

describe('fileInTar', () => {
  it('finds files wherever they stand', () => {
    const read = (name: string) => Buffer.from(fileInTar(archive, name)!).toString()
    expect(read('package/one.txt')).toBe('first')
    expect(read('package/empty')).toBe('')
    expect(read('package/long.bin')).toHaveLength(600)
    expect(read('package/last')).toBe('end')
  })

  it('says when a file is not there, and when the archive is damaged', () => {
    expect(fileInTar(archive, 'package/none')).toBeNull()
    const damaged = Buffer.from(archive)
    damaged.write('xyz', 124)
    expect(() => fileInTar(damaged, 'package/last')).toThrow('damaged')
  })
})
