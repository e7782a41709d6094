import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '~/core/paths'
import type { ExampleLine, WeightExample } from '~/features/matching/model/weight-example'
import { matchWeights } from '~/messages/match-weights'
import { materials } from '~/messages/materials'
import { useFormat, useT } from '~/ui/i18n'
import { ChevronDownIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import { TapeRule } from '~/ui/marks'

/** Real rankings of today beside those of the weights typed, with who moves. */
export function PreviewSection({
  examples,
  meanwhile,
}: {
  examples: readonly WeightExample[]
  meanwhile: string | null
}) {
  const t = useT(matchWeights)
  const lines = examples.flatMap(({ after }) => after)
  const moved = lines.filter(({ before, after }) => before.rank !== after.rank).length
  const shown = lines.length
  return (
    <section aria-labelledby="preview-title" className="flex min-w-0 flex-col gap-6">
      <h2 id="preview-title">{t('preview.title')}</h2>
      {meanwhile && <Notice tone="warning">{t('preview.meanwhile', { version: meanwhile })}</Notice>}
      {examples.length === 0 ? (
        <Notice tone="info" live>
          {t('preview.none')}
        </Notice>
      ) : (
        <>
          <Notice
            tone="info"
            live
            title={
              moved === 0
                ? t('preview.summaryNone', { shown })
                : t('preview.summary', { count: moved, shown })
            }
          >
            {t('preview.lead')}
          </Notice>
          <ul className="flex flex-col gap-8">
            {examples.map((example) => (
              <li key={example.id}>
                <Example {...example} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Example({ of, id, title, communeName, material, candidates, before, after }: WeightExample) {
  const t = useT(matchWeights)
  const tMaterial = useT(materials)
  const path = of === 'need' ? paths.need : paths.lot
  const pathOfLine = of === 'need' ? paths.lot : paths.need
  const count = t(of === 'need' ? 'preview.lots' : 'preview.needs', { count: candidates })
  return (
    <article className="tag">
      <div className="p-4 pb-3 lg:px-5">
        <h3 className="text-xl">
          <Link to={path(id)} className="text-ink">
            {t(of === 'need' ? 'preview.need' : 'preview.lot', { title })}
          </Link>
        </h3>
        <p className="text-muted">
          {tMaterial(`type.${material}.name`)} · {communeName} · {count}
        </p>
      </div>
      <TapeRule />
      <div className="grid gap-x-8 gap-y-6 p-4 lg:grid-cols-2 lg:px-5">
        <Ranking title={t('preview.before')}>
          {before.map((line) => (
            <Line key={line.id} {...line} to={pathOfLine(line.id)} shown={line.before}>
              {line.after.rank > after.length && (
                <span className="text-warning">{t('preview.left', { rank: line.after.rank })}</span>
              )}
            </Line>
          ))}
        </Ranking>
        <Ranking title={t('preview.after')}>
          {after.map((line) => (
            <Line key={line.id} {...line} to={pathOfLine(line.id)} shown={line.after}>
              <MoveText {...line} shown={before.length} />
            </Line>
          ))}
        </Ranking>
      </div>
    </article>
  )
}

function Ranking({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h4 className="mb-2 text-lg">{title}</h4>
      <ol className="flex flex-col divide-y-2 divide-edge border-y-2 border-edge">{children}</ol>
    </div>
  )
}

function Line({
  title,
  communeName,
  to,
  shown,
  children,
}: ExampleLine & { to: string; shown: { rank: number; score: number }; children: ReactNode }) {
  const t = useT(matchWeights)
  const format = useFormat()
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 py-2">
      <span className="reference text-2xl leading-none" aria-label={t('preview.rank', { rank: shown.rank })}>
        {shown.rank}
      </span>
      <div className="flex min-w-0 flex-col">
        <Link to={to} className="inline-flex min-h-11 items-center lg:min-h-0">
          {title}
        </Link>
        <span className="text-muted">{communeName}</span>
        <span className="flex flex-wrap gap-x-3">
          <strong>{t('preview.points', { score: format.number(shown.score, 2, 2) })}</strong>
          {children}
        </span>
      </div>
    </li>
  )
}

function MoveText({ before, after, shown }: ExampleLine & { shown: number }) {
  const t = useT(matchWeights)
  const by = before.rank - after.rank
  if (by === 0) return <span className="text-muted">{t('preview.same')}</span>
  const isUp = by > 0
  const text =
    before.rank > shown
      ? t('preview.entered', { rank: before.rank })
      : t(isUp ? 'preview.up' : 'preview.down', { by: Math.abs(by) })
  return (
    <span className={`inline-flex items-center gap-1 ${isUp ? 'text-success' : 'text-warning'}`}>
      <ChevronDownIcon className={isUp ? 'rotate-180' : undefined} />
      {text}
    </span>
  )
}
