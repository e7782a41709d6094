import type { UNSAFE_AssetsManifest as AssetsManifest } from '@remix-run/react'
import { expect, it } from 'vitest'
import { filesIn } from './language-files.server'

const route = {
  id: 'root',
  hasLoader: true,
  hasAction: false,
  hasErrorBoundary: true,
  hasClientLoader: false,
}

function filesOf(folder: string): AssetsManifest {
  const module = `${folder}/root-a_1.js`
  return {
    version: '1',
    url: `${folder}/manifest-9.js`,
    entry: { module: `${folder}/entry.client-x.js`, imports: [`${folder}/react-y.js`] },
    routes: { root: { ...route, module, imports: [`${folder}/ui-z.js`], css: ['/assets/root.css'] } },
  } as unknown as AssetsManifest
}

it('names the scripts of the language and leaves styles where they are', () => {
  const files = filesIn('en', filesOf('/assets'))
  expect(files.url).toBe('/assets/en/manifest-9.js')
  expect(files.entry).toEqual({
    module: '/assets/en/entry.client-x.js',
    imports: ['/assets/en/react-y.js'],
  })
  expect(files.routes.root).toMatchObject({
    module: '/assets/en/root-a_1.js',
    imports: ['/assets/en/ui-z.js'],
    css: ['/assets/root.css'],
  })
})

it('makes each list once, and leaves sources of development alone', () => {
  const files = filesOf('/assets')
  expect(filesIn('fr', files)).toBe(filesIn('fr', files))
  expect(filesIn('fr', filesOf('/app/routes'))).toEqual(filesOf('/app/routes'))
})
