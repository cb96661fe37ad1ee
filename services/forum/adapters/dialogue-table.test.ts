import { describeOnTables } from '../../../local/engines/testing/describe-on-tables.ts'
import { describeDialogueRepository } from '../testing/dialogue-repository-suite.ts'
import { forumIndexes } from './indexes.ts'

describeOnTables(forumIndexes, 'dialogues', describeDialogueRepository)
