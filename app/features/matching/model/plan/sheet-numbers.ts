import type { AttributeKey } from '~/core/attributes/definitions'
import { sheetOf } from '~/core/attributes/sheets'
import type { AttributeValues } from '~/core/attributes/values'
import type { Wanted, WantedAttributes } from '~/core/attributes/wanted'
import type { MaterialType } from '~/core/material-types'

/** How what a lot tells answers what a need asks. */
export const CONTRADICTED = -1
export const ALL_TOLD = 0
export const TO_CHECK = 1

const [NUMBER, CHOICE, FLAG] = [0, 1, 2]

/** What a judgement adds to a tolerance, so that a sum of decimals does not fail on its last bit. */
const HAIR = 0.0005

/**
 * What needs ask of the sheets of lots, in numbers side by side: says of one lot after the other what `judgeSheets` does,
 * for those who ask of millions of pairs.
 */
export class SheetNumbers {
  private readonly keys = new Numbered<AttributeKey>()
  private readonly words = new Numbered<string>()
  /** Where what each need asks begins; the last entry is their number. */
  private readonly starts: Int32Array
  private readonly key: Int32Array
  private readonly kind: Uint8Array
  /** Of numbers: what is wanted, and how far off it may be. Of choices: where their words begin and end. */
  private readonly from: Float64Array
  private readonly until: Float64Array
  private readonly choices: number[] = []
  /** By key, of the lot taken: whether it tells, the number, the word and whether it is «yes». */
  private readonly isTold: Uint8Array
  private readonly number: Float64Array
  private readonly word: Int32Array
  private readonly isYes: Uint8Array

  constructor(needs: readonly WantedAttributes[]) {
    const asked = needs.map((wanted) => entriesOf(wanted))
    this.starts = new Int32Array(needs.length + 1)
    asked.forEach((list, need) => (this.starts[need + 1] = this.starts[need]! + list.length))
    const count = this.starts[needs.length]!
    this.key = new Int32Array(count)
    this.kind = new Uint8Array(count)
    this.from = new Float64Array(count)
    this.until = new Float64Array(count)
    asked.flat().forEach(([key, wanted], at) => this.set(at, key, wanted))
    this.isTold = new Uint8Array(this.keys.size)
    this.number = new Float64Array(this.keys.size)
    this.word = new Int32Array(this.keys.size)
    this.isYes = new Uint8Array(this.keys.size)
  }

  private set(at: number, key: AttributeKey, wanted: Wanted): void {
    this.key[at] = this.keys.of(key)
    if (wanted.kind === 'number') {
      this.kind[at] = NUMBER
      this.from[at] = wanted.value
      this.until[at] = wanted.tolerance + HAIR
    } else if (wanted.kind === 'choice') {
      this.kind[at] = CHOICE
      this.from[at] = this.choices.length
      for (const word of wanted.anyOf) this.choices.push(this.words.of(word))
      this.until[at] = this.choices.length
    } else this.kind[at] = FLAG
  }

  /** Takes a lot, of which `judge` is asked next. */
  take({ material, attributes }: { material: MaterialType; attributes: AttributeValues }): void {
    this.isTold.fill(0)
    for (const name of sheetOf(material)) {
      const key = this.keys.known(name)
      const value = attributes[name]
      if (key === undefined || value === undefined) continue
      this.isTold[key] = 1
      this.number[key] = typeof value === 'number' ? value : Number.NaN
      this.word[key] = this.words.known(String(value)) ?? -1
      this.isYes[key] = value === true ? 1 : 0
    }
  }

  /** How the lot taken answers a need, by place. */
  judge(need: number): typeof CONTRADICTED | typeof ALL_TOLD | typeof TO_CHECK {
    let verdict: typeof ALL_TOLD | typeof TO_CHECK = ALL_TOLD
    for (let at = this.starts[need]!; at < this.starts[need + 1]!; at++) {
      if (this.isTold[this.key[at]!] === 0) verdict = TO_CHECK
      else if (!this.fits(at)) return CONTRADICTED
    }
    return verdict
  }

  private fits(at: number): boolean {
    const key = this.key[at]!
    const kind = this.kind[at]
    if (kind === NUMBER) return Math.abs(this.number[key]! - this.from[at]!) <= this.until[at]!
    if (kind === FLAG) return this.isYes[key] === 1
    for (let choice = this.from[at]!; choice < this.until[at]!; choice++)
      if (this.choices[choice] === this.word[key]) return true
    return false
  }
}

function entriesOf(wanted: WantedAttributes): [AttributeKey, Wanted][] {
  return Object.entries(wanted).map(([key, value]) => [key as AttributeKey, value])
}

/** Words by the order in which they came. */
class Numbered<Word> {
  private readonly numbers = new Map<Word, number>()

  get size(): number {
    return this.numbers.size
  }

  of(word: Word): number {
    const known = this.numbers.get(word)
    if (known !== undefined) return known
    this.numbers.set(word, this.numbers.size)
    return this.numbers.size - 1
  }

  known(word: Word): number | undefined {
    return this.numbers.get(word)
  }
}
