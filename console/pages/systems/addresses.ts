import { backTo } from '../../back-to.ts'
import { later } from '../../later.ts'
import type { Doors } from '../../pages.ts'
import { tableFormats } from '../../tables/send-table.ts'
import { mapPath } from './system-words.ts'

/** The addresses of the system map: the whole public side reads, and each organisation's own editors write. */
export const registerSystemMapPages = ({ staff: { read, write } }: Doors): void => {
  read(
    mapPath,
    later(
      () => import('./system-map-page.tsx'),
      ({ systemMapPage }) => systemMapPage,
    ),
  )
  read(
    `${mapPath}/avtal`,
    later(
      () => import('./endings-page.tsx'),
      ({ endingsPage }) => endingsPage,
    ),
  )
  read(
    `${mapPath}/samkop`,
    later(
      () => import('./joint-purchase-page.tsx'),
      ({ jointPurchasePage }) => jointPurchasePage,
    ),
  )

  const files = () => import('./system-files.ts')
  for (const format of tableFormats) {
    read(
      `${mapPath}/export.${format}`,
      later(files, ({ systemExport }) => systemExport(format)),
    )
    read(
      `${mapPath}/mall.${format}`,
      later(files, ({ systemTemplate }) => systemTemplate(format)),
    )
  }
  read(
    `${mapPath}/export.json`,
    later(files, ({ exportAsJson }) => exportAsJson),
  )

  const fromFile = () => import('./import-page.tsx')
  read(
    `${mapPath}/import`,
    later(fromFile, ({ systemImportPage }) => systemImportPage),
  )
  write(
    `${mapPath}/import`,
    later(fromFile, ({ confirmSystemImport }) => confirmSystemImport),
  )
  write(
    `${mapPath}/import/granskning`,
    later(fromFile, ({ checkSystemImport }) => checkSystemImport),
  )
  read(`${mapPath}/import/granskning`, (c) => backTo(c, 'systemkarta', 'import'))

  const edit = () => import('./edit-system-page.tsx')
  for (const path of [`${mapPath}/ny`, `${mapPath}/system/:systemId/andra`]) {
    read(
      path,
      later(edit, ({ editSystemPage }) => editSystemPage),
    )
    write(
      path,
      later(edit, ({ saveSystem }) => saveSystem),
    )
  }
  read(
    `${mapPath}/system/:systemId`,
    later(
      () => import('./system-page.tsx'),
      ({ systemPage }) => systemPage,
    ),
  )
  read(
    `${mapPath}/system/:systemId/historik`,
    later(
      () => import('./system-history-page.tsx'),
      ({ systemHistoryPage }) => systemHistoryPage,
    ),
  )
}
