import { useState } from 'react'
import type { GeoPoint } from '~/core/geo-point'
import { paths } from '~/core/paths'
import { addresses } from '~/messages/addresses'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'

type Found = { label: string; position: GeoPoint | null }
type Answer =
  { kind: 'choose'; found: Found[] } | { kind: 'locateNone' | 'locateOff' | 'locateDown' | 'locateType' }

/** Looks an address up and lets the person choose which one is meant; nothing is placed without that choice. */
export function AddressLookup({ address, onPlace }: { address: string; onPlace: (point: GeoPoint) => void }) {
  const t = useT(addresses)
  const [isAsking, setAsking] = useState(false)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const look = async () => {
    if (address.trim().length < 3) return setAnswer({ kind: 'locateType' })
    setAsking(true)
    setAnswer(await lookUp(address))
    setAsking(false)
  }
  return (
    <div className="flex flex-col gap-2">
      <div>
        <Button type="button" look="secondary" disabled={isAsking} onClick={() => void look()}>
          {t('locate')}
        </Button>
      </div>
      <div role="status" className="flex flex-col gap-2">
        {answer && answer.kind !== 'choose' && <p>{t(answer.kind)}</p>}
        {answer?.kind === 'choose' && (
          <>
            <p className="font-semibold">{t('locateChoose')}</p>
            <ul className="flex flex-wrap gap-2">
              {answer.found.map(({ label, position }) => (
                <li key={label}>
                  <button
                    type="button"
                    className="chip"
                    onClick={() => {
                      if (position) onPlace(position)
                      setAnswer(null)
                    }}
                  >
                    {label}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  )
}

async function lookUp(address: string): Promise<Answer> {
  try {
    const reply = await fetch(paths.addressesJson(address))
    if (!reply.ok) return { kind: 'locateDown' }
    const { service, places } = (await reply.json()) as { service: string; places: Found[] }
    if (service === 'off') return { kind: 'locateOff' }
    if (service !== 'found') return { kind: 'locateDown' }
    const found = places.filter(({ position }) => position !== null)
    return found.length > 0 ? { kind: 'choose', found } : { kind: 'locateNone' }
  } catch {
    return { kind: 'locateDown' }
  }
}
