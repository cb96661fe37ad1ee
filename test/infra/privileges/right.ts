/** One thing that may be done, or is done: an IAM action on one resource. */
export interface Right {
  /** A function's name, the state machine's, a stack's schedules, or an AWS service that a resource lets in. */
  readonly holder: string
  /** `dynamodb:PutItem`. */
  readonly action: string
  /** An ARN, or `*` where AWS knows no resource for the action. */
  readonly resource: string
}

/** Where resources stand, as the middle of an ARN has it. */
export interface Place {
  readonly region: string
  readonly account: string
}

export const arnOf = ({ region, account }: Place, service: string, resource: string): string =>
  `arn:aws:${service}:${region}:${account}:${resource}`

export const rightKey = ({ holder, action, resource }: Right): string => `${holder}\n${action}\n${resource}`

/** Each right once, in the order of their names. */
export const distinct = <R extends Right>(rights: readonly R[]): readonly R[] =>
  [...new Map(rights.map((right) => [rightKey(right), right])).entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, right]) => right)
