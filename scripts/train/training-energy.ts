import os from 'node:os'
import type { TrainingEnergy } from '~/features/classifier/model/model-card'

/** The processor time that this process has taken so far, all its threads together, and on which machine. */
export function trainingEnergy(photos: number): TrainingEnergy {
  const { user, system } = process.cpuUsage()
  const cores = os.cpus()
  return {
    cpuSeconds: Math.round((user + system) / 1e6),
    photos,
    processor: cores[0]?.model.trim() ?? 'unknown',
    threads: Math.max(1, cores.length),
  }
}
