import path from 'node:path'
import { nowMs } from '~/core/clock'
import type { Env } from '~/platform/env.server'
import { logger } from '~/platform/logger.server'
import { nameOfChoice, type ModelChoice } from '~/platform/model-choice'
import { readModelCard } from '../card.server'
import { ModelFaultError } from '../classifier-error'
import { retryDelayMs, type ModelFault } from '../model/model-fault'
import { fetchFromHub } from './hub.server'
import { readZeroShotModel, type ModelInUse } from './zero-shot-model.server'

type Places = Pick<Env, 'hubUrl' | 'modelsDir' | 'chosenModelLicence'>
type Failure = { reason: ModelFault; message: string; failures: number; retryAtMs: number }

/**
 * The model that an operator named in the settings. It is fetched and read by the first call; after a failure it is
 * left alone for a while, longer after each, and every call meanwhile fails at once with the same reason.
 */
export class ChosenModel {
  private model: ModelInUse | null = null
  private failure: Failure | null = null
  private preparing: Promise<ModelInUse> | null = null

  constructor(
    private readonly choice: ModelChoice,
    private readonly places: Places,
  ) {}

  /** The model, fetched and read if need be. Rejects with a `ModelFaultError`. */
  async get(): Promise<ModelInUse> {
    if (this.model) return this.model
    if (this.failure && nowMs() < this.failure.retryAtMs) throw errorOf(this.failure)
    this.preparing ??= this.prepare()
    return this.preparing
  }

  /** What is known at once, without waiting; starts what is due. */
  look(): ModelInUse | ModelFaultError {
    if (this.model) return this.model
    // What goes wrong is logged and kept; the next look tells it.
    this.get().catch(() => undefined)
    return this.known()
  }

  /** What is known at once; starts nothing. */
  known(): ModelInUse | ModelFaultError {
    if (this.model) return this.model
    if (this.failure) return errorOf(this.failure)
    return new ModelFaultError('preparing', `${nameOfChoice(this.choice)} is being made ready`)
  }

  /** Told by whoever could not start the model: it is left alone as after any failure, then read again. */
  reject(error: ModelFaultError): void {
    // Several threads may find out about the same model.
    if (!this.model) return
    this.model = null
    this.fail(error)
  }

  private async prepare(): Promise<ModelInUse> {
    try {
      this.model = await prepareChoice(this.choice, this.places)
      const { card } = this.model
      logger().info({ model: card.name, version: card.version, kind: card.kind }, 'the chosen model is ready')
      // Files that read well may still not load: only a start that works ends such a row of failures.
      if (this.failure?.reason !== 'unloadable') this.failure = null
      return this.model
    } catch (error) {
      throw this.fail(
        error instanceof ModelFaultError ? error : new ModelFaultError('unloadable', messageOf(error)),
      )
    } finally {
      this.preparing = null
    }
  }

  private fail(error: ModelFaultError): ModelFaultError {
    const failures = (this.failure?.failures ?? 0) + 1
    const retryAtMs = nowMs() + retryDelayMs(failures)
    this.failure = { reason: error.reason, message: error.message, failures, retryAtMs }
    const retryAt = new Date(retryAtMs).toISOString()
    logger().warn(
      { model: nameOfChoice(this.choice), reason: error.reason, why: error.message, failures, retryAt },
      'no photo is analysed: the chosen model is not available',
    )
    return error
  }
}

async function prepareChoice(choice: ModelChoice, places: Places): Promise<ModelInUse> {
  const { modelsDir, hubUrl, chosenModelLicence: licence } = places
  if (choice.kind === 'hub') {
    const { folder, commit } = await fetchFromHub(choice, places)
    const url = `${hubUrl}/${choice.id}`
    return readZeroShotModel(folder, { name: choice.id, revision: commit, url, licence }, modelsDir)
  }
  const { folder } = choice
  const card = readModelCard(folder)
  if (card) return { card, load: { modelDir: folder } }
  const origin = { name: path.basename(folder), revision: null, url: '', licence }
  return readZeroShotModel(folder, origin, modelsDir)
}

function errorOf({ reason, message }: Failure): ModelFaultError {
  return new ModelFaultError(reason, message)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
