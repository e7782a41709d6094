import { readEnv, setEnv } from '~/platform/env.server'
import { fileStore } from '~/platform/storage.server'
import { contentOf, type StoreOrder } from './store-content'

/** Stores files until it is killed, several at a time, and tells of each that was acknowledged. */
async function work({ dataDir, variables, stem }: StoreOrder): Promise<void> {
  setEnv(readEnv({ NODE_ENV: 'test', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...variables }))
  let count = 0
  const lane = async () => {
    while (count < 500) {
      const path = `documents/${stem}${String(count++)}-document.pdf`
      await fileStore().put(path, contentOf(path))
      process.send?.(path)
    }
  }
  await Promise.all(Array.from({ length: 4 }, lane))
}

process.once('message', (order: StoreOrder) => void work(order))
