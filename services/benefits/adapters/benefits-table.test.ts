import { describeOnTables } from '../../../local/engines/testing/describe-on-tables.ts'
import { describeBenefitsRepository } from '../testing/repository-suite.ts'
import { benefitsIndexes } from './benefits-table.ts'

describeOnTables(benefitsIndexes, 'the repository of assessments', describeBenefitsRepository)
