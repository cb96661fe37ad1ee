import { alarm } from './alarm.ts'
import { internetTreatment } from './internet-treatment.ts'
import { medicineDispenser } from './medicine-dispenser.ts'
import { nightSupervision } from './night-supervision.ts'
import type { ServiceTemplate } from './service-template.ts'
import { videoVisit } from './video-visit.ts'
import { webBooking } from './web-booking.ts'

/** The kinds of service that a case officer can begin from. */
export const serviceTemplates: readonly ServiceTemplate[] = [
  videoVisit,
  nightSupervision,
  medicineDispenser,
  webBooking,
  internetTreatment,
  alarm,
]
