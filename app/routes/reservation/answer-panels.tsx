import { AnswerGrounds, UndertakingPanel } from '~/features/attribution/ui/answer-grounds'
import { DecisionWhy } from '~/features/attribution/ui/decision-why'
import type { Side } from '~/features/reservations/model/machine'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import { isFor, type FormResult } from '~/features/reservations/ui/decision-forms'
import type { AnswerPanel } from '~/http/answer-grounds.server'

/** What the answer to a request is or would be founded on, and the taker's promise where one is asked. */
export function AnswerPanels({
  view,
  side,
  answer,
  lastResult,
}: {
  view: ReservationView
  side: Side | null
  answer: AnswerPanel
  lastResult: FormResult
}) {
  return (
    <>
      {answer.grounds && <AnswerGrounds grounds={answer.grounds} view={view} side={side} />}
      {answer.decision && <DecisionWhy decision={answer.decision} view={view} side={side} />}
      <UndertakingPanel
        undertaking={answer.undertaking}
        source={answer.promiseSource ?? ''}
        canUndertake={answer.promiseSource !== null}
        lastResult={isFor(lastResult, 'undertake') ? lastResult : undefined}
      />
    </>
  )
}
