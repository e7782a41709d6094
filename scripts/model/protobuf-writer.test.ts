import { describe, expect, it } from 'vitest'
import { ProtobufWriter } from './protobuf-writer'

function hex(writer: ProtobufWriter): string {
  return Buffer.from(writer.finish()).toString('hex')
}

describe('ProtobufWriter', () => {
  it.each([
    ['a small integer', new ProtobufWriter().integer(1, 1), '0801'],
    ['an integer of two bytes', new ProtobufWriter().integer(1, 150), '089601'],
    ['an integer above 32 bits', new ProtobufWriter().integer(2, 2 ** 40), '10808080808020'],
    ['a field number above 15', new ProtobufWriter().integer(20, 7), 'a00107'],
    ['a text', new ProtobufWriter().text(2, 'testing'), '120774657374696e67'],
    ['a float', new ProtobufWriter().float(2, 1), '150000803f'],
    ['a nested message', new ProtobufWriter().message(3, new ProtobufWriter().integer(1, 150)), '1a03089601'],
    ['nothing', new ProtobufWriter(), ''],
  ])('writes %s', (_name, writer, expected) => {
    expect(hex(writer)).toBe(expected)
  })

  it('refuses what is no varint', () => {
    expect(() => new ProtobufWriter().integer(1, -1)).toThrow(RangeError)
    expect(() => new ProtobufWriter().integer(1, 1.5)).toThrow(RangeError)
  })
})
