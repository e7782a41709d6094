const MARK = 'gisement-terrain'

/** Whether this device keeps anything of an account, known without opening it. */
export function isAnythingKept(): boolean {
  try {
    return localStorage.getItem(MARK) !== null
  } catch {
    return false
  }
}

/** Notes that this device keeps something of an account, or no longer does. */
export function markKept(isKept: boolean): void {
  try {
    if (isKept) localStorage.setItem(MARK, 'oui')
    else localStorage.removeItem(MARK)
  } catch {
    // Where nothing may be stored, nothing is kept either.
  }
}
