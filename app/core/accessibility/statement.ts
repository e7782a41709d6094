import { judge, type Judged, type Measured } from './judge'
import measured from './measured.json'

/** What the last measured run of the browser tests says of accessibility. */
export function accessibilityStatement(): { measured: Measured; criteria: Judged[] } {
  return { measured, criteria: judge(measured) }
}
