import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { accounting } from '~/messages/accounting'
import { board as boardTexts } from '~/messages/board'
import { boardFiles } from '~/messages/board-files'
import { translator } from '~/messages/catalogue'
import { communes } from '~/messages/communes'
import type { Board, Told } from './model/board'
import { whenOf } from './ui/board-texts'

export type WidgetOptions = {
  locale: Locale
  /** As the reader's device has it where it is null. */
  theme: 'light' | 'dark' | null
  /** The whole board, opened in a window of its own. */
  url: string
  /** What the answer's content policy lets style the page. */
  nonce: string
}

/** A page of its own for frames: four public figures and their period. No script, no form, no cookie, no font. */
export function boardWidget(board: Board, { locale, theme, url, nonce }: WidgetOptions): string {
  const t = translator(locale, boardTexts)
  const tFiles = translator(locale, boardFiles)
  const title = tFiles('widget.title', { place: board.perimeter.name })
  const figures = figuresOf(board, locale)
    .map(
      ({ label, value, note }) =>
        `<div><dt>${html(label)}</dt><dd>${html(value)}<small>${html(note)}</small></dd></div>`,
    )
    .join('')
  return `<!doctype html>
<html lang="${locale}"${theme ? ` data-theme="${theme}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${theme ?? 'light dark'}">
<title>${html(title)}</title>
<style nonce="${html(nonce)}">${STYLE}</style>
</head>
<body>
<main>
<h1>${html(title)}</h1>
<p>${html(capital(whenOf(board.period, t, formatter(locale))))}</p>
<dl>${figures}</dl>
<p><a href="${html(url)}" target="_blank" rel="noopener">${html(tFiles('widget.see'))} <small>${html(tFiles('widget.more'))}</small></a></p>
<p><small>${html(tFiles('widget.source'))}</small></p>
</main>
</body>
</html>
`
}

function figuresOf({ headlines }: Board, locale: Locale): { label: string; value: string; note: string }[] {
  const t = translator(locale, boardTexts)
  const tAccounting = translator(locale, accounting)
  const format = formatter(locale)
  const { rate, handedOver, carbon, incoming } = headlines
  const mass = (massG: number | null) => (massG === null ? t('few') : format.mass(massG))
  const least = ({ isPartial }: { isPartial: boolean }, text: string) =>
    [...(isPartial ? [t('atLeast')] : []), ...(text ? [text] : [])].join(' · ')
  const told = (figure: Told) => (figure.massG === null ? '' : least(figure, ''))
  const { rate: fraction, numeratorG, denominatorG } = rate.rate
  return [
    {
      label: tAccounting('rate.local'),
      value: rate.isWithheld
        ? t('few')
        : fraction === null
          ? tAccounting('rate.none')
          : format.percent(fraction),
      note: rate.isWithheld
        ? ''
        : least(
            rate,
            tAccounting('rate.ofMasses', {
              numerator: format.mass(numeratorG),
              denominator: format.mass(denominatorG),
            }),
          ),
    },
    { label: t('handedOver'), value: mass(handedOver.massG), note: told(handedOver) },
    {
      label: tAccounting('carbon.label'),
      value: carbon.range
        ? format.co2e(carbon.range.netG / 1000)
        : carbon.isWithheld
          ? t('few')
          : tAccounting('carbon.none'),
      note: carbon.range
        ? least(
            carbon,
            t('carbonRange', {
              low: format.co2e(carbon.range.lowG / 1000),
              high: format.co2e(carbon.range.highG / 1000),
            }),
          )
        : '',
    },
    {
      label: translator(locale, communes)('one.incoming'),
      value: mass(incoming.massG),
      note: told(incoming),
    },
  ]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function html(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}

const DARK = '--page:#11181a;--ink:#f0ece2;--muted:#b6c0c2;--edge:#7d8b90;--link:#8ebbf2'
const STYLE = [
  ':root{--page:#f5f1e8;--ink:#1c2629;--muted:#47565c;--edge:#1c2629;--link:#1f4f8c}',
  `@media(prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}`,
  `:root[data-theme=dark]{${DARK}}`,
  '*{box-sizing:border-box}',
  'body{margin:0;padding:1rem;background:var(--page);color:var(--ink);font:1rem/1.45 system-ui,sans-serif}',
  'h1{margin:0;font-size:1.15rem}p{margin:.35rem 0}small{color:var(--muted);font-size:.85rem}',
  'dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));gap:.9rem 1.2rem;margin:.9rem 0}',
  'dl>div{border-top:3px solid var(--edge);padding-top:.35rem}dt{font-weight:600}',
  'dd{margin:0;font-size:1.5rem;font-weight:700;font-variant-numeric:tabular-nums}dd small{display:block;font-weight:400}',
  'a{color:var(--link);font-weight:600;display:inline-block;padding:.5rem 0}',
  'a:focus-visible{outline:3px solid var(--ink);outline-offset:2px;background:#ffc61a;color:#1c2629}',
].join('')
