import { useNavigate } from '@remix-run/react'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { map as texts } from '~/messages/map'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { hasGround, type MapGround } from '../model/base'
import type { Bounds } from '../model/clusters'
import type { MapMarker } from '../model/marker'
import { MapControls } from './map-controls'
import type { MapHandle } from './map-canvas'
import { useMapWords } from './use-map-words'

type Fault = 'data' | { base: string }

export type MapProps = {
  ground: MapGround
  bounds: Bounds
  dataUrl: string
  /** The filters of the page, with their question mark; empty without any. */
  query: string
  /** Whether the reader may add the directory to the map. */
  offersPlaces?: boolean
  /** Whether the page is opened for its map: its engine is then fetched at once, where there is a ground. */
  isMain?: boolean
  /** The id of the list that shows the same, for whoever passes the map by. */
  listId: string
}

/**
 * A map whose engine is fetched when somebody wants it: at once on a page that is opened for it, where there is
 * something beneath the points; at a tap elsewhere. `children` say the same without it: they stay until it draws, and where it cannot.
 */
export function InteractiveMap({ children, isMain = false, ...props }: MapProps & { children: ReactNode }) {
  const t = useT(texts)
  // The page's data come anew with each change of its filters: the map goes on.
  const [ground] = useState(props.ground)
  const [isLive, setLive] = useState(false)
  const [isWanted, setWanted] = useState(false)
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading')
  useEffect(() => {
    setLive(true)
    if (isMain && hasGround(ground)) setWanted(true)
  }, [ground, isMain])
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {isWanted && state !== 'failed' && (
        <LiveMap {...props} ground={ground} isReady={state === 'ready'} onState={setState} />
      )}
      {isWanted && state === 'loading' && <p role="status">{t('loading')}</p>}
      {state === 'failed' && (
        <Notice
          tone="warning"
          live
          title={t('failed')}
          action={
            <Button type="button" look="secondary" onClick={() => setState('loading')}>
              {t('retry')}
            </Button>
          }
        />
      )}
      {isLive && !isWanted && (
        <div>
          <Button type="button" onClick={() => setWanted(true)}>
            {t('open')}
          </Button>
        </div>
      )}
      {!(isWanted && state === 'ready') && children}
    </div>
  )
}

function LiveMap({
  ground,
  bounds,
  dataUrl,
  query,
  offersPlaces = false,
  listId,
  isReady,
  onState,
}: MapProps & { isReady: boolean; onState: (state: 'ready' | 'failed') => void }) {
  const t = useT(texts)
  const words = useMapWords()
  const navigate = useNavigate()
  const box = useRef<HTMLDivElement>(null)
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [shown, setShown] = useState<readonly MapMarker[]>([])
  const [withPlaces, setWithPlaces] = useState(false)
  const latest = useRef({ onState, navigate, words, bounds })
  latest.current = { onState, navigate, words, bounds }
  const view = bounds.join()
  useEffect(() => {
    const container = box.current
    if (!container) return
    let isGone = false
    let made: MapHandle | null = null
    import('./map-canvas')
      .then(({ startMap }) =>
        startMap({
          container,
          ground,
          bounds: latest.current.bounds,
          words: latest.current.words,
          onFollow: (to) => latest.current.navigate(to, { preventScrollReset: true }),
          onBaseFault: (base) => setFault({ base }),
        }),
      )
      .then((started) => {
        made = started
        if (isGone) return started.stop()
        setHandle(started)
        latest.current.onState('ready')
      })
      .catch(() => !isGone && latest.current.onState('failed'))
    return () => {
      isGone = true
      made?.stop()
    }
  }, [ground])
  useEffect(() => handle?.show(latest.current.bounds), [handle, view])
  const address = useMemo(() => dataAddress(dataUrl, query, withPlaces), [dataUrl, query, withPlaces])
  useEffect(() => {
    if (!handle) return
    return handle.follow(address, {
      onMarkers: (markers) => {
        setShown(markers)
        setFault((known) => (known === 'data' ? null : known))
      },
      onFault: () => setFault('data'),
    })
  }, [handle, address])
  return (
    <section aria-label={t('region')} className="flex flex-col gap-3">
      <a href={`#${listId}`} className="inline-flex min-h-11 items-center self-start">
        {t('skip')}
      </a>
      {/* A figure of its size from the start: the page does not jump when it draws. */}
      <div
        ref={box}
        className="h-[60vh] max-h-[40rem] min-h-80 w-full overflow-hidden rounded-lg border-2 border-edge bg-sunken"
      />
      {isReady && handle && (
        <MapControls
          ground={ground}
          handle={handle}
          places={offersPlaces ? { isOn: withPlaces, set: setWithPlaces } : null}
          onBase={() => setFault(null)}
        />
      )}
      {fault && (
        <Notice
          tone="warning"
          live
          title={fault === 'data' ? t('dataFailed') : t('baseFailed', { name: fault.base })}
        />
      )}
      {isReady && (
        <p role="status" className="sr-only">
          {t('shown', { count: shown.length })}
        </p>
      )}
    </section>
  )
}

/** Where the markers of a page come from; the viewport is added at each move. */
function dataAddress(dataUrl: string, query: string, withPlaces: boolean): string {
  const params = new URLSearchParams(query)
  params.delete('page')
  if (withPlaces) params.set('annuaire', 'oui')
  const text = params.toString()
  return `${dataUrl}?${text && `${text}&`}`
}
