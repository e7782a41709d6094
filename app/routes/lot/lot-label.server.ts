import { labelAddress, typedAddress } from '~/features/labels/label-address.server'
import { readCode } from '~/features/labels/model/code'
import { qrPathOf, type QrPath } from '~/features/labels/model/qr-path'
import { qrModules } from '~/features/labels/qr-modules'
import { listLabelsOfLots } from '~/features/labels/queries.server'

export type LotLabels = {
  /** The label of the lot as a whole, or its first piece's; null before the first printing. */
  first: { code: string; typed: string; qr: QrPath } | null
  pieces: number
  /** What became of the label that the lot was published with; null when with none. */
  bound: { code: string; isBound: boolean } | null
}

/** The labels of a lot for its owner. */
export async function readLotLabels(lotId: string, request: Request): Promise<LotLabels> {
  const labels = (await listLabelsOfLots([lotId])).get(lotId) ?? []
  const [first] = labels
  const asked = readCode(new URL(request.url).searchParams.get('etiquette') ?? '')
  return {
    first: first
      ? {
          code: first.code,
          typed: typedAddress(first.code),
          qr: qrPathOf(qrModules(labelAddress(first.code))),
        }
      : null,
    pieces: labels.filter(({ item }) => item !== null).length,
    bound: asked === null ? null : { code: asked, isBound: labels.some(({ code }) => code === asked) },
  }
}
