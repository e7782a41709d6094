import { useEffect, useState } from 'react'
import { Button } from '~/ui/button'
import { PrintIcon } from '~/ui/icons'

/** Prints the page; absent without JavaScript, which it needs. */
export function PrintButton({ label }: { label: string }) {
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  if (!live) return null
  return (
    <Button type="button" look="secondary" onClick={() => window.print()}>
      <PrintIcon />
      {label}
    </Button>
  )
}
