/** Why no photo is analysed: the operator or the Métropole's team, the organisation itself, or no model installed. */
export type OffReason = 'operator' | 'organisation' | 'missing'
