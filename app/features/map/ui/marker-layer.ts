import { Marker, type Map as Engine } from 'maplibre-gl'
import type { MapMarker } from '../model/marker'
import type { MapWords } from './use-map-words'

type Drawn = { pin: Marker; element: HTMLElement; marker: MapMarker }

/**
 * Markers as links and buttons of the page: they are reached by keyboard, say what they stand for, and need no font of
 * the map's. One that stays from a move to the next keeps its element, and the focus on it.
 */
export class MarkerLayer {
  private drawn = new Map<string, Drawn>()

  constructor(
    private readonly engine: Engine,
    private readonly words: MapWords,
    private readonly on: {
      onFollow: (to: string) => void
      onOpen: (west: number, south: number, east: number, north: number) => void
    },
  ) {}

  draw(markers: readonly MapMarker[]): void {
    const next = new Map<string, Drawn>()
    for (const marker of markers) {
      const known = this.drawn.get(marker.key)
      const isSame = known && (known.marker.to === null) === (marker.to === null)
      next.set(marker.key, isSame ? this.update(known, marker) : this.create(marker))
    }
    for (const [key, { pin, element }] of this.drawn) {
      if (next.get(key)?.element !== element) pin.remove()
    }
    this.drawn = next
  }

  clear(): void {
    this.draw([])
  }

  private create(marker: MapMarker): Drawn {
    const element = document.createElement(marker.to === null ? 'button' : 'a')
    element.className = `map-marker map-marker-${marker.layer}`
    if (element instanceof HTMLButtonElement) element.type = 'button'
    // Its own role, so that the engine gives it no other.
    element.setAttribute('role', marker.to === null ? 'button' : 'link')
    const pin = new Marker({ element }).setLngLat([marker.lon, marker.lat])
    const drawn = this.update({ pin, element, marker }, marker)
    element.addEventListener('click', (event) => event instanceof MouseEvent && this.press(event, marker.key))
    pin.addTo(this.engine)
    return drawn
  }

  private update({ pin, element }: Drawn, marker: MapMarker): Drawn {
    pin.setLngLat([marker.lon, marker.lat])
    if (element instanceof HTMLAnchorElement && marker.to) element.href = marker.to
    element.setAttribute('aria-label', this.words.marker(marker))
    element.title = this.words.marker(marker)
    element.textContent = marker.layer === 'places' && marker.count === 1 ? '' : String(marker.count)
    element.style.setProperty('--marker', `${sizeOf(marker)}px`)
    return { pin, element, marker }
  }

  private press(event: MouseEvent, key: string): void {
    const marker = this.drawn.get(key)?.marker
    if (!marker) return
    if (marker.to === null) return this.on.onOpen(...marker.bounds)
    // A tab of its own, a copy of the link: the browser's own ways stay.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    this.on.onFollow(marker.to)
  }
}

/** The side of a marker, in pixels: 44 for one, growing with the logarithm of the count. */
function sizeOf({ count, layer }: MapMarker): number {
  return layer === 'places' ? 44 : Math.min(64, 44 + Math.round(6 * Math.log10(count)))
}
