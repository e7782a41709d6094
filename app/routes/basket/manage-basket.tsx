import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { baskets } from '~/messages/baskets'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'

/** Change, duplicate, and delete after a second look. */
export function ManageBasket({ basketId, copyId }: { basketId: string; copyId: string }) {
  const t = useT(baskets)
  return (
    <div className="flex flex-col gap-4" data-screen-only>
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="copyId" value={copyId} />
        <ButtonLink to={paths.editBasket(basketId)} look="secondary">
          {t('edit')}
        </ButtonLink>
        <Button name="intent" value="duplicate" look="secondary">
          {t('copy')}
        </Button>
      </Form>
      <details>
        <summary className="min-h-11 py-2">{t('delete')}</summary>
        <Form method="post" className="flex flex-col gap-3">
          <input type="hidden" name="copyId" value={copyId} />
          <p>{t('deleteText')}</p>
          <div>
            <Button look="danger" name="intent" value="delete" wide>
              {t('deleteConfirmed')}
            </Button>
          </div>
        </Form>
      </details>
    </div>
  )
}
