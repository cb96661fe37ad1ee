import { later } from '../../later.ts'
import type { Doors } from '../../pages.ts'

/** Where the market begins. */
export const registerMarketPages = ({ open }: Doors): void => {
  open.read(
    '/marknad',
    later(
      () => import('./market-page.tsx'),
      ({ marketPage }) => marketPage,
    ),
  )
}
