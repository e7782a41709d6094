/** Lets go of the pages kept on this device, and of the worker that keeps them; the next visit brings both back. */
export async function forgetCaches(): Promise<void> {
  if (typeof caches !== 'undefined') {
    for (const name of await caches.keys()) if (name.startsWith('gisement-')) await caches.delete(name)
  }
  const registration = await navigator.serviceWorker?.getRegistration('/')
  await registration?.unregister()
}
