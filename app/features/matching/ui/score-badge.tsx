import { matching } from '~/messages/matching'
import { useFormat, useT } from '~/ui/i18n'

/** The score of a pair, 0 to 100, big, with a rule of a hundred marks filled up to it. */
export function ScoreBadge({ score }: { score: number }) {
  const t = useT(matching)
  const shown = useFormat().number(score)
  return (
    <p className="flex w-24 flex-none flex-col gap-1">
      <span className="sr-only">
        {t('score.label')} {t('score.value', { score: shown })}
      </span>
      <span aria-hidden className="flex items-baseline gap-1.5 whitespace-nowrap">
        <span className="reference text-4xl leading-none">{shown}</span>
        <span className="text-sm text-muted">/ 100</span>
      </span>
      <svg
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        className="h-2 w-full"
        aria-hidden
        focusable="false"
      >
        <rect width="100" height="8" fill="var(--sunken)" />
        <rect width={Math.min(100, Math.max(0, score))} height="8" fill="var(--chart-1)" />
        <rect width="100" height="8" fill="none" stroke="var(--edge)" vectorEffect="non-scaling-stroke" />
      </svg>
    </p>
  )
}
