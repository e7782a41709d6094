import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { Sighting } from '~/core/sighting'
import { zoneText, type Grid, type Zone } from '~/core/zone'
import { photoBlur } from '~/messages/photo-blur'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { FieldGroup } from '~/ui/field'
import { useT } from '~/ui/i18n'
import type { MarkedZone } from '../model/marked-zone'
import type { PhotoView } from '../model/photo-view'
import { BlurPicture } from './blur-picture'
import { EntryButton } from './entry-button'

type Props = {
  /** Made anew for each page that is drawn: the same form sent twice blurs once. */
  id: string
  photo: PhotoView
  grid: Grid
  /** What was spotted, proposed ticked. */
  spotted: readonly Sighting[]
  lastResult?: SubmissionResult<string[]>
}

/**
 * Marks what to blur in a photo: zones that were spotted, cells by tap or keyboard and, with a script, zones drawn with
 * a pointer. Without a script the cells do.
 */
export function BlurForm({ id, photo, grid, spotted, lastResult }: Props) {
  const t = useT(photoBlur)
  const [form, { zones, cells }] = useForm<{ zones: string[]; cells: string[] }>({ id: 'blur', lastResult })
  const [marked, setMarked] = useState<readonly MarkedZone[]>(() =>
    spotted.map(({ zone, kind }) => ({ zone, kind, isChecked: true })),
  )
  const [isDrawing, setDrawing] = useState(false)
  const [isLive, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  const add = (zone: Zone) => setMarked([...marked, { zone, kind: 'drawn', isChecked: true }])
  return (
    <Form method="post" id={form.id} noValidate className="flex flex-col gap-6">
      <ErrorSummary errors={summaryOf([form, zones, cells])} />
      <input type="hidden" name="id" value={id} />
      <FieldGroup id={cells.id} label={t('cells')} hint={t('cellsHint')} error={cells.errors}>
        <BlurPicture photo={photo} grid={grid} marked={marked} onDrawn={isDrawing ? add : null} />
        {isLive && (
          <div className="flex flex-col gap-2">
            <p role="status">{isDrawing && t('drawing')}</p>
            <div>
              <Button
                type="button"
                look="secondary"
                wide
                aria-pressed={isDrawing}
                onClick={() => setDrawing(!isDrawing)}
              >
                {t(isDrawing ? 'stopDrawing' : 'draw')}
              </Button>
            </div>
          </div>
        )}
      </FieldGroup>
      {marked.length > 0 && (
        <FieldGroup id={zones.id} label={t('zones')} hint={t('zonesHint')} error={zones.errors}>
          <ZoneList marked={marked} onChange={setMarked} />
        </FieldGroup>
      )}
      <p className="prose-width">{t('final')}</p>
      <div>
        <Button wide main>
          {t('submit')}
        </Button>
      </div>
    </Form>
  )
}

function ZoneList({
  marked,
  onChange,
}: {
  marked: readonly MarkedZone[]
  onChange: (marked: readonly MarkedZone[]) => void
}) {
  const t = useT(photoBlur)
  return (
    <ul className="flex flex-col">
      {marked.map((one, at) => {
        const value = zoneText(one.zone)
        return (
          <li key={`${one.kind}-${value}`} className="flex flex-wrap items-center gap-x-4">
            <label className="flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                className="tick"
                name="zones"
                value={value}
                checked={one.isChecked}
                onChange={({ currentTarget }) =>
                  onChange(
                    marked.map((other) =>
                      other === one ? { ...one, isChecked: currentTarget.checked } : other,
                    ),
                  )
                }
              />
              {t('zone', { number: at + 1, kind: t(`kindShort.${one.kind}`) })}
            </label>
            {one.kind === 'drawn' && (
              <EntryButton
                label={t('removeZoneOf', { number: at + 1 })}
                text={t('removeZone')}
                onClick={() => onChange(marked.filter((other) => other !== one))}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
