import { fieldBatch } from '~/messages/field-batch'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { ArrowLeftIcon, ArrowRightIcon } from '~/ui/icons'
import type { Lane } from './use-lane'

/** Where one stands in a series of lots, on a length of tape, with the ways back and on. */
export function LaneBar({ lane: { place, go, toSeries } }: { lane: Lane }) {
  const t = useT(fieldBatch)
  if (!place) return null
  const { at, of, previousId, nextId } = place
  return (
    <nav aria-label={t('lane.label')} className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <Button
          type="button"
          look="secondary"
          aria-label={t('lane.previous')}
          aria-disabled={!previousId}
          className={previousId ? 'px-4' : 'invisible px-4'}
          onClick={() => previousId && go(previousId)}
        >
          <ArrowLeftIcon />
        </Button>
        <button type="button" onClick={toSeries} className="min-h-13 grow text-center font-bold underline">
          <span role="status" className="reference text-xl">
            {t('lane.place', { at, of })}
          </span>
        </button>
        <Button
          type="button"
          look="secondary"
          aria-label={t('lane.next')}
          aria-disabled={!nextId}
          className={nextId ? 'px-4' : 'invisible px-4'}
          onClick={() => nextId && go(nextId)}
        >
          <ArrowRightIcon />
        </Button>
      </div>
      <div className="border-2 border-edge bg-card" aria-hidden>
        <div className="tape border-0" style={{ width: `${(100 * at) / of}%` }} />
      </div>
    </nav>
  )
}
