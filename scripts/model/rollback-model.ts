/** Puts back the classifier that was in use before the last one learnt here: `npm run model:rollback`. */
import process from 'node:process'
import { env } from '~/platform/env.server'
import { rollBackModel } from './install-model'

try {
  const card = rollBackModel(env().modelDir)
  console.log(`Back to version ${card.version}. Restart the server to use it.`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
