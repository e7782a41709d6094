import { Map as Engine, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import type { MapGround } from '../model/base'
import type { Bounds } from '../model/clusters'
import type { MapMarker } from '../model/marker'
import { addBase, colourGround, groundStyle, type BaseId } from './map-base'
import './map-canvas.css'
import { MarkerLayer } from './marker-layer'
import type { MapWords } from './use-map-words'

export type MapHandle = {
  /** Draws the markers of an address (it ends with `?` or `&`) and follows the map's moves; returns how to stop. */
  follow: (
    address: string,
    on: { onMarkers: (markers: readonly MapMarker[]) => void; onFault: () => void },
  ) => () => void
  /** Moves to these bounds, unless the map shows them since it started. */
  show: (bounds: Bounds) => void
  /** Shows the base layer of this name; none when it is empty. */
  setBase: (name: string) => void
  stop: () => void
}

type Start = {
  container: HTMLElement
  ground: MapGround
  bounds: Bounds
  words: MapWords
  onFollow: (to: string) => void
  onBaseFault: (name: string) => void
}

/** Points stand at communes: closer than this, a map shows nothing more of them. */
const CLOSEST = 16
/** A group opens no closer than this, so that its surroundings stay in sight. */
const OPENED = 13
/** Moves that follow one another within this time ask once. */
const PAUSE_MS = 120

setWorkerUrl(workerUrl)

/**
 * Starts the map in a container.
 * @throws where the browser cannot draw it
 */
export async function startMap({
  container,
  ground,
  bounds,
  words,
  onFollow,
  onBaseFault,
}: Start): Promise<MapHandle> {
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const engine = new Engine({
    container,
    style: groundStyle(ground),
    bounds: [bounds[0], bounds[1], bounds[2], bounds[3]],
    maxZoom: CLOSEST,
    minZoom: 7,
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: isCalm ? 0 : 150,
    locale: {
      'Map.Title': words.label,
      'NavigationControl.ZoomIn': words.zoomIn,
      'NavigationControl.ZoomOut': words.zoomOut,
      'CooperativeGesturesHandler.WindowsHelpText': words.ctrlScroll,
      'CooperativeGesturesHandler.MacHelpText': words.cmdScroll,
      'CooperativeGesturesHandler.MobileHelpText': words.twoFingers,
    },
  })
  engine.touchZoomRotate.disableRotation()
  engine.addControl(new NavigationControl({ showCompass: false }))
  await drawn(engine)
  const layer = new MarkerLayer(engine, words, {
    onFollow,
    onOpen: (west, south, east, north) =>
      engine.fitBounds([west, south, east, north], { padding: 60, maxZoom: OPENED, animate: !isCalm }),
  })
  const bases = baseSwitch(engine, ground, onBaseFault)
  bases.show(ground.bases[0]?.name ?? '')
  let shown = bounds.join()
  const stopColours = followColours(engine, ground)
  return {
    follow: (address, on) => followMoves(engine, address, { ...on, draw: (markers) => layer.draw(markers) }),
    show: (wanted) => {
      if (wanted.join() === shown) return
      shown = wanted.join()
      engine.fitBounds([...wanted], { maxZoom: OPENED, animate: !isCalm })
    },
    setBase: bases.show,
    stop: () => {
      stopColours()
      layer.clear()
      engine.remove()
    },
  }
}

/** Waits for the first picture; an engine that cannot draw is put away, and the reason thrown. */
async function drawn(engine: Engine): Promise<void> {
  try {
    await new Promise<void>((done, fail) => {
      engine.once('load', () => done())
      engine.once('error', ({ error }) => engine.loaded() || fail(new Error(error.message)))
    })
  } catch (error) {
    engine.remove()
    throw error
  }
}

/** Shows one base layer at a time, each added when it is first wanted; a layer that does not answer is told once. */
function baseSwitch(engine: Engine, ground: MapGround, onFault: (name: string) => void) {
  const added = new Map<string, readonly BaseId[]>()
  const told = new Set<string>()
  engine.on('error', (fault) => {
    const sourceId = 'sourceId' in fault ? String(fault.sourceId) : ''
    const base = ground.bases.find((_, index) => sourceId === `base-${index}`)
    if (!base || told.has(base.name)) return
    told.add(base.name)
    onFault(base.name)
  })
  const show = (name: string) => {
    told.delete(name)
    for (const [other, ids] of added) {
      for (const id of ids) engine.setLayoutProperty(id, 'visibility', other === name ? 'visible' : 'none')
    }
    const index = ground.bases.findIndex((base) => base.name === name)
    const base = ground.bases[index]
    if (!base || added.has(name)) return
    added.set(name, [])
    addBase(engine, base, `base-${index}`)
      .then((ids) => added.set(name, ids))
      .catch(() => onFault(name))
  }
  return { show }
}

/** Colours follow the page's mode, however it is chosen. */
function followColours(engine: Engine, ground: MapGround): () => void {
  const paint = () => colourGround(engine, ground)
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const chosen = new MutationObserver(paint)
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  system.addEventListener('change', paint)
  paint()
  return () => {
    chosen.disconnect()
    system.removeEventListener('change', paint)
  }
}

function followMoves(
  engine: Engine,
  address: string,
  on: {
    draw: (markers: readonly MapMarker[]) => void
    onMarkers: (markers: readonly MapMarker[]) => void
    onFault: () => void
  },
): () => void {
  let timer = 0
  let asking: AbortController | null = null
  const ask = async () => {
    asking?.abort()
    asking = new AbortController()
    const { signal } = asking
    try {
      const reply = await fetch(address + viewportOf(engine), { signal })
      if (!reply.ok) throw new Error(String(reply.status))
      const { markers } = (await reply.json()) as { markers: MapMarker[] }
      on.draw(markers)
      on.onMarkers(markers)
    } catch {
      if (!signal.aborted) on.onFault()
    }
  }
  const later = () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void ask(), PAUSE_MS)
  }
  engine.on('moveend', later)
  void ask()
  return () => {
    engine.off('moveend', later)
    window.clearTimeout(timer)
    asking?.abort()
  }
}

/** The viewport as an address holds it, a little wider than the screen, so that markers at its edge are whole. */
function viewportOf(engine: Engine): string {
  const bounds = engine.getBounds()
  const [low, high] = [bounds.getSouthWest(), bounds.getNorthEast()]
  const [wide, tall] = [(high.lng - low.lng) * 0.05, (high.lat - low.lat) * 0.05]
  const edges = [low.lng - wide, low.lat - tall, high.lng + wide, high.lat + tall]
  const clamped = edges.map((degrees) => Math.min(180, Math.max(-180, degrees)).toFixed(4))
  return `bbox=${clamped.join(',')}&zoom=${engine.getZoom().toFixed(2)}`
}
