import type { MaterialType } from '~/core/material-types'
import type { Suggestion } from '~/features/classifier/model/suggest'
import type { NeedView } from '~/features/needs/model/need'

/** What «Essayer avec une photo» answers. */
export type TryPhotoReply =
  | {
      ok: true
      name: string
      suggestion: Suggestion
      modelVersion: string
      ms: number
      material: MaterialType | null
      needs: NeedView[]
      /** The address of the lots whose photos look alike; null where the model compares none. */
      similar: string | null
    }
  | { ok: false; message: string }
