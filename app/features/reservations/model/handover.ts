export type Confirmation = { side: 'giver' | 'taker'; massG: number; signedName: string }

export type HandoverState =
  | { kind: 'none' }
  | { kind: 'waiting'; signed: 'giver' | 'taker'; massG: number }
  | { kind: 'differs'; giverMassG: number; takerMassG: number }
  | { kind: 'agreed'; massG: number }

/** Where a handover stands: both sides must sign the same mass, in grams. */
export function handoverState(confirmations: readonly Confirmation[]): HandoverState {
  const giver = confirmations.find((confirmation) => confirmation.side === 'giver')
  const taker = confirmations.find((confirmation) => confirmation.side === 'taker')
  if (giver && taker) {
    return giver.massG === taker.massG
      ? { kind: 'agreed', massG: giver.massG }
      : { kind: 'differs', giverMassG: giver.massG, takerMassG: taker.massG }
  }
  const signed = giver ?? taker
  return signed ? { kind: 'waiting', signed: signed.side, massG: signed.massG } : { kind: 'none' }
}
