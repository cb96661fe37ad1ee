import { describeOnTables } from '../../../local/engines/testing/describe-on-tables.ts'
import { describeLibraryRepository } from '../testing/library-repository-suite.ts'
import { catalogueIndexes } from './indexes.ts'

describeOnTables(catalogueIndexes, 'the requirement library', describeLibraryRepository)
