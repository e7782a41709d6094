/** What is told of the detector of people and vehicles; `card.json` of its folder. */
export type DetectorCard = {
  /** The first twelve hexadecimal digits of the graphs' SHA-256. */
  version: string
  /** SHA-256 of everything that the graphs were built from. */
  inputsHash: string
  sizeBytes: number
  sources: readonly { role: string; name: string; version: string; url: string; licence: string }[]
}
