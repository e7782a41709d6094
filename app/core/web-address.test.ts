import { expect, it } from 'vitest'
import { webAddress } from './web-address'

it.each(['https://recyclerie.example/', 'http://recyclerie.example/a?b=c#d', 'HTTPS://recyclerie.example'])(
  'ASVS 1.2.2: leads to %s',
  (text) => {
    expect(webAddress(text)).toBe(text)
  },
)

it.each([
  ...['javascript:alert(1)', 'JaVa\tScRiPt:alert(1)', '\u0001javascript:alert(1)', ' javascript:alert(1)'],
  ...['data:text/html,<script>1</script>', 'vbscript:1', 'blob:https://a.example/1', 'file:///etc/passwd'],
  ...['//ailleurs.example', '/lots', 'recyclerie.example', 'mailto:a@b.example', ''],
])('ASVS 1.2.2: does not lead to %j', (text) => {
  expect(webAddress(text)).toBeNull()
})
