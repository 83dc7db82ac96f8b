import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import { Button } from '../../kit/Button.tsx'
import { Form } from '../../kit/Form.tsx'
import { TextField } from '../../kit/TextField.tsx'
import { useForm } from '../../web/useForm.ts'
import { authApi } from './authApi.ts'

/** What the server gives to begin with: the secret as an `otpauth:` address, and codes for the day without the app. */
export type Enrolment = { totpURI: string; backupCodes: string[] }

type EnrolAppProps = { enrolment: Enrolment; onDone: () => void; onLeave: () => void }

/** The picture to scan, the same in letters, and the first code as proof that the app has it. */
export function EnrolApp({ enrolment, onDone, onLeave }: EnrolAppProps) {
  const { t } = useTranslation('identity')
  const form = useForm(authApi.verify, {
    start: () => ({ code: '' }),
    body: ({ code }) => ({ code: code.replace(/\s/g, '') }),
    onDone,
  })
  const secret = new URL(enrolment.totpURI).searchParams.get('secret') ?? ''
  return (
    <Form
      of={form}
      deed={t('second.confirm')}
      beside={
        <Button kind="quiet" onClick={onLeave}>
          {t('second.leave')}
        </Button>
      }
    >
      <p>{t('second.scan')}</p>
      <QrCode of={enrolment.totpURI} label={t('second.qr')} />
      <p>
        {t('second.byHand')}{' '}
        <b className="m" style={{ overflowWrap: 'anywhere' }}>
          {secret.match(/.{1,4}/g)?.join(' ')}
        </b>
      </p>
      <TextField
        {...form.field('code', t('second.code'))}
        hint={t('second.codeHint')}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
    </Form>
  )
}

/** Drawn here: the secret never leaves the page. Black on white whatever the theme, as cameras want it. */
function QrCode({ of, label }: { of: string; label: string }) {
  const { data, size } = encode(of, { ecc: 'M', border: 4 })
  const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width={208}
      height={208}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dots.join('')} fill="#000" />
    </svg>
  )
}
