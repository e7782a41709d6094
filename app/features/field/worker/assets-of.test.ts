import { expect, it } from 'vitest'
import { assetsOf, inLanguageOf } from './assets-of'

it('finds the scripts, styles and fonts that a document names, each once', () => {
  const html = `<link rel="modulepreload" href="/assets/entry.client-abc_1.js"/>
    <link rel="stylesheet" href="/assets/root-x.css"/><link rel="preload" href="/assets/atkinson-wght.woff2"/>
    <script type="module">import "/assets/manifest-9f.js";import * as route0 from "/assets/entry.client-abc_1.js"</script>`
  expect(assetsOf(html)).toEqual([
    '/assets/entry.client-abc_1.js',
    '/assets/root-x.css',
    '/assets/atkinson-wght.woff2',
    '/assets/manifest-9f.js',
  ])
})

it('takes nothing of other hosts, nor anything but files of the build', () => {
  const html = `<script src="https://elsewhere.example/assets/a.js"></script><a href="/fichiers/x/photo.webp">x</a>`
  expect(assetsOf(html)).toEqual([])
})

it('finds scripts in the language of the document, and styles where all languages have them', () => {
  const files = ['/assets/route-a.js', '/assets/root.css', '/favicon.svg']
  expect(inLanguageOf('<!DOCTYPE html><html lang="en" data-theme="auto">', files)).toEqual([
    '/assets/en/route-a.js',
    '/assets/root.css',
    '/favicon.svg',
  ])
  expect(inLanguageOf('<p>', files)).toEqual(files)
})
