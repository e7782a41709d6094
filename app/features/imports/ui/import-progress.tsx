import { Form, Link, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { importRun } from '~/messages/import-run'
import { Button } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Bar } from '~/ui/meter-bar'
import { Notice } from '~/ui/notice'
import { REFRESH } from '~/ui/trusted-types'

const LOOK_AGAIN_MS = 1000

/** How far a running import is. It looks again by itself, with JavaScript and without. */
export function ImportProgress({ doneCount, rowCount }: { doneCount: number; rowCount: number }) {
  const t = useT(importRun)
  const format = useFormat()
  const words = t('progress', { done: format.number(doneCount), all: format.number(rowCount) })
  return (
    <section className="flex max-w-3xl flex-col gap-4">
      <LookAgain />
      <div
        role="progressbar"
        aria-label={t('running')}
        aria-valuemin={0}
        aria-valuemax={rowCount}
        aria-valuenow={doneCount}
        aria-valuetext={words}
      >
        <Bar value={rowCount > 0 ? doneCount / rowCount : 0} />
      </div>
      <p className="font-semibold">{words}</p>
      <p>{t('runningText')}</p>
      <Form method="post" className="flex flex-wrap items-center gap-4">
        <Link to="." className="inline-flex min-h-11 items-center font-semibold">
          {t('refresh')}
        </Link>
        <Button look="quiet" name="intent" value="stop">
          {t('stop')}
        </Button>
      </Form>
    </section>
  )
}

/** The drafts of lots that a written import still has to make. */
export function DraftsLeft({ count }: { count: number }) {
  const t = useT(importRun)
  if (count === 0) return null
  return (
    <>
      <LookAgain />
      <Notice>{t('draftsLeft', { count })}</Notice>
    </>
  )
}

/** Reads the page again every so often, with JavaScript and without. */
function LookAgain() {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(revalidate, LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [revalidate])
  return <noscript dangerouslySetInnerHTML={{ __html: REFRESH }} />
}
