/** The URLs of what an organisation's software is told; part of `paths`. */
export const webhookPaths = {
  webhooks: (done = '') => `/organisation/webhooks${done && `?fait=${done}`}`,
  webhooksCsv: () => '/organisation/webhooks.csv',
  webhook: (id: string, done = '') => `/organisation/webhooks/${id}${done && `?fait=${done}`}`,
  /** What was sent to it, and what came of it. */
  webhookDeliveriesCsv: (id: string) => `/organisation/webhooks/${id}/envois.csv`,
}
