import { synthesise } from '../../../bench/cost/installation.ts'
import { derivedRights } from './derived-rights.ts'
import type { DerivedRight } from './derived-rights.ts'
import { grantedRights } from './granted-rights.ts'
import type { Right } from './right.ts'
import { templateValues } from './template-values.ts'
import type { TemplateResource } from './template-values.ts'
import { testPlace } from './test-place.ts'

export interface TemplateRights {
  readonly granted: readonly Right[]
  readonly derived: readonly DerivedRight[]
}

export const rightsIn = (resources: readonly TemplateResource[]): TemplateRights => {
  const values = templateValues(resources, testPlace)
  return { granted: grantedRights(resources, values), derived: derivedRights(resources, values) }
}

/** A county's whole installation as CloudFormation would get it. */
export const synthesiseCounty = (countyId: string): Promise<readonly TemplateResource[]> =>
  synthesise(countyId, testPlace.account)
