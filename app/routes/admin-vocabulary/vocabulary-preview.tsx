import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { Tried } from '~/features/lots/try-vocabulary.server'
import { vocabulary as texts } from '~/messages/vocabulary'
import { Badge } from '~/ui/badge'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'

/** What a real search finds with the table in force and with the change, side by side. */
export function VocabularyPreview({ text, before, after }: { text: string; before: Tried; after: Tried }) {
  const t = useT(texts)
  const sides = [before, after]
  const isSame = before.total === after.total && sides.every(({ lots }) => lots.every(({ isNew }) => !isNew))
  return (
    <section aria-labelledby="preview-title" className="flex min-w-0 flex-col gap-4">
      <h2 id="preview-title">{t('preview.title', { text })}</h2>
      <Notice tone="info" live title={isSame ? t('preview.same') : undefined}>
        {t('preview.notSaved')}
      </Notice>
      <div className="grid gap-6 lg:grid-cols-2">
        <Side title={t('preview.before')} tried={before} mark={t('preview.left')} />
        <Side title={t('preview.after')} tried={after} mark={t('preview.entered')} />
      </div>
    </section>
  )
}

function Side({ title, tried, mark }: { title: string; tried: Tried; mark: string }) {
  const t = useT(texts)
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h3>
        {title} <span className="figure">{t('preview.lots', { count: tried.total })}</span>
      </h3>
      {tried.lots.length === 0 && <p>{t('preview.none')}</p>}
      <ol className="list-decimal pl-6">
        {tried.lots.map(({ id, title: name, isNew }) => (
          <li key={id}>
            <Link to={paths.lot(id)} className="inline-flex min-h-11 items-center wrap-anywhere">
              {name}
            </Link>{' '}
            {isNew && <Badge tone="mark">{mark}</Badge>}
          </li>
        ))}
      </ol>
    </div>
  )
}
