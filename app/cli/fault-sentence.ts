import type { ChainFault } from '~/core/hash-chain'

/** What a break means, in a sentence. */
export function faultSentence(fault: ChainFault): string {
  switch (fault.kind) {
    case 'altered':
      return `Row ${fault.seq} was altered: it no longer has the hash of what it says.`
    case 'removed':
      return `Rows are missing between row ${fault.afterSeq} and row ${fault.beforeSeq}.`
    case 'inserted':
      return `Row ${fault.seq} was inserted: the row after it follows an earlier one.`
    case 'truncated':
      return `The end is missing: the last row is ${fault.lastSeq}, and row ${fault.expectedSeq} existed.`
    case 'rewritten':
      return `Row ${fault.seq} is not the one whose hash was ${fault.day ? `published on ${fault.day}` : 'kept elsewhere'}: the chain was written anew.`
    case 'unsealed':
      return `Row ${fault.seq} has no hash yet: start the server once, which gives older rows theirs.`
  }
}
