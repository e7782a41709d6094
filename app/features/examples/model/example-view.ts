import type { MaterialType } from '~/core/material-types'
import type { Label } from '~/features/classifier/model/labels'
import type { PhotoView } from '~/features/photos/model/photo-view'
import type { ExampleState, Origin } from './example'

/** An example as the labelling page shows it. */
export type ExampleView = {
  photo: PhotoView
  material: MaterialType | null
  label: Label | null
  origin: Origin
  state: ExampleState
  saidMaterial: MaterialType | null
  modelVersion: string | null
  /** What the model says of it now; null while it has not looked. */
  saidNow: { candidates: { material: MaterialType; confidence: number }[] } | null
  isDisputed: boolean
  lot: { id: string; reference: string; title: string } | null
  source: string | null
  licence: string | null
  decidedByName: string | null
  /** Labels to offer first. */
  offered: Label[]
}
