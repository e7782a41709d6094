import { useSyncExternalStore } from 'react'
import { scanner } from '~/messages/scanner'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { CameraIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import { useCamera } from './use-camera'

const never = () => () => undefined

/** The camera in the page. Without scripts it is not there: the phone's own camera opens the address of a label. */
export function ScanCamera({ onText }: { onText: (text: string) => void }) {
  const t = useT(scanner)
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const { video, state, torch, open, close, switchTorch } = useCamera(onText)
  if (!hasScripts) return null
  const isOpen = state === 'open'
  const isRefused = state === 'refused' || state === 'none' || state === 'busy'
  return (
    <section aria-labelledby="camera" className="flex flex-col items-start gap-4">
      <h2 id="camera">{t('camera.title')}</h2>
      {isRefused && <Notice tone="warning" live title={t(`camera.${state}`)} />}
      <video
        ref={video}
        muted
        playsInline
        aria-label={t('camera.view')}
        className={isOpen ? 'aspect-square w-full max-w-md rounded-md bg-sunken object-cover' : 'hidden'}
      />
      {isOpen && <p>{t('camera.aim')}</p>}
      <div className="flex w-full flex-wrap gap-3">
        {isOpen ? (
          <Button type="button" look="secondary" wide onClick={close}>
            {t('camera.stop')}
          </Button>
        ) : (
          <Button type="button" wide onClick={() => void open()}>
            <CameraIcon />
            {t(state === 'starting' ? 'camera.starting' : 'camera.start')}
          </Button>
        )}
        {isOpen && torch !== 'absent' && (
          <Button
            type="button"
            look="secondary"
            wide
            aria-pressed={torch === 'on'}
            onClick={() => void switchTorch()}
          >
            {t(torch === 'on' ? 'camera.torchOff' : 'camera.torchOn')}
          </Button>
        )}
      </div>
    </section>
  )
}
