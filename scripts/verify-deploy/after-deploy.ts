import {
  DescribeContinuousBackupsCommand,
  DescribeTimeToLiveCommand,
  UpdateContinuousBackupsCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import { GetFunctionConfigurationCommand, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda'
import { isObject, textIn } from './json.ts'
import { textOf } from './live.ts'
import type { Live } from './live.ts'

const setDeadLetters = async ({ lambda, ofType }: Live): Promise<number> => {
  let set = 0
  for (const declared of ofType('AWS::Lambda::Function')) {
    const wanted = declared.properties['DeadLetterConfig']
    if (!isObject(wanted)) continue
    const FunctionName = textOf(declared, 'FunctionName')
    const { DeadLetterConfig: found } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }))
    if (found?.TargetArn) continue
    const DeadLetterConfig = { TargetArn: textIn(wanted['TargetArn']) }
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, DeadLetterConfig }))
    set += 1
  }
  return set
}

/**
 * Sets what MiniStack 1.5.33 takes from a template and drops: the time to live of a table, its recovery in time, and where
 * the failed calls of a function go. The values are the template's own. @returns what has been set, one line each.
 */
export const setWhatIsDropped = async (live: Live): Promise<readonly string[]> => {
  const { dynamodb } = live
  const deadLetters = await setDeadLetters(live)
  const set = { timeToLive: 0, recovery: 0 }
  for (const table of live.ofType('AWS::DynamoDB::Table')) {
    const TableName = textOf(table, 'TableName')
    const { TimeToLiveDescription: timeToLive } = await dynamodb.send(new DescribeTimeToLiveCommand({ TableName }))
    const wanted = table.properties['TimeToLiveSpecification']
    if (timeToLive?.TimeToLiveStatus === 'DISABLED' && isObject(wanted)) {
      const TimeToLiveSpecification = { AttributeName: textIn(wanted['AttributeName']), Enabled: wanted['Enabled'] === true }
      await dynamodb.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }))
      set.timeToLive += 1
    }
    const { ContinuousBackupsDescription: backups } = await dynamodb.send(new DescribeContinuousBackupsCommand({ TableName }))
    const recovery = table.properties['PointInTimeRecoverySpecification']
    if (backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'DISABLED' && isObject(recovery)) {
      const PointInTimeRecoverySpecification = {
        PointInTimeRecoveryEnabled: recovery['PointInTimeRecoveryEnabled'] === true,
        RecoveryPeriodInDays: Number(recovery['RecoveryPeriodInDays']),
      }
      await dynamodb.send(new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification }))
      set.recovery += 1
    }
  }
  return [
    ...(set.timeToLive > 0 ? [`UpdateTimeToLive: set on ${set.timeToLive} tables`] : []),
    ...(deadLetters > 0 ? [`UpdateFunctionConfiguration: dead letters of ${deadLetters} functions`] : []),
    ...(set.recovery > 0 ? [`UpdateContinuousBackups: set on ${set.recovery} tables`] : []),
  ]
}
