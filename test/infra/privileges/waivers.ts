import { arnOf } from './right.ts'
import type { Place, Right } from './right.ts'

/** A right that is granted although nothing shows that it is used, and why it stays. */
export interface Waiver extends Right {
  readonly reason: string
}

interface County {
  readonly countyId: string
  readonly place: Place
}

/** All of them, by name. One that has become unnecessary is a violation itself. */
export const waiversOf = ({ countyId, place }: County): readonly Waiver[] => [
  {
    holder: `arn:aws:iam::${place.account}:root`,
    action: 'kms:*',
    resource: arnOf(place, 'kms', `key/${countyId}-alarms-AlarmsKey`),
    reason:
      'Without the account itself in its policy nobody could ever change or delete the key. It lets nobody in: who of the account may do what is decided by their own policies.',
  },
]
