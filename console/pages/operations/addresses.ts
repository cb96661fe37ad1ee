import { backTo } from '../../back-to.ts'
import { later } from '../../later.ts'
import type { Doors } from '../../pages.ts'

/** The addresses of operations: the queues, what was set aside, and redrives. */
export const registerOperationsPages = ({ staff: { read, write } }: Doors): void => {
  read(
    '/drift',
    later(
      () => import('./overview.tsx'),
      ({ operationsPage }) => operationsPage,
    ),
  )
  read(
    '/drift/avvisade',
    later(
      () => import('./refusals-page.tsx'),
      ({ refusalsPage }) => refusalsPage,
    ),
  )
  const messages = () => import('./messages-page.tsx')
  read(
    '/drift/koer/:queue',
    later(messages, ({ messagesPage }) => messagesPage),
  )
  write(
    '/drift/koer/:queue',
    later(messages, ({ requestRedrive }) => requestRedrive),
  )
  const redrive = () => import('./redrive-page.tsx')
  read(
    '/drift/omkorningar/:redriveId',
    later(redrive, ({ redrivePage }) => redrivePage),
  )
  write(
    '/drift/omkorningar/:redriveId/stopp',
    later(redrive, ({ stopRedrive }) => stopRedrive),
  )
  read('/drift/omkorningar/:redriveId/stopp', (c) => backTo(c, 'drift', 'omkorningar', c.req.param('redriveId') ?? ''))
}
