import { foldText } from '~/core/fold'
import type { Hazard } from '~/core/lot-terms'

/** The sentence of a fault, in the catalogue of errors, where the legal text is cited. */
export type WordingFault =
  | 'wording_asbestos'
  | 'wording_pcb'
  | 'wording_creosote'
  | 'wording_halon'
  | 'wording_lead'
  | 'wording_arsenic'

type Rule = {
  fault: WordingFault
  /** Of folded text: lower case, no accents, single spaces. */
  words: RegExp
  /** Nearby words that say that it is not there, or that something else is meant. */
  unless?: RegExp
  /** May be offered once this danger is declared; without one, not at all. */
  declaredBy?: Hazard
  /** The text and the day from which it holds. */
  source: string
  since: string
}

/** What says, shortly before or after, that something is absent, or only looked for. */
const ABSENT =
  /\b(sans|non|pas|aucune?|ni|absence|absente?s?|exempte?s?|hors|zero|negatif|negative|indemne|diagnostics?|reperages?|rapports?|recherches?|analyses?|tests?|without|no|not|free|none|survey)\b/

/** Words around a wording that are read for what they say of it. */
const NEARBY = 4

/** Wordings of what the law keeps from being ceded, or asks to be declared. Read again when a text changes. */
export const PROHIBITED_WORDINGS: readonly Rule[] = [
  {
    fault: 'wording_asbestos',
    words: /\b(amiante(e|es|s)?|asbestos)\b/g,
    source: 'Décret n° 96-1133 du 24 décembre 1996, article 1',
    since: '1997-01-01',
  },
  {
    fault: 'wording_pcb',
    words: /\b(pcb|pyralene|polychlorobiphenyles?)\b/g,
    unless: /\b(cartes?|circuits?|boards?|electroniques?)\b/,
    source: 'Code de l’environnement, articles R. 543-17 à R. 543-20',
    since: '2007-10-16',
  },
  {
    fault: 'wording_creosote',
    words:
      /\b(creosotee?s?|(traverses?|billes?) (de )?(chemins? de fer|sncf|ferroviaires?|voie ferree)|railway sleepers?|railroad ties)\b/g,
    unless: /\b(beton|acier|metal|metalliques?|concrete|steel|plastique)\b/,
    source: 'Arrêté du 18 décembre 2018 (créosote)',
    since: '2019-04-23',
  },
  {
    fault: 'wording_halon',
    words: /\bhalons?\b/g,
    source: 'Règlement (UE) 2024/590',
    since: '2024-03-11',
  },
  {
    fault: 'wording_lead',
    words:
      /\b(peintures? (au|avec du|contenant du|a base de) plomb|peintures? plomb|plomb dans (la|les) peintures?|ceruse|minium|lead paint|leaded paint)\b/g,
    declaredBy: 'lead-paint',
    source: 'Code de la santé publique, articles L. 1334-5 et suivants',
    since: '2004-08-11',
  },
  {
    fault: 'wording_arsenic',
    words: /\b(bois (traitee?s? )?(cca|a l arsenic)|traitee?s? (au )?cca|cca treated)\b/g,
    declaredBy: 'treated-wood',
    source: 'Règlement (CE) n° 1907/2006, annexe XVII, entrée 19',
    since: '2009-06-01',
  },
]

/**
 * What a text says that may not be offered, or not before a danger is declared. «Sans amiante», «diagnostic amiante» and
 * «plomberie» say nothing of the kind.
 */
export function faultsOfWording(text: string, hazards: readonly string[]): WordingFault[] {
  const folded = foldText(text)
  return PROHIBITED_WORDINGS.filter((rule) => !isDeclared(rule, hazards) && isMeant(rule, folded)).map(
    ({ fault }) => fault,
  )
}

function isDeclared({ declaredBy }: Rule, hazards: readonly string[]): boolean {
  return declaredBy !== undefined && hazards.includes(declaredBy)
}

function isMeant({ words, unless }: Rule, folded: string): boolean {
  for (const { 0: said, index } of folded.matchAll(words)) {
    const before = folded.slice(0, index).trim().split(' ').slice(-NEARBY).join(' ')
    const after = folded
      .slice(index + said.length)
      .trim()
      .split(' ')
      .slice(0, NEARBY)
      .join(' ')
    const near = `${before} | ${after}`
    if (!ABSENT.test(near) && !unless?.test(`${near} ${said}`)) return true
  }
  return false
}
