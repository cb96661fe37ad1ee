import { describeOnTables } from '../../../local/engines/testing/describe-on-tables.ts'
import { describeOfferRepositories } from '../testing/offer-repository-suite.ts'
import { catalogueIndexes } from './indexes.ts'

describeOnTables(catalogueIndexes, 'companies, products and evaluations', describeOfferRepositories)
