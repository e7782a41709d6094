import type { SubmissionResult } from '@conform-to/react'

/** What the page is told of a scan: the label, and whether it counts for the first time; or why not. */
export type ScanReply = {
  result: SubmissionResult<string[]> | null
  scanned?: { code: string; isNew: boolean; item: number | null }
}
