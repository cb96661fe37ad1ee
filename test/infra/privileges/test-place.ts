import type { Place } from './right.ts'

/** Where the template is synthesised for, and where recorded calls are taken to have gone: an account of AWS's own examples. */
export const testPlace: Place = { region: 'eu-north-1', account: '111122223333' }
