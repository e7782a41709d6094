import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TurnQueue, type Place } from './turn-queue'

function queueOf(...items: readonly [item: string, key: string, urgency?: Place['urgency']][]) {
  const queue = new TurnQueue<string>()
  for (const [item, key, urgency = 1] of items) queue.push(item, { key, urgency })
  return queue
}

function drain<Item>(queue: TurnQueue<Item>): Item[] {
  const taken: Item[] = []
  for (let item = queue.take(); item !== undefined; item = queue.take()) taken.push(item)
  return taken
}

describe('TurnQueue', () => {
  it('gives each key its turn', () => {
    expect(
      drain(queueOf(['a1', 'a'], ['a2', 'a'], ['a3', 'a'], ['b1', 'b'], ['c1', 'c'], ['b2', 'b'])),
    ).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3'])
  })

  it('lets the urgent go first, whoever they are', () => {
    expect(drain(queueOf(['later', 'a', 2], ['soon', 'a', 1], ['now', 'b', 0], ['too', 'a', 0]))).toEqual([
      'now',
      'too',
      'soon',
      'later',
    ])
  })

  it('forgets who has gone', () => {
    const queue = queueOf(['a1', 'a'], ['a2', 'a'], ['b1', 'b'])
    expect(queue.remove('a1')).toBe(true)
    expect(queue.remove('b1')).toBe(true)
    expect(queue.remove('b1')).toBe(false)
    expect(drain(queue)).toEqual(['a2'])
  })

  it('takes first what was put back', () => {
    const queue = queueOf(['a1', 'a'], ['b1', 'b'], ['a2', 'a'])
    expect(queue.take()).toBe('a1')
    queue.putBack('a1', { urgency: 1, key: 'a' })
    expect(drain(queue)).toEqual(['a1', 'b1', 'a2'])
  })

  it('counts by urgency and key', () => {
    const queue = queueOf(['a1', 'a'], ['a2', 'a'], ['b1', 'b'], ['c1', 'c', 0])
    expect([queue.count(0), queue.count(1), queue.count(2)]).toEqual([1, 3, 0])
    expect([queue.count(1, 'a'), queue.count(1, 'c')]).toEqual([2, 0])
  })

  it('never lets a newcomer wait for more than one of each other key, and loses nothing', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd')
    fc.assert(
      fc.property(fc.array(key, { maxLength: 60 }), (keys) => {
        const queue = new TurnQueue<{ key: string; at: number }>()
        for (const [at, key] of keys.entries()) queue.push({ key, at }, { urgency: 0, key })
        queue.push({ key: 'new', at: -1 }, { urgency: 0, key: 'new' })
        const taken = drain(queue)
        expect(taken).toHaveLength(keys.length + 1)
        expect(taken.findIndex((item) => item.key === 'new')).toBeLessThanOrEqual(new Set(keys).size)
        for (const one of new Set(keys)) {
          const own = taken.filter((item) => item.key === one).map(({ at }) => at)
          expect(own).toEqual([...own].sort((x, y) => x - y))
        }
      }),
    )
  })
})
