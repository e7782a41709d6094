import { z } from 'zod'
import type { Locale } from '~/core/locale'
import { bodySchemaOf, SENT_EVENTS } from '~/features/webhooks/payload-schema'
import { api } from '~/messages/api'
import { translator } from '~/messages/catalogue'
import { webhooks } from '~/messages/webhooks'

/**
 * What software that asked for it is told, as OpenAPI 3.1 holds it: one request for each event, with the headers that
 * every one of them carries.
 */
export function openApiWebhooks(locale: Locale): Record<string, unknown> {
  const t = translator(locale, api)
  const tEvent = translator(locale, webhooks)
  return Object.fromEntries(
    SENT_EVENTS.map((event) => [
      event,
      {
        post: {
          operationId: event,
          summary: tEvent(`event.${event}`),
          parameters: HEADERS.map((name) => ({
            name,
            in: 'header',
            required: true,
            description: t(`told.headers.${name}`),
            schema: { type: 'string' },
          })),
          requestBody: {
            required: true,
            content: { 'application/json': { schema: z.toJSONSchema(bodySchemaOf(event)) } },
          },
          responses: {
            '2XX': { description: t('told.taken') },
            410: { description: t('told.gone') },
            default: { description: t('told.again') },
          },
        },
      },
    ]),
  )
}

/** Standard Webhooks 1.0. */
const HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const
