import { startEngineProcess } from '../../local/engines/engine-process.ts'
import type { EngineProcess } from '../../local/engines/engine-process.ts'
import { settingError } from '../../local/settings.ts'
import { ensurePython } from './python-venv.ts'
import type { Target } from './settings.ts'

/** Where AWS is for this run, and how clients and child processes are told so. */
export interface Endpoint {
  /** Undefined when it is AWS itself. */
  readonly url: string | undefined
  /** MiniStack, ours or the caller's: what it cannot take is kept from it. */
  readonly isEmulator: boolean
  /** The emulator that this run has started. */
  readonly process: EngineProcess | undefined
  /** What a program must have in its environment to call it, and nothing that leads it to another account. */
  readonly environment: NodeJS.ProcessEnv
  /** Options for a client of the AWS SDK. */
  readonly client: { readonly region: string; readonly endpoint?: string; readonly credentials?: Credentials }
}

interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

const answerLimitMs = 5_000

/** Files that hold the caller's own accounts are not read when an endpoint is given. */
const noAccount = { AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null', AWS_EC2_METADATA_DISABLED: 'true' }

const at = (url: string, region: string, credentials: Credentials, caller: NodeJS.ProcessEnv) => {
  const { AWS_PROFILE: _, AWS_SESSION_TOKEN: __, ...others } = caller
  return {
    url,
    environment: {
      ...others,
      ...noAccount,
      AWS_ENDPOINT_URL: url,
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
    client: { region, endpoint: url, credentials },
  }
}

const doesNotAnswer = (url: string): Error =>
  settingError({
    sv: `${url} svarar inte. Starta det som ska svara där, eller ta bort AWS_ENDPOINT_URL så startas en emulator.`,
    en: `${url} does not answer. Start what should answer there, or unset AWS_ENDPOINT_URL and an emulator is started.`,
  })

/** Any answer will do: an endpoint may refuse a request for nothing. */
const isMiniStack = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/_ministack/health`, { signal: AbortSignal.timeout(answerLimitMs) })).ok
  } catch {
    throw doesNotAnswer(url)
  }
}

/** The emulator takes twelve digits as access key for the number of an account, and keeps accounts apart. */
const emulatedAccount = '000000000000'

/**
 * Starts the emulator, with nothing in it, or finds out that the wanted endpoint answers.
 * @param folder of the emulator's state and log.
 */
export const openEndpoint = async (
  target: Target,
  region: string,
  folder: string,
  caller: NodeJS.ProcessEnv,
): Promise<Endpoint> => {
  switch (target.kind) {
    case 'emulator': {
      const script = new URL('./emulator.process.ts', import.meta.url)
      const started = await startEngineProcess(script, [await ensurePython(), folder, region], {
        sv: 'emulatorn',
        en: 'the emulator',
      })
      const credentials = { accessKeyId: emulatedAccount, secretAccessKey: 'local' }
      return { process: started, isEmulator: true, ...at(`http://127.0.0.1:${started.ready.port}`, region, credentials, caller) }
    }
    case 'endpoint': {
      const isEmulator = await isMiniStack(target.url)
      const credentials = {
        accessKeyId: caller['AWS_ACCESS_KEY_ID'] || emulatedAccount,
        secretAccessKey: caller['AWS_SECRET_ACCESS_KEY'] || 'local',
      }
      return { process: undefined, isEmulator, ...at(target.url, region, credentials, caller) }
    }
    case 'aws':
      return {
        url: undefined,
        isEmulator: false,
        process: undefined,
        environment: { ...caller, AWS_REGION: region, AWS_DEFAULT_REGION: region },
        client: { region },
      }
  }
}
