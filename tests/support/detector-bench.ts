import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Zone } from '~/core/zone'
import { stopDetector } from '~/features/faces/detector.server'
import { env, setEnv } from '~/platform/env.server'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { buildDetector } from '../../scripts/model/build-model'
import { facesOfSheet, paste } from '../../scripts/faces/face-sheet'

export type DetectorBench = {
  setup: TestSetup
  /** Where the weights of the detector stand, in `people`. */
  folder: string
  /** A JPEG with one face in it. */
  portrait: Uint8Array
  /** Where that face is, in shares of the picture. */
  face: Zone
}

/** A database and the real detector, on during every test of the file, with the classifier off. */
export function withDetector(): DetectorBench {
  const bench = {} as DetectorBench
  beforeAll(async () => {
    bench.folder = mkdtempSync(path.join(tmpdir(), 'gisement-people-'))
    buildDetector(path.join(bench.folder, 'people'))
    bench.setup = await setupDatabase()
    // From the detector's own package, and kept nowhere.
    const sheet = await facesOfSheet()
    const pasted = await paste(sheet[15]!, { height: 240, background: null, index: 3 })
    bench.portrait = await sharp(pasted.bytes).jpeg().toBuffer()
    bench.face = pasted.zone
  })
  afterAll(async () => {
    await stopDetector()
    bench.setup.cleanup()
    rmSync(bench.folder, { recursive: true, force: true })
  })
  beforeEach(() => {
    const detectorDir = path.join(bench.folder, 'people')
    setEnv({ ...env(), isClassifierOff: true, isDetectorOff: false, detectorDir })
  })
  return bench
}
