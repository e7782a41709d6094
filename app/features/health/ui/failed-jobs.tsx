import { Form } from '@remix-run/react'
import { hasSentence } from '~/messages/catalogue'
import { healthTexts } from '~/messages/health'
import { jobNames } from '~/messages/job-names'
import { Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

type FailedJob = {
  id: string
  kind: string
  lastError: string
  requestId: string | null
  createdAtMs: number
}

/** What a kind of job is called; the kind itself where it has no name any more. */
export function useJobName(): (kind: string) => string {
  const t = useT(jobNames) as unknown as (key: string) => string
  return (kind) => (hasSentence(jobNames, kind) ? t(kind) : kind)
}

/** Jobs that failed for good, each with why, the request it came from and a way to try again on the page it stands on. */
export function FailedJobs({
  caption,
  jobs,
  csvHref,
}: {
  caption: string
  jobs: readonly FailedJob[]
  csvHref: string
}) {
  const t = useT(healthTexts)
  const format = useFormat()
  const nameOf = useJobName()
  return (
    <DataTable
      dense
      caption={caption}
      rows={jobs}
      rowKey={({ id }) => id}
      csvHref={csvHref}
      columns={[
        { key: 'kind', header: t('kind'), rowHeader: true, cell: ({ kind }) => nameOf(kind) },
        {
          key: 'error',
          header: t('error'),
          cell: ({ lastError }) => <span className="wrap-anywhere">{lastError}</span>,
        },
        {
          key: 'request',
          header: t('requestId'),
          cell: ({ requestId }) => <code className="wrap-anywhere">{requestId ?? '–'}</code>,
        },
        { key: 'since', header: t('since'), cell: ({ createdAtMs }) => format.instant(createdAtMs) },
        {
          key: 'act',
          header: t('retry'),
          acts: true,
          cell: ({ id, kind }) => (
            <Form method="post">
              <input type="hidden" name="jobId" value={id} />
              <Button
                look="secondary"
                small
                name="intent"
                value="retry"
                aria-label={t('retryOf', { job: nameOf(kind) })}
              >
                {t('retry')}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  )
}
