import { useEffect, useState } from 'react'
import { accountAccess } from '~/messages/account-access'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { TextInput, type InputProps } from '~/ui/inputs'

/** A password that can be pasted, and shown once scripts run; without them the field stays as it is. */
export function PasswordInput(props: InputProps) {
  const t = useT(accountAccess)
  const [isAlive, setAlive] = useState(false)
  const [isShown, setShown] = useState(false)
  useEffect(() => setAlive(true), [])
  return (
    <TextInput
      {...props}
      type={isShown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      aside={
        isAlive && (
          <Button
            type="button"
            look="quiet"
            small
            aria-pressed={isShown}
            aria-controls={props.id}
            onClick={() => setShown(!isShown)}
          >
            {t(isShown ? 'password.hide' : 'password.show')}
          </Button>
        )
      }
    />
  )
}
