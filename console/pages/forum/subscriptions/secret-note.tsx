import type { Text } from '#contracts/language.ts'
import { Alert } from '../../../layout/alert.tsx'
import type { Visit } from '../../../visit.ts'

const text = {
  title: { sv: 'Spara hemligheten nu', en: 'Keep the secret now' },
  help: {
    sv: 'Den visas bara den här gången. Ert system kontrollerar signaturen med den (Standard Webhooks, huvudet webhook-signature).',
    en: 'It is shown this once. Your system checks the signature with it (Standard Webhooks, the header webhook-signature).',
  },
} as const satisfies Record<string, Text>

export const SecretNote = ({ visit, secret }: { visit: Visit; secret: string | undefined }) =>
  secret === undefined ? null : (
    <Alert color="warning" title={visit.locale.t(text.title)}>
      <p class="ds-paragraph">{visit.locale.t(text.help)}</p>
      <p>
        <code>{secret}</code>
      </p>
    </Alert>
  )
