import { backTo } from '../../back-to.ts'
import { later } from '../../later.ts'
import type { Doors } from '../../pages.ts'
import { tableFormats } from '../../tables/send-table.ts'

/** The addresses of the benefits of all cases: the portfolio, what is due to be measured, and measurements from a file. */
export const registerMeasurePages = ({ staff: { read, write } }: Doors): void => {
  read(
    '/nytta',
    later(
      () => import('../portfolio/portfolio-page.tsx'),
      ({ portfolioPage }) => portfolioPage,
    ),
  )
  const due = '/nytta/matningar'
  read(
    due,
    later(
      () => import('./measures-page.tsx'),
      ({ measuresPage }) => measuresPage,
    ),
  )
  for (const format of tableFormats) {
    read(
      `/nytta/portfolj.${format}`,
      later(
        () => import('../portfolio/portfolio-export.ts'),
        ({ portfolioExport }) => portfolioExport(format),
      ),
    )
    read(
      `${due}/mall.${format}`,
      later(
        () => import('./measurement-template.ts'),
        ({ measurementTemplate }) => measurementTemplate(format),
      ),
    )
  }
  const fromFile = () => import('./import-page.tsx')
  read(
    `${due}/import`,
    later(fromFile, ({ importPage }) => importPage),
  )
  write(
    `${due}/import`,
    later(fromFile, ({ confirmImport }) => confirmImport),
  )
  write(
    `${due}/import/granskning`,
    later(fromFile, ({ checkImport }) => checkImport),
  )
  read(`${due}/import/granskning`, (c) => backTo(c, 'nytta', 'matningar', 'import'))
}
