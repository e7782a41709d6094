import { expect, it } from 'vitest'
import { ANSWERS_A_FILE } from '../vite.languages'
import routes from './routes'

it('leaves to the server, out of what browsers are told, the routes named as a file, and no page', () => {
  const named = routes.filter(({ path = '' }) => /\.[a-z]+$/.test(path)).map(({ path }) => path)
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((path) => !ANSWERS_A_FILE.test(path!))).toEqual([])
  const left = routes.filter(({ path = '' }) => ANSWERS_A_FILE.test(path))
  expect(left.filter(({ file }) => file.endsWith('.tsx'))).toEqual([])
})
