import { AUDIT_ACTIONS, AUDIT_KEPT_MS } from '~/core/audit-terms'
import { auditLabel } from '~/features/audit/ui/audit-label'
import { RETENTION } from '~/features/privacy/model/retention'
import { said } from './sessions'

/** What is logged, where and for how long, as Markdown before prettier. */
export function logsPaper(): string {
  return [
    '# Logs',
    'ASVS 16.1.1: every place where something is noted of what happened.',
    [
      '| log | holds | form | where | read by | kept |',
      '| --- | --- | --- | --- | --- | --- |',
      '| of the process | requests refused or failed, jobs, faults, statements that are slow, refusals of the scanner and of the content policy; from `LOG_LEVEL=debug` every request | JSON, one line an event (pino): level, instant in UTC, request and job, then what is told | standard output: the journal of systemd, or the container’s | who may read the journal on the machine | as the operator sets there; 90 days are enough |',
      `| audit log (\`audit_rows\`) | the acts below: who, what, when, from which network, in which request, done or refused | rows of the database in a chain of hashes; the page, CSV | the database and its backups | the Métropole’s team; each person their own | ${said(AUDIT_KEPT_MS)} |`,
      `| events (\`events\`) | what became of lots, needs, sites, reservations | rows | the database | whoever may read the record; the team | ${RETENTION.events.days} days with who did it |`,
      '| figures (`/metrics`) | counts and durations by pattern, without people | Prometheus text | a port of its own, on this machine unless `METRICS_HOST` says otherwise | who watches the service | as they set |',
      '| of the proxy | addresses of visitors, paths | its own | the proxy’s machine | the operator | a year at most (CNIL) |',
    ].join('\n'),
    '## What is never logged',
    'Passwords, codes, secrets of sessions and links, bodies of requests, queries, e-mail addresses, contents of photos and documents. The line of a request names its pattern, not its path; addresses in errors are masked before a line is written; an address without an account is named by a keyed hash; networks are cut to their first parts.',
    '## How they are used',
    'The health page and `gisement check` say what needs an act. Clocks: the machine’s, which systemd keeps by NTP; every instant is written in UTC. The process writes to its standard output and, when the operator names one (`LOG_COLLECTOR`), sends each line to another machine over TLS ([deployment](../deployment.md)); without it, send the journal away (`systemd-journal-upload`, or the driver of the container engine). `gisement audit verify` holds the audit log’s chain against a head that was kept elsewhere.',
    '## Acts in the audit log',
    [
      '| act | |',
      '| --- | --- |',
      ...AUDIT_ACTIONS.map((action) => `| \`${action}\` | ${auditLabel('en', action)} |`),
    ].join('\n'),
  ].join('\n\n')
}
