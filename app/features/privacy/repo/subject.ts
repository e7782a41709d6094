/** Whose data is meant: their id, their address, and the organisations that have no other member. */
export type Subject = {
  userId: string
  email: string
  organisationIds: readonly string[]
  /** What names them in texts made of several things: addresses, names, ids of what they wrote in. */
  marks: readonly string[]
}
