const CHANNEL = 'gisement-terrain'

/** Tells the other tabs of this device that what is kept has changed, and hears it from them. */
export function listenToTabs(onChange: () => void): { tell: () => void } {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined }
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', onChange)
  return { tell: () => channel.postMessage('changed') }
}
