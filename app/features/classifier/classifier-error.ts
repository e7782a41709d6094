import type { ModelFault } from './model/model-fault'

/**
 * Why a classification did not take place. `missing`: no model folder. `off`: switched off by
 * the environment. `busy`: too many calls waiting.
 * `failed`: the model could not be loaded or refused the pixels. `crashed`: the thread ended or stayed silent;
 * the next call starts another. `poison`: these pixels ended one thread after another.
 */
export type ClassifierFault = 'missing' | 'off' | 'busy' | 'failed' | 'crashed' | 'poison'

export class ClassifierError extends Error {
  constructor(
    readonly fault: ClassifierFault,
    message: string,
    /** Whether the thread had its model and ended while it looked at the photos. */
    readonly wasLooking = false,
  ) {
    super(message)
    this.name = 'ClassifierError'
  }
}

/** Too many calls are waiting: the caller may try again later. */
export class ClassifierBusyError extends ClassifierError {
  constructor(waiting: number) {
    super('busy', `${waiting} classifications are waiting already`)
  }
}

/** No model looks at photos, and why; the message is for the operator's log. */
export class ModelFaultError extends ClassifierError {
  constructor(
    readonly reason: ModelFault,
    message: string,
  ) {
    super(reason === 'unloadable' ? 'failed' : 'missing', message)
  }
}
