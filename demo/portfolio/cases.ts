import type { DemoCase } from '../demo-case.ts'
import { ideasInTriage } from './ideas-in-triage.ts'
import { awaitingDecision, completed, inWork, onHold, stopped } from './plan-case.ts'
import { betterReferrals } from './sheets/better-referrals.ts'
import { childHealthBooking } from './sheets/child-health-booking.ts'
import { commonPlatform } from './sheets/common-platform.ts'
import { digitalCareMeetings } from './sheets/digital-care-meetings.ts'
import { fallCamera } from './sheets/fall-camera.ts'
import { gpsAlarm } from './sheets/gps-alarm.ts'
import { healthDeclarations } from './sheets/health-declarations.ts'
import { homeSamples } from './sheets/home-samples.ts'
import { homeSensors } from './sheets/home-sensors.ts'
import { internetCbt } from './sheets/internet-cbt.ts'
import { journalLanguages } from './sheets/journal-languages.ts'
import { keylessLocks } from './sheets/keyless-locks.ts'
import { lungMonitoring } from './sheets/lung-monitoring.ts'
import { medicineDispenser } from './sheets/medicine-dispenser.ts'
import { myCarePlan } from './sheets/my-care-plan.ts'
import { neuropsychiatricSupport } from './sheets/neuropsychiatric-support.ts'
import { nightSupervision } from './sheets/night-supervision.ts'
import { operationPlanning } from './sheets/operation-planning.ts'
import { painVr } from './sheets/pain-vr.ts'
import { personalAlarm } from './sheets/personal-alarm.ts'
import { preventiveVisits } from './sheets/preventive-visits.ts'
import { psychosisSupport } from './sheets/psychosis-support.ts'
import { referralSupport } from './sheets/referral-support.ts'
import { remoteCarePlanning } from './sheets/remote-care-planning.ts'
import { remoteDoctorAtHome } from './sheets/remote-doctor-at-home.ts'
import { renewPrescriptions } from './sheets/renew-prescriptions.ts'
import { sickNotes } from './sheets/sick-notes.ts'
import { smsReminders } from './sheets/sms-reminders.ts'
import { carBooking, videoAppDuplicate, vrAtNursingHome } from './sheets/stopped-at-bp1.ts'
import { trainingProgrammes } from './sheets/training-programmes.ts'
import { twoFactor } from './sheets/two-factor.ts'

/**
 * The cases that `npm run demo -- --portfolio` adds to the digital dosing letter: all seven phases in work, some
 * waiting for a decision, one resting, one completed, and the ones that ended at a gate with its reason.
 */
export const portfolio: readonly DemoCase[] = [
  completed(childHealthBooking),
  inWork('followup', smsReminders, { sections: 5 }),
  inWork('followup', nightSupervision, { sections: 2 }),
  inWork('followup', medicineDispenser, {
    sections: 1,
    asked: [['economy', 'Stämmer den frigjorda tiden med hemtjänstens bemanning?']],
  }),

  inWork('rollout', keylessLocks, { sections: 6 }),
  inWork('rollout', internetCbt, { sections: 4, asked: [['hr', 'Är förhandlingarna avslutade för alla tre organisationerna?']] }),
  inWork('rollout', gpsAlarm, { sections: 2 }),

  inWork('validation', digitalCareMeetings, { sections: 6, asked: [['informationSecurity', 'Är möten med tolk säkra nog?']] }),
  inWork('validation', twoFactor, { sections: 4 }),
  inWork('validation', myCarePlan, { sections: 2 }),

  inWork('procurement', trainingProgrammes, { sections: 6 }),
  inWork('procurement', lungMonitoring, {
    sections: 3,
    asked: [['mta', 'Vilka prover vill ni göra på utrustningen före tilldelning?']],
  }),
  inWork('procurement', homeSensors, { sections: 5 }),
  awaitingDecision('procurement', personalAlarm),

  inWork('verification', referralSupport, {
    sections: 5,
    asked: [
      ['mta', 'Är produkten rätt klassad?'],
      ['law', 'Får råden loggas per läkare?'],
    ],
  }),
  inWork('verification', remoteCarePlanning, { sections: 7 }),
  inWork('verification', homeSamples, { sections: 3 }),
  awaitingDecision('verification', neuropsychiatricSupport),
  stopped(
    'verification',
    painVr,
    'potentialNotVerified',
    'Prövningen med trettio patienter visade ingen skillnad i smärta eller träningstid. Utan en effekt att räkna hem går vi inte vidare. Företaget har fått resultatet och är välkommet tillbaka med ny evidens.',
  ),
  stopped(
    'verification',
    fallCamera,
    'tooRisky',
    'Bilder ur hemmet lämnar hemmet, och leverantören kan inte lova något annat. Falsklarmen är dessutom så många att ett verkligt fall kan missas. De riskerna kan vi inte ta. Behovet att upptäcka fall lever vidare i ärendet om passiva larm.',
  ),

  inWork('matching', healthDeclarations, {
    sections: 4,
    asked: [['it', 'Går överföringen till journalen att göra före sommaren?']],
  }),
  inWork('matching', preventiveVisits, { sections: 2 }),
  inWork('matching', remoteDoctorAtHome, { sections: 3 }),
  stopped(
    'matching',
    journalLanguages,
    'noQuantifiedBenefit',
    'Behovet är verkligt, men varken tid eller pengar gick att räkna, och ingen verksamhet kunde ansvara för ett mått. Tolk används tills den nationella tjänsten får språkval. Då kan idén prövas igen.',
  ),
  stopped(
    'matching',
    commonPlatform,
    'marketCannotDeliver',
    'Marknadsdialogen visade att ingen leverantör kan ta emot andras produkter med ansvar för helheten. Vi köper inget i dag. Kraven på öppna gränssnitt skrivs i stället in i varje upphandling av välfärdsteknik.',
  ),

  inWork('ideas', betterReferrals, { sections: 5, asked: [['operations', 'Vilka kliniker vill börja med mallar?']] }),
  inWork('ideas', psychosisSupport, { sections: 3 }),
  inWork('ideas', operationPlanning, { sections: 2 }),
  awaitingDecision('ideas', renewPrescriptions),
  onHold(
    'ideas',
    sickNotes,
    'Den nationella tjänsten ska kunna skicka intyg till arbetsgivare under nästa år. Vi tar upp ärendet när den har gjort det.',
    200,
  ),
  stopped(
    'ideas',
    vrAtNursingHome,
    'needNotSubstantiated',
    'Idén beskriver en produkt. Vi har bara åsikter från en visning och inget som visar att behovet finns i verksamheten. Kan boendet beskriva ett behov med egna mätningar prövar vi det gärna igen.',
  ),
  stopped(
    'ideas',
    videoAppDuplicate,
    'duplicate',
    'Samma behov hanteras redan i ärendet Digitala vårdmöten på vårdcentralen, som nu prövas på tre vårdcentraler. Synpunkten att många vill ringa upp själva har lämnats dit.',
  ),
  stopped(
    'ideas',
    carBooking,
    'notInStrategy',
    'Att boka tjänstebilar är intern administration och möter ingen invånare. Det ligger utanför e-hälsostrategin. Kommunens fordonssystem har redan bokning, och frågan har lämnats till fordonsansvarig.',
  ),

  ...ideasInTriage,
]
