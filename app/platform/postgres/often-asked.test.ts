import { expect, it } from 'vitest'
import { OftenAsked } from './often-asked'

const times = (count: number, work: (at: number) => void) => {
  for (let at = 0; at < count; at++) work(at)
}

it('names what is asked often and answered quickly, and keeps the name', () => {
  const often = new OftenAsked()
  times(19, () => often.note('select 1', 1))
  expect(often.nameOf('select 1')).toBeUndefined()
  often.note('select 1', 1)
  const name = often.nameOf('select 1')
  expect(name).toMatch(/^\w{1,63}$/)
  often.note('select 1', 5000)
  expect(often.nameOf('select 1')).toBe(name)
})

it('has the server plan anew what takes long', () => {
  const often = new OftenAsked()
  times(100, (at) => often.note('select 2', at % 10 === 0 ? 400 : 1))
  expect(often.nameOf('select 2')).toBeUndefined()
})

it('gives each text a name of its own, to so many at most, however many there are', () => {
  const often = new OftenAsked()
  times(10_000, (at) => often.note(`select ${at}`, 1))
  times(300, (text) => times(20, () => often.note(`select ${text}`, 1)))
  const names = Array.from({ length: 300 }, (_, text) => often.nameOf(`select ${text}`)).filter(Boolean)
  expect(new Set(names).size).toBe(128)
  expect(names).toHaveLength(128)
})
