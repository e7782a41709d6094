import type { IsoDay } from '~/core/days'
import type { Cents } from '~/core/money'
import type { OrganisationKind } from '~/features/organisations/model/organisation'

/** The rules that bind public bodies when they give or sell, as the Métropole's team keeps them. */
export type PublicRules = {
  /** Up to this amount of one sale, a delegated mayor decides; above, the council does. */
  saleThresholdCents: Cents
  saleSource: string
  /** Whether a price below the estimated value asks for a reason. */
  isBelowMarketJustified: boolean
  marketSource: string
  /** Who may receive for free. */
  giftKinds: readonly OrganisationKind[]
  giftKindsSource: string
  /** The highest estimated value of one item given for free; null when there is no ceiling. */
  giftCeilingCents: Cents | null
  giftCeilingSource: string
  /** Whether whoever receives for free undertakes not to sell it again. */
  isResaleForbidden: boolean
  resaleSource: string
  /** Whether a deliberation that states the public interest lets the council give beyond kinds and ceiling. */
  isDeliberationAllowing: boolean
  deliberationSource: string
}

export type PublicRulesVersion = {
  version: string
  rules: PublicRules
  /** First day on which it applies; null for the rules that ship. */
  validFrom: IsoDay | null
}

/** What an administrator can pick as those who may receive for free. */
export const BENEFICIARY_KINDS = [
  'general-interest',
  'association',
  'social-economy',
  'school',
  'public-body',
  'commune',
  'metropole',
  'company',
] as const satisfies readonly OrganisationKind[]

/**
 * The rules that ship, to be checked by the operator's legal service before use: local authorities code (CGCT)
 * L.2122-22, 10°, and code of public property (CG3P) L.3212-2, L.3212-3, D.3212-3-1; that a price under the value
 * needs a reason of public interest comes from case law (Conseil d'État, 1997).
 */
export const SHIPPED_RULES: PublicRulesVersion = {
  version: 'r0',
  validFrom: null,
  rules: {
    saleThresholdCents: 460_000,
    saleSource: 'CGCT, article L.2122-22, 10°',
    isBelowMarketJustified: true,
    marketSource: 'CE, 3 novembre 1997, Commune de Fougerolles, n° 169473',
    giftKinds: ['general-interest', 'school', 'public-body', 'commune', 'metropole'],
    giftKindsSource: 'CG3P, articles L.3212-2 et L.3212-3',
    giftCeilingCents: 30_000,
    giftCeilingSource: 'CG3P, article D.3212-3-1',
    isResaleForbidden: true,
    resaleSource: 'CG3P, article L.3212-2',
    isDeliberationAllowing: true,
    deliberationSource: 'CGCT, article L.2121-29',
  },
}
