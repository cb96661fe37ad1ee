import { expect, it } from 'vitest'
import { ableSmallSuppliers, ableSuppliers } from './supplier-ability.ts'

const suppliers = [
  { id: 'L1', size: 'large', ability: 'now' },
  { id: 'L2', size: 'medium', ability: 'development' },
  { id: 'L3', size: 'micro', ability: 'no' },
  { id: 'L4', size: 'public', ability: 'adaptation' },
] as const

it('counts everybody who can deliver, sooner or later', () => {
  expect(ableSuppliers(suppliers).map(({ id }) => id)).toEqual(['L1', 'L2', 'L4'])
})

it('counts as small only small and medium companies that can deliver', () => {
  expect(ableSmallSuppliers(suppliers).map(({ id }) => id)).toEqual(['L2'])
})
