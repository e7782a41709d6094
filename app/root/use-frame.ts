import { useMatches } from '@remix-run/react'
import type { ComponentType, ReactNode } from 'react'

type OwnFrame = ComponentType<{ isStill: boolean; children: ReactNode }>

/**
 * What stands around a page: the whole site's header and footer; or, from the page's route, the small one of the screens
 * on site, «still» without any script for a page that may stand at any address. It comes with the route, so that other
 * pages do not carry it.
 */
export type FrameAsked = { frame: 'site'; Frame: null } | { frame: 'field' | 'still'; Frame: OwnFrame }

/** The frame that the page's route asks for with `handle`. */
export function useFrame(): FrameAsked {
  const handles: unknown[] = useMatches().map(({ handle }) => handle)
  return handles.find(isFramed) ?? { frame: 'site', Frame: null }
}

function isFramed(handle: unknown): handle is { frame: 'field' | 'still'; Frame: OwnFrame } {
  return typeof handle === 'object' && handle !== null && 'frame' in handle && 'Frame' in handle
}
