import { api } from '~/messages/api'
import { DataTable } from '~/ui/data-table'
import { useT } from '~/ui/i18n'
import type { EndpointFacts, ParameterFacts } from './read-endpoints.server'
import { TryForm } from './try-form'

/** One address of the interface: what it answers, its parameters, and a form to try it. */
export function EndpointSection({ endpoint }: { endpoint: EndpointFacts }) {
  const t = useT(api)
  const { operationId, path, parameters } = endpoint
  return (
    <section
      aria-labelledby={operationId}
      className="flex min-w-0 flex-col gap-4 border-t-4 border-edge pt-4"
    >
      <h3 id={operationId} className="text-xl">
        {t(`operation.${operationId}`)}
      </h3>
      <p>
        <code className="font-semibold wrap-anywhere">GET /api/v1{path}</code>
      </p>
      {parameters.length === 0 ? (
        <p className="text-muted">{t('noParameters')}</p>
      ) : (
        <DataTable
          caption={t('parameters', { path })}
          hideCaption
          dense
          rows={parameters}
          rowKey={({ name }) => name}
          columns={[
            {
              key: 'name',
              header: t('parameter'),
              rowHeader: true,
              cell: ({ name }) => <code className="wrap-anywhere">{name}</code>,
            },
            { key: 'type', header: t('type'), cell: typeOf },
            { key: 'meaning', header: t('meaning'), cell: (parameter) => <Meaning {...parameter} /> },
            {
              key: 'page',
              header: t('onPage'),
              cell: ({ onPage }) => onPage && <code className="wrap-anywhere">{onPage}</code>,
            },
          ]}
        />
      )}
      <TryForm endpoint={endpoint} />
    </section>
  )
}

function Meaning({ description, choices }: ParameterFacts) {
  return (
    <>
      {description}
      {choices && <span className="block text-sm text-muted wrap-anywhere">{choices.join(', ')}</span>}
    </>
  )
}

/** «integer 1–100 (20)»: the type, its bounds and what is taken without it. */
function typeOf({ type, bounds: { least, most }, usual }: ParameterFacts): string {
  const bounds = least === null && most === null ? '' : ` ${least ?? ''}–${most ?? ''}`
  return `${type}${bounds}${usual === null ? '' : ` (${usual})`}`
}
