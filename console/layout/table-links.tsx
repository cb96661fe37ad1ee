/** The same table as a file in either format. */
export const TableLinks = ({ of }: { of: (format: 'xlsx' | 'csv') => string }) => (
  <>
    <a class="ds-link" href={of('xlsx')}>
      Excel
    </a>{' '}
    <a class="ds-link" href={of('csv')}>
      CSV
    </a>
  </>
)
