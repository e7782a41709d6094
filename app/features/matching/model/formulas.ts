import { FORMULA_VERSION, scorePair } from './score'

type Formula = typeof scorePair

/**
 * Every formula that a kept computation may name. One that was in force stays here, under its version, when another
 * takes its place: what was proposed by it is still redone by it.
 */
export const FORMULAS: ReadonlyMap<string, Formula> = new Map([[FORMULA_VERSION, scorePair]])
