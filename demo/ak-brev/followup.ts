import { akBrevAssessments } from './assessments.ts'
import { akBrevDossier } from './dossier.ts'
import type { PhaseContent } from './phase-content.ts'

/**
 * The follow-up of the digital dosing letter. EY's report (2018, 5.1) found that nurses' time had been followed up
 * but saw no documented follow-up of effects; here they are followed up, with assumed figures.
 */

const explanations: Readonly<Record<string, { outcome: string; why: string }>> = {
  'Lägre portokostnad': { outcome: 'partly', why: 'Antagande: något fler än väntat vill ha kvar brev på papper.' },
  'Frigjord tid för sjuksköterskor': {
    outcome: 'partly',
    why: 'Antagande: tiden per brev är nära målet. Telefonsamtal om olästa brev tar resten.',
  },
  'Mottagningen vet att dosändringen är läst': {
    outcome: 'partly',
    why: 'Antagande: kvittens inom ett dygn är vanligast på vardagar.',
  },
  'Patienten får sin ordination var hen än är': {
    outcome: 'partly',
    why: 'Antagande: andelen växer men planar ut bland de äldsta.',
  },
}

const measurements = {
  benefits: akBrevAssessments.NV4.lines
    .filter((line) => line.side === 'benefit' && line.measure !== undefined)
    .map((line) => ({
      benefit: line.id,
      baseline: line.baseline ?? 0,
      target: line.target ?? 0,
      measured: line.latestMeasurement?.value ?? 0,
      measuredOn: line.latestMeasurement?.measuredOn ?? '',
      outcome: explanations[line.name]?.outcome ?? 'tooEarly',
      why: explanations[line.name]?.why ?? '',
      nextOn: '2027-09-30',
    })),
  sideEffects:
    'Antagande: färre samtal från patienter som undrar om brevet har kommit. Sjuksköterskorna upplever mindre stress på eftermiddagarna.',
}

const uptake = {
  units: akBrevDossier.rollout.units.map(({ name }, index) => ({
    unit: name,
    users: [800, 500, 572][index] ?? 0,
    measuredOn: '2026-09-30',
  })),
  staffView: 'Antagande: det digitala brevet är nu det vanliga. Två mottagningar vill att fler brev skickas så.',
  residentView: 'Antagande: nio av tio som svarat är nöjda. De som reser uppskattar det mest.',
  notReached: 'Antagande: patienter utan e-legitimation. De får brev på papper, och mottagningen ringer vid akut ändring.',
  oldWaysLeft: 'Antagande: vid en mottagning skrivs en kopia ut till pärmen. Det upphör när avtalet om arkivering är klart.',
}

const technology = {
  periodFrom: '2025-02-17',
  periodTo: '2026-09-30',
  agreedAvailability: 99.5,
  availability: 99.7,
  seriousIncidents: 1,
  neighbours: [
    { system: 'Antagande: AK-systemet', works: 'well', finding: 'Antagande: kvittenser når arbetslistan inom en minut.' },
    { system: '1177', works: 'well', finding: 'Antagande: ett planerat stopp, meddelat i förväg.' },
  ],
  security: 'Antagande: loggarna granskas varje månad. Inget otillåtet har hittats.',
  openness: 'Antagande: ett andra verksamhetssystem anslöts på 38 dagar för det pris som stod i anbudet.',
}

const projectEvaluation = {
  goals: 'partly',
  time: 'Antagande: ett extra varv i valideringen tog sju veckor. Införandet blev klart två veckor efter plan.',
  budget: 45_000_000,
  cost: 47_500_000,
  costDifference: 'Antagande: det extra varvet och mer handledning på plats.',
  participation: 'Antagande: två sjuksköterskor och en patientföreträdare var med från behov till uppföljning.',
  lessons: [
    {
      lesson: 'Antagande: pröva kvittensen hela vägen till arbetslistan redan i verifieringen.',
      phase: 'verification',
      receiver: 'Antagande: IT-förvaltningen',
    },
    {
      lesson: 'Antagande: ta bort krav på referenser redan i utkastet. Det gav ett vinnande anbud från ett litet företag.',
      phase: 'procurement',
      receiver: 'Antagande: Upphandlingsenheten',
    },
  ],
  evaluatedBy: 'Antagande: Verksamhetscontroller',
  evaluatedOn: '2026-10-12',
}

const supplierDialogue = {
  meetings: [
    {
      heldOn: '2025-05-20',
      present: 'Antagande: systemägare, IT-förvaltningen, leverantören',
      about: 'Antagande: de tre första månaderna i drift.',
    },
    {
      heldOn: '2026-10-14',
      present: 'Antagande: systemägare, upphandlare, leverantören',
      about: 'Antagande: utfallet av mätningarna och nästa års plan.',
    },
  ],
  supplierView:
    'Antagande: dialogen före upphandlingen gjorde att företaget vågade lämna anbud. Anslutningen till AK-systemet tog längre tid än väntat.',
  deficiencies: [{ what: 'Antagande: sms-aviseringar dröjde vissa vardagar.', status: 'remedied', remedyBy: '2025-04-04' }],
  continuation: 'goesOn',
  reasons: 'Antagande: nyttan kommer, tekniken är stabil och bristen är rättad. Avtalet förlängs till och med maj 2028.',
  nextFollowUpOn: '2027-11-15',
}

const { tendersReceived, tendersFromSmall, jointTenders } = akBrevDossier.procurement

const marketEvaluation = {
  tendersReceived,
  tendersFromSmall,
  jointTenders,
  wasJointDeliveryPossible: true,
  jointDelivery: 'Antagande: två företag lämnade anbud tillsammans, men hann inte ansluta till inkorgen på 1177.',
  openness: 'partly',
  opennessReason: 'Antagande: gränssnittet mot AK-systemet var dokumenterat, men testmiljön kom sent.',
  droppedOut: [{ company: 'Exempelföretaget Avisering AB (exempel)', isSmall: true, reason: 'connection' }],
  conclusion: 'Antagande: ha testmiljön klar när annonsen går ut, så att fler små företag hinner visa sin lösning.',
}

const forumFeedback = {
  fedBackOn: '2026-10-27',
  how: 'Antagande: forummöte med rapport',
  points: [
    { about: 'benefit', point: 'Antagande: nyttan är nära målet efter drygt ett och ett halvt år.' },
    { about: 'market', point: 'Antagande: tre anbud, två från små företag. En testmiljö tidigare hade gett fler.' },
    { about: 'need', point: 'Antagande: fler mottagningar vill skicka brev på samma sätt.' },
  ],
  response: 'Antagande: deltagarna vill att regionen publicerar sina gränssnitt på ett ställe.',
}

export const akBrevFollowup = {
  sections: { measurements, uptake, technology, projectEvaluation, supplierDialogue, marketEvaluation, forumFeedback },
  opinions: [],
} satisfies PhaseContent
