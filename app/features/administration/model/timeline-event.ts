/** What happened, who did it (null for the service itself), and the reason or the answer that they wrote. */
export type TimelineEvent = {
  id: string
  entity: string
  entityId: string
  kind: string
  actorUserId: string | null
  actorName: string | null
  note: string | null
  atMs: number
}
