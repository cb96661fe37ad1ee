import type { FormFields } from '../../forms/action-form.tsx'
import type { Visit } from '../../visit.ts'
import type { WrittenTable } from '../../tables/cells.ts'
import { optionName } from './catalogue-forms.ts'
import { partSeparator, productColumnNames, productColumns } from './product-columns.ts'
import type { ProductColumn, ProductColumnName } from './product-columns.ts'

/** From products to the rows of a table that can be imported again. */

type Content = Readonly<Record<string, unknown>>

const orePerKrona = 100

const isObject = (value: unknown): value is Content => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const partsOf = (row: unknown, ...keys: readonly string[]): string => {
  const parts = keys.map((key) => (isObject(row) && typeof row[key] === 'string' ? row[key] : ''))
  while (parts.at(-1) === '') parts.pop()
  return parts.join(partSeparator)
}

const fieldsOf = (fields: FormFields, group: ProductColumn['group']): FormFields => {
  const found = group === undefined ? undefined : fields[group]
  return found?.kind === 'group' ? found.fields : fields
}

const cellOf = (name: ProductColumnName, content: Content, fields: FormFields, visit: Visit): string | number | null => {
  const { kind, group, field = name }: ProductColumn = productColumns[name]
  const place = group === undefined ? content : isObject(content[group]) ? content[group] : {}
  const value = name === 'cpv' ? [...listOf(content['cpv']), ...listOf(content['otherCpv'])] : place[field]
  if (value === undefined) return null
  const named = (one: unknown): string => optionName(fieldsOf(fields, group), field, String(one), visit)
  switch (kind) {
    case 'text':
      return typeof value === 'string' ? value : null
    case 'integer':
      return typeof value === 'number' ? value : null
    case 'money':
      return typeof value === 'number' ? value / orePerKrona : null
    case 'choice':
      return named(value)
    case 'choices':
      return listOf(value).map(named).join('\n')
    case 'lines':
      return listOf(value).map(String).join('\n')
    case 'interfaces':
      return listOf(value)
        .map((row) => {
          const list = fields['interfaces']
          const item = list?.kind === 'list' && list.item.kind === 'group' ? list.item.fields : {}
          const shown =
            isObject(row) && typeof row['evidenceKind'] === 'string'
              ? { evidenceKind: optionName(item, 'evidenceKind', row['evidenceKind'], visit) }
              : {}
          return partsOf(isObject(row) ? { ...row, ...shown } : row, 'standard', 'evidenceKind', 'evidence')
        })
        .join('\n')
    case 'claims':
      return listOf(value)
        .map((row) => partsOf(row, 'requirementId', 'statement', 'evidence'))
        .join('\n')
    case 'references':
      return listOf(value)
        .map((row) => partsOf(row, 'who', 'link'))
        .join('\n')
  }
}

export interface WrittenProduct {
  readonly productId: string
  readonly content: Content
  /** In the export of everybody's, whose it is. */
  readonly companyName?: string
}

export const productTable = (products: readonly WrittenProduct[], fields: FormFields, visit: Visit): WrittenTable => {
  const { t } = visit.locale
  const hasCompanies = products.some(({ companyName }) => companyName !== undefined)
  return {
    name: t({ sv: 'Produkter', en: 'Products' }),
    columns: [
      ...(hasCompanies ? [{ label: t({ sv: 'Företag', en: 'Company' }), width: 30 }] : []),
      ...productColumnNames.map((name) => ({ label: t(productColumns[name].label), width: productColumns[name].width })),
    ],
    rows: products.map(({ productId, content, companyName }) => [
      ...(hasCompanies ? [companyName ?? null] : []),
      ...productColumnNames.map((name) => (name === 'productId' ? productId : cellOf(name, content, fields, visit))),
    ]),
  }
}
