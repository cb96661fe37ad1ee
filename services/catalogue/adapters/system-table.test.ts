import { describeOnTables } from '../../../local/engines/testing/describe-on-tables.ts'
import { describeSystemRepository } from '../testing/system-repository-suite.ts'
import { catalogueIndexes } from './indexes.ts'

describeOnTables(catalogueIndexes, 'the system map', describeSystemRepository)
