import path from 'node:path'

/** A model that an operator chose: a folder of this machine, or a model of a hub at a branch, tag or commit. */
export type ModelChoice = { kind: 'folder'; folder: string } | { kind: 'hub'; id: string; revision: string }

export const CHOICE_SYNTAX =
  'name a folder by its absolute path or from ./, or a model of the hub as organisation/name, or organisation/name@revision'

const HUB_NAME = /^([A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*?)(?:@([A-Za-z0-9][\w.-]*))?$/

/** Reads how an operator names a model; null when it is neither a folder's path nor a name on a hub. */
export function parseModelChoice(text: string): ModelChoice | null {
  if (path.isAbsolute(text) || /^\.{1,2}[\\/]/.test(text))
    return { kind: 'folder', folder: path.resolve(text) }
  const [, id, revision = 'main'] = HUB_NAME.exec(text) ?? []
  return id ? { kind: 'hub', id, revision } : null
}

/** The same, as an operator would write it. */
export function nameOfChoice(choice: ModelChoice): string {
  return choice.kind === 'folder' ? choice.folder : `${choice.id}@${choice.revision}`
}
