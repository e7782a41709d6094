import path from 'node:path'
import { fileURLToPath } from 'node:url'

const BUILT = `${path.sep}build${path.sep}server${path.sep}`

/** The product's own folder, wherever the process was started: of the build, or of the sources. */
function productFolder(): string {
  const here = fileURLToPath(import.meta.url)
  const built = here.lastIndexOf(BUILT)
  return built >= 0 ? here.slice(0, built) : path.resolve(path.dirname(here), '../../..')
}

export const MIGRATIONS = path.join(productFolder(), 'db/migrations')
export const POSTGRES_MIGRATIONS = path.join(productFolder(), 'db/postgres/migrations')
