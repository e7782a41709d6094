import { useMatches } from '@remix-run/react'

/**
 * What stands around a page: the whole site's header and footer; the small one of the screens on site; or that one
 * without any script, for a page that may stand at any address.
 */
export type Frame = 'site' | 'field' | 'still'

/** The frame that the page's route asks for with `handle`. */
export function useFrame(): Frame {
  const handles: unknown[] = useMatches().map(({ handle }) => handle)
  const frames = handles.map((handle) => (isFramed(handle) ? handle.frame : null))
  return frames.find((frame) => frame !== null) ?? 'site'
}

function isFramed(handle: unknown): handle is { frame: 'field' | 'still' } {
  return typeof handle === 'object' && handle !== null && 'frame' in handle
}
