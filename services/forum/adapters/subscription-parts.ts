import { randomBytes } from 'node:crypto'
import type { Table } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { SubscriptionParts } from '../application/subscriptions/subscription-parts.ts'
import { createDeliveryTable, createNoticeTable, createSubscriptionTable } from './subscription-table.ts'

/** 24 random bytes are 32 characters of base64url. */
const newSecret = (): string => randomBytes(24).toString('base64url')

export const createSubscriptionParts = ({ table, unitOfWork }: { table: Table; unitOfWork: UnitOfWork }): SubscriptionParts => ({
  unitOfWork,
  subscriptions: createSubscriptionTable(table),
  deliveries: createDeliveryTable(table),
  notices: createNoticeTable(table),
  newSecret,
})
