import type { Poison } from '~tests/support/poison'

/** A host that is not ours: nothing may be asked of it. */
const ELSEWHERE = 'ailleurs.example'

/** A product that nothing writes but what works a template out. */
const PRODUCT = 7919 * 7907
const TEMPLATE = 'Tpl[{{7919*7907}} ${7919*7907} <%= 7919*7907 %> #{7919*7907} $t(form.save) {{title}}]'
const FORMAT = 'Fmt[%s %d %n %1$s {0} {count}]'

/** Texts that would do something where they are not taken as text; whatever they make is marked `data-xss`, what they run sets `xss`. */
const TEXTS = [
  '<img src=x onerror="xss=1" data-xss>',
  '"><svg onload="xss=2" data-xss>',
  `' onmouseover='xss=3' autofocus onfocus='xss=3' data-xss='`,
  '</script><script data-xss>xss=4</script>',
  `</textarea></title></style></noscript><iframe srcdoc="<script>parent.xss=5</script>" data-xss></iframe>`,
  'javascript:xss=6//',
  TEMPLATE,
  FORMAT,
  `=HYPERLINK("https://${ELSEWHERE}/";"xss")`,
  `<a href="data:text/html,<script>opener.xss=7</script>" data-xss>`,
  '<!--<script data-xss>xss=8',
  `" style="background:url(https://${ELSEWHERE}/xss)" data-xss="`,
  '&lt;img src=x onerror=xss=9 data-xss&gt; %3Cimg src=x onerror=xss=9 data-xss%3E',
  '\u2028xss=10\u2029\\u003cimg src=x onerror=xss=10 data-xss\\u003e',
  `{{constructor.constructor('xss=11')()}}`,
  `<base href="https://${ELSEWHERE}/" data-xss><meta http-equiv=refresh content="0;url=//${ELSEWHERE}" data-xss>`,
  `]]><script xmlns="http://www.w3.org/1999/xhtml" data-xss="">xss=12</script><![CDATA[`,
]

/** Addresses that no link may lead to. */
const ADDRESSES = [
  'javascript:xss=21//',
  'JaVa\tScRiPt:xss=22//',
  '\u0001javascript:xss=23//',
  'data:text/html,<script>opener.xss=24</script>',
  'vbscript:xss=25',
  `https://${ELSEWHERE}/" onmouseover="xss=26" data-xss="`,
  `//${ELSEWHERE}/xss`,
]
const OF_ADDRESSES = ['website', 'url', 'path']

/** Each column's texts in turn; they end in the column's place, so that a page tells which it shows. */
export const payloadOf: Poison = (text, { column, place, turn }) => {
  if (OF_ADDRESSES.includes(column)) return `${ADDRESSES[turn % ADDRESSES.length]} Q${place}Q`
  return `${TEXTS[(place + turn) % TEXTS.length]} ${text} Q${place}Q`
}

/** Which columns a text shows, by their place. */
export function columnsIn(text: string): number[] {
  return [...text.matchAll(/Q(\d+)Q/g)].map(([, place]) => Number(place))
}

/** What is asked of a page: to be evaluated in the browser with these. */
export const ASKED = { product: String(PRODUCT), literals: [TEMPLATE, FORMAT] }

/**
 * What texts did to the page that shows them, and all that it shows, once its scripts, if it has any, have taken it over:
 * what they draw is looked at, too. Runs in the browser.
 */
export async function lookAtPage({
  product,
  literals,
}: typeof ASKED): Promise<{ faults: string[]; text: string }> {
  const hasStarted = () =>
    !('__remixContext' in window) ||
    Object.keys(document.documentElement).some((key) => key.startsWith('__reactProps'))
  for (let turns = 0; !hasStarted(); turns++) {
    if (turns > 1000) return { faults: ['its scripts do not start'], text: '' }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const faults: string[] = []
  if ('xss' in window) faults.push(`a text ran as a script: ${String(Reflect.get(window, 'xss'))}`)
  const texts: string[] = []
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const said = `${element.tagName} ${name}=${value.slice(0, 60)}`
      texts.push(value)
      if (name === 'data-xss' || (name.startsWith('on') && value.includes('xss')))
        faults.push(`made of a text: ${said}`)
      const isAddress = /^(href|src|action|formaction|data|poster|xlink:href)$/.test(name)
      if (!isAddress || !URL.canParse(value, location.href)) continue
      const { protocol } = new URL(value, location.href)
      const isPicture = element.tagName === 'IMG' && protocol === 'data:'
      if (/^(javascript|vbscript|data):$/.test(protocol) && !isPicture)
        faults.push(`leads to a script: ${said}`)
    }
    if (element instanceof HTMLScriptElement && element.type === 'application/ld+json') {
      try {
        JSON.parse(element.text)
      } catch {
        faults.push('its JSON-LD is broken')
      }
    }
  }
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const isScript = walker.currentNode.parentElement instanceof HTMLScriptElement
    if (!isScript) texts.push(walker.currentNode.nodeValue ?? '')
  }
  const text = texts.join('\n')
  if (document.documentElement.outerHTML.includes(product)) faults.push('a template was worked out')
  for (const literal of literals) {
    const start = literal.slice(0, 4)
    // A beginning shown alone ends in «…»; filters of a search write other brackets.
    const changed = text
      .split(start)
      .slice(1)
      .filter((rest) => {
        const shown = `${start}${rest}`.slice(0, literal.length).replaceAll('‹', '<').replaceAll('›', '>')
        return !literal.startsWith(shown.split('…')[0]!)
      })
    if (changed.length > 0) faults.push(`a placeholder was filled: ${start}${changed[0]!.slice(0, 90)}`)
  }
  return { faults, text }
}
