import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { textsOfLine } from '~/features/baskets/model/bill'
import { LineFields, lineFaults } from '~/features/baskets/ui/line-fields'
import { TermFields, termFaults } from '~/features/baskets/ui/term-fields'
import { requireActor } from '~/http/actor.server'
import { communeChoices } from '~/http/basket-choices.server'
import { emptyLine } from '~/http/bill-form.server'
import { ownBasket } from '~/http/own-basket.server'
import { pageTitle } from '~/http/page-title'
import { bill } from '~/messages/bill'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { saveBasket } from './edit-steps.server'

export const meta: MetaFunction = pageTitle(bill, 'editTitle')

/** Lines with their fields on one page. */
const PAGE = 40
const ADDED_ROWS = 3

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireActor(request, 'basket:manage')
  const { basket, lines } = await ownBasket(request, params)
  const search = new URL(request.url).searchParams
  const isUnknownOnly = search.get('matiere') === 'a-preciser'
  const shown = isUnknownOnly ? lines.filter(({ material }) => material === null) : lines
  const pages = Math.max(1, Math.ceil(shown.length / PAGE))
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(search.get('page'))) || 1))
  const { id, title, communeCode, neededFrom, neededUntil, radiusKm, minCondition } = basket
  return {
    id,
    title,
    terms: {
      ...{ title, communeCode, neededFrom, neededUntil },
      ...{ radiusKm: String(radiusKm), minCondition: String(minCondition) },
    },
    communes: await communeChoices(),
    lines: shown
      .slice((page - 1) * PAGE, page * PAGE)
      .map((line) => ({ id: line.id, number: line.position + 1, texts: textsOfLine(line) })),
    blank: Array.from({ length: ADDED_ROWS }, emptyLine),
    isUnknownOnly,
    page,
    pages,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  await requireActor(request, 'basket:manage')
  const { actor, basket } = await ownBasket(request, params)
  return saveBasket(request, actor, basket.id)
}

export default function EditBasket() {
  const t = useT(bill)
  const { id, title, terms, communes, lines, blank, isUnknownOnly, page, pages } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const errors = reply?.errors ?? {}
  const faults = [
    ...lines.map((line) => ({ ...line, prefix: `line.r${line.id}`, faults: reply?.lines[line.id]?.faults })),
    ...blank.map((_, at) => ({
      ...{ prefix: `added.r${at}`, number: at + 1, faults: reply?.added[String(at)]?.faults },
    })),
  ].flatMap(({ prefix, number, faults: found = {} }) => lineFaults(t, prefix, number, found))
  const hrefOf = (number: number) =>
    paths.editBasket(id, `?${isUnknownOnly ? 'matiere=a-preciser&' : ''}page=${number}`)
  return (
    <>
      <PageHeader
        eyebrow={title}
        title={t('editTitle')}
        back={{ to: paths.basket(id), label: t('edit.back') }}
      />
      <Form
        key={`${page} ${isUnknownOnly}`}
        method="post"
        encType="multipart/form-data"
        noValidate
        className="flex flex-col gap-8"
      >
        <ErrorSummary errors={[...termFaults(errors), ...faults]} />
        <TermFields values={reply?.terms ?? terms} errors={errors} communes={communes} />
        <section aria-labelledby="lines-title" className="flex flex-col gap-6">
          <h2 id="lines-title">{t('edit.linesTitle')}</h2>
          {pages > 1 && <p className="text-muted">{t('edit.pageNote')}</p>}
          {lines.map((line) => (
            <LineFields
              key={line.id}
              prefix={`line.r${line.id}`}
              number={line.number}
              texts={reply?.lines[line.id]?.texts ?? line.texts}
              faults={reply?.lines[line.id]?.faults}
              leave={t('line.remove')}
            />
          ))}
          <h3>{t('line.add')}</h3>
          {blank.map((texts, at) => (
            <LineFields
              key={at}
              prefix={`added.r${at}`}
              number={at + 1}
              texts={reply?.added[String(at)]?.texts ?? texts}
              faults={reply?.added[String(at)]?.faults}
            />
          ))}
        </section>
        <div>
          <Button wide>{t('edit.submit')}</Button>
        </div>
      </Form>
      <div className="mt-6">
        <Pagination page={page} pages={pages} hrefOf={hrefOf} />
      </div>
    </>
  )
}
