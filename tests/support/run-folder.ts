import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Before the tests of a run: a folder for what they share, which goes with the run. */
export default function setup(): () => void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-run-'))
  process.env.TEST_RUN_FOLDER = folder
  return () => fs.rmSync(folder, { recursive: true, force: true })
}
