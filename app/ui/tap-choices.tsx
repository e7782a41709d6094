import { useId, type MouseEvent, type ReactNode } from 'react'
import { FieldGroup, type FieldProps } from './field'

export type TapChoice = {
  value: string
  label: ReactNode
  /** A second, smaller line. */
  note?: ReactNode
  icon?: ReactNode
  /** Filled in by the model and confirmed by nobody. */
  isSuggested?: boolean
  /** Takes a whole row. */
  isWide?: boolean
}

type TapProps = FieldProps & {
  id?: string
  choices: readonly TapChoice[]
  columns?: keyof typeof COLUMNS
  /** In the middle of its face, a picture over it: for short words side by side. */
  tiles?: boolean
  /** What stands under the choices, such as the way to another answer. */
  children?: ReactNode
}

const COLUMNS = {
  1: '',
  2: 'grid-cols-2',
  3: 'grid-cols-2 min-[20rem]:grid-cols-3',
  6: 'grid-cols-3 min-[20rem]:grid-cols-6',
} as const

/**
 * One answer at a tap: radios under large faces. `onPick` also tells whether a finger or a mouse did it, since whoever
 * goes through radios with the arrow keys has not decided yet.
 */
export function TapRadios({
  value,
  onPick,
  ...props
}: TapProps & { value: string; onPick: (value: string, isTap: boolean) => void }) {
  const name = useId()
  return (
    <TapGroup
      {...props}
      control={(choice) => (
        <input
          type="radio"
          name={name}
          value={choice.value}
          checked={choice.value === value}
          // React tells of a radio that is chosen already by its click alone.
          onChange={() => undefined}
          onClick={(event) => onPick(choice.value, isTap(event))}
        />
      )}
    />
  )
}

/** Several answers, each at a tap: boxes under large faces. */
export function TapBoxes({
  values,
  onToggle,
  ...props
}: TapProps & { values: readonly string[]; onToggle: (value: string) => void }) {
  return (
    <TapGroup
      {...props}
      control={(choice) => (
        <input
          type="checkbox"
          value={choice.value}
          checked={values.includes(choice.value)}
          onChange={() => onToggle(choice.value)}
        />
      )}
    />
  )
}

function TapGroup({
  choices,
  columns = 2,
  tiles = false,
  children,
  id,
  control,
  ...field
}: TapProps & { control: (choice: TapChoice) => ReactNode }) {
  const made = useId()
  return (
    <FieldGroup {...field} id={id ?? made}>
      <div className={`grid gap-2 ${COLUMNS[columns]}`}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={[
              'tap',
              tiles && 'tap-tile',
              choice.isSuggested && 'tap-suggested',
              choice.isWide && 'col-span-full',
            ]
              .filter(Boolean)
              .join(' ')}
          >
            {control(choice)}
            {choice.icon}
            <span className="min-w-0">
              {choice.label}
              {choice.note && <span className="tap-note">{choice.note}</span>}
            </span>
          </label>
        ))}
      </div>
      {children}
    </FieldGroup>
  )
}

/** Keys make clicks too, without a count. */
function isTap({ detail }: MouseEvent): boolean {
  return detail > 0
}
