import { existsSync, renameSync, rmSync } from 'node:fs'
import { readModelCard } from '~/features/classifier/card.server'
import type { ModelCard } from '~/features/classifier/model/model-card'
import { buildModel } from './build-model'
import type { Head } from './head-file'
import { learntFileOf, moveLearnt, writeLearnt, type Learnt } from './learnt-head'

/**
 * Builds a model folder from a head learnt here and puts it in place; the one before is kept beside it. The new folder
 * is whole before either moves. A running server goes on with the model that it has loaded until it starts again.
 */
export function installModel(folder: string, head: Head, learnt: Learnt): ModelCard {
  const next = `${folder}.next`
  rmSync(next, { recursive: true, force: true })
  writeLearnt(next, head, learnt)
  const { card } = buildModel({ folder: next, headFile: learntFileOf(next) })
  if (existsSync(folder)) {
    rmSync(previousOf(folder), { recursive: true, force: true })
    move(folder, previousOf(folder))
  }
  move(next, folder)
  return card
}

/** Puts the model before in place again, and keeps this one as the one before. Throws when there is none. */
export function rollBackModel(folder: string): ModelCard {
  const previous = previousOf(folder)
  const card = readModelCard(previous)
  if (!card) throw new Error(`No model to go back to: ${previous} is not there.`)
  const aside = `${folder}.aside`
  rmSync(aside, { recursive: true, force: true })
  if (existsSync(folder)) move(folder, aside)
  move(previous, folder)
  if (existsSync(aside)) move(aside, previous)
  return card
}

function previousOf(folder: string): string {
  return `${folder}.previous`
}

function move(from: string, to: string): void {
  renameSync(from, to)
  moveLearnt(from, to)
}
