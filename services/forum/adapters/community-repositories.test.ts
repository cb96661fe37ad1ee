import { describeOnTables } from '../../../local/engines/testing/describe-on-tables.ts'
import { describeForumRepositories } from '../testing/repository-suite.ts'
import { forumIndexes } from './indexes.ts'

describeOnTables(forumIndexes, 'needs and community', describeForumRepositories)
