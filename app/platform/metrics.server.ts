import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** Everything that is measured of this process, in the Prometheus text format at `/metrics` of the private port. */
export const registry = new Registry()

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10]
const registers = [registry]

export const httpRequests = new Counter({
  name: 'gisement_http_requests_total',
  help: 'Requests answered, by route pattern, method and status',
  labelNames: ['route', 'method', 'status'] as const,
  registers,
})

export const httpSeconds = new Histogram({
  name: 'gisement_http_request_seconds',
  help: 'Time from a request to the end of its answer, by route pattern',
  labelNames: ['route'] as const,
  buckets: SECONDS,
  registers,
})

export const pagesWaiting = new Gauge({
  name: 'gisement_pages_waiting',
  help: 'Pages asked for that wait until others are made',
  registers,
})

export const nodeLeads = new Gauge({
  name: 'gisement_node_leads',
  help: 'Whether this node does what one of those that share a database does for all: 1 on one of them',
  registers,
})

export const jobSeconds = new Histogram({
  name: 'gisement_job_seconds',
  help: 'Time that a job took, by kind and by how it ended',
  labelNames: ['kind', 'outcome'] as const,
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300],
  registers,
})

export const writeWaitSeconds = new Histogram({
  name: 'gisement_db_write_wait_seconds',
  help: 'Time that a write waited for its turn at the database',
  buckets: SECONDS,
  registers,
})

export const slowQueries = new Counter({
  name: 'gisement_db_slow_queries_total',
  help: 'Statements that took longer than SLOW_QUERY_MS',
  registers,
})

export const mails = new Counter({
  name: 'gisement_mails_total',
  help: 'E-mails handed to the mail server, or refused by it',
  labelNames: ['outcome'] as const,
  registers,
})

export const classifierVerdicts = new Counter({
  name: 'gisement_classifier_verdicts_total',
  help: 'What the classifier said of things whose photos it looked at, by verdict; «failed» when it could not',
  labelNames: ['verdict'] as const,
  registers,
})

export const policyReports = new Counter({
  name: 'gisement_policy_reports_total',
  help: 'What browsers told of the content policy, by directive; «dropped» when too many or unreadable',
  labelNames: ['directive'] as const,
  registers,
})

export const vitalReports = new Counter({
  name: 'gisement_web_vitals_reports_total',
  help: 'Pages whose speed browsers told of',
  registers,
})

/** Adds what Node says of itself: memory, processor, pauses of the event loop. Once a process. */
export function measureProcess(): void {
  collectDefaultMetrics({ register: registry })
}
