import { Fragment, type ReactNode } from 'react'

/**
 * A sentence of a catalogue with marked spans, `Lisez la <rule>règle</rule>.`, each rendered by the function of its
 * name. A span without a function is plain text. Spans do not nest.
 */
export function RichText({
  text,
  spans,
}: {
  text: string
  spans: Readonly<Record<string, (content: string) => ReactNode>>
}) {
  const parts = [...text.matchAll(/<(\w+)>(.*?)<\/\1>|[^<]+|</g)]
  return (
    <>
      {parts.map(([whole, name, content], index) => (
        <Fragment key={index}>
          {name === undefined ? whole : (spans[name]?.(content ?? '') ?? content)}
        </Fragment>
      ))}
    </>
  )
}
