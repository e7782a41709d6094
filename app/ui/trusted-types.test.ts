import { expect, it } from 'vitest'
import { htmlOf, REFRESH, scriptUrlOf } from './trusted-types'

const PAGE = 'https://gisement.example/lots/carte'

it('ASVS 1.3.3, 3.2.2: lets text become mark-up only when it holds none, or is known by heart', () => {
  const linked = JSON.stringify({ name: 'a < b' }).replaceAll('<', '\\u003c')
  for (const text of ['', 'Portes', '{"@type":"Product"}', linked, '<script></script>', REFRESH]) {
    expect(htmlOf(text)).toBe(text)
  }
  for (const text of [
    '<img src=x onerror=alert(1)>',
    '<script>1</script>',
    `${REFRESH}<b>`,
    'a<',
    '<SCRIPT></SCRIPT>',
  ]) {
    expect(() => htmlOf(text), text).toThrow(TypeError)
  }
})

it('ASVS 3.2.2: starts scripts of this host alone', () => {
  for (const url of ['/sw.js', '/assets/maplibre-gl-worker-x.mjs', 'https://gisement.example/assets/a.js']) {
    expect(scriptUrlOf(url, PAGE)).toBe(url)
  }
  const others = [
    'https://ailleurs.example/a.js',
    '//ailleurs.example/a.js',
    'data:text/javascript,1',
    'blob:https://ailleurs.example/1',
  ]
  for (const url of others) expect(() => scriptUrlOf(url, PAGE), url).toThrow(TypeError)
})
