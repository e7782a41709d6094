import { useEffect, useState, type RefObject } from 'react'

const STORED = 'gisement-label-keys'
const TYPING = 'input:not([type="checkbox"]), select, textarea, [contenteditable="true"]'

/**
 * Presses the control of `root` whose `data-key` is the key typed, while the shortcuts are on. They can be turned off,
 * as single characters must be (WCAG 2.1.4), and the choice is kept by the browser. `null` before the script runs.
 */
export function useLabelKeys(root: RefObject<HTMLElement>): [boolean | null, (on: boolean) => void] {
  const [isOn, setOn] = useState<boolean | null>(null)
  useEffect(() => setOn(stored() !== 'off'), [])

  useEffect(() => {
    if (!isOn) return
    function press(event: KeyboardEvent) {
      const { target, key } = event
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
      if (!(target instanceof Element) || target.closest(TYPING)) return
      // Arrows scroll a table that has the focus.
      if (key.startsWith('Arrow') && target !== document.body && !root.current?.contains(target)) return
      const control = root.current?.querySelector<HTMLElement>(
        `[data-key="${CSS.escape(key.toLowerCase())}"]`,
      )
      if (!control) return
      event.preventDefault()
      control.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isOn, root])

  return [
    isOn,
    (on) => {
      setOn(on)
      try {
        localStorage.setItem(STORED, on ? 'on' : 'off')
      } catch {
        // Without storage the choice lasts as long as the page.
      }
    },
  ]
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED)
  } catch {
    return null
  }
}
