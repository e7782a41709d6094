import type { MetaFunction } from '@remix-run/node'
import { isLocale } from '~/core/locale'
import { translator, type Catalogue, type KeyOf, type Messages, type Translate } from '~/messages/catalogue'

/** `meta` of a page whose title is a sentence of a catalogue: «Se connecter – Gisement». */
export function pageTitle<M extends Messages>(catalogue: Catalogue<M>, key: KeyOf<M>): MetaFunction {
  return (args) => {
    const translate = localised(args, catalogue) as unknown as (key: string) => string
    return [{ title: `${translate(key)} – Gisement` }]
  }
}

/** The catalogue in the page's language, for a `meta` that builds its own title. */
export function localised<M extends Messages>(
  { matches }: Pick<Parameters<MetaFunction>[0], 'matches'>,
  catalogue: Catalogue<M>,
): Translate<M> {
  const root = matches.find((match) => match.id === 'root')?.data as { locale?: unknown } | undefined
  return translator(isLocale(root?.locale) ? root.locale : 'fr', catalogue)
}
