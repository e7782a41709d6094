import process from 'node:process'

/** Within so long, several are one: a terminal asks every process of its group, and npm passes on what it was asked. */
const ONE_STOP_MS = 1000

/**
 * Asks a process to stop whenever this one is asked, once: asked a second time, the server would end without closing
 * anything. For one that is started `detached`, in a group of its own, which a terminal does not reach.
 */
export function passSignals(child) {
  let passedAt = -Infinity
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (performance.now() - passedAt < ONE_STOP_MS) return
      passedAt = performance.now()
      child.kill(signal)
    })
}
