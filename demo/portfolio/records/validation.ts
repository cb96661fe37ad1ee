import type { PhaseContent } from '../../ak-brev/phase-content.ts'
import { assume } from '../facts.ts'
import type { ValidationFacts } from '../facts.ts'
import { contractDates, later } from './procurement-dates.ts'
import { benefitIdsOf } from './procurement.ts'
import type { Milestone } from '../timeline.ts'
import { inWords, inside, quoted } from '../swedish.ts'
import { mainSystem } from './ideas.ts'
import { contractRequirements } from './requirements.ts'

/** Answers to the ten statements of the System Usability Scale. */
const susAnswers = {
  excellent: ['5 1 4 2 5 1 5 1 5 1', '5 2 5 1 4 2 5 1 4 2', '4 1 5 2 5 1 4 2 5 1', '5 1 4 1 5 2 5 1 4 2', '4 2 4 2 5 1 4 1 5 2'],
  good: ['4 2 4 2 4 2 4 2 4 2', '5 2 4 2 4 2 4 2 4 3', '4 2 4 3 4 2 4 2 3 2', '4 1 4 2 4 2 5 2 4 2', '4 2 3 2 4 3 4 2 4 2'],
} as const satisfies Readonly<Record<ValidationFacts['pilot']['sus'], readonly string[]>>

const susGoal = 65
const trainingGoalPercent = 90

export const validationRecord = (facts: ValidationFacts): PhaseContent => {
  const on = (milestone: Milestone): string => later(facts, milestone)
  const { pilot } = facts
  const { signedOn, startsOn, endsOn, number } = contractDates(facts)
  const site = assume(pilot.site)
  const measuredOf = (name: string, from: number): number => pilot.measured[name] ?? from
  return {
    sections: {
      contractStart: {
        contractNumber: number,
        signedOn,
        startsOn,
        endsOn,
        buyerLead: assume('projektledare i verksamheten'),
        supplierLead: assume('leveransansvarig hos leverantören'),
        startMeetingOn: on('startMeeting'),
        understanding: assume(`funktionen ${quoted(facts.functions[0]?.name ?? '')} prövas först, för där avgörs nyttan.`),
        deliveries: [
          { name: assume(`koppling till ${mainSystem(facts)} i testmiljö`), dueOn: on('firstDelivery') },
          { name: assume('lösning klar för pilot'), dueOn: on('firstTest') },
        ],
      },
      plan: {
        rounds: [
          {
            number: 1,
            goal: assume(`${inWords(facts.functions.length)} funktioner fungerar hela vägen på en plats.`),
            startsOn: on('startMeeting'),
            endsOn: on('pilotEnds'),
          },
        ],
        pilot: { site, startsOn: on('pilotStarts'), endsOn: on('pilotEnds') },
        rollout: { startsOn: on('firstUnits'), scope: assume('pilotplatsen först, därefter övriga enheter i två vågor.') },
        resources: assume(
          `${inWords(pilot.groups[0]?.[1] ?? 1)} ${inside(pilot.groups[0]?.[0] ?? 'medarbetare')} avsätter två timmar i veckan och ersätts i schemat.`,
        ),
      },
      communication: {
        benefitInPlainWords: facts.plainBenefit,
        audiences: [
          {
            audience: 'management',
            message: assume('vad piloten visar och vad som ändras i arbetet.'),
            channel: 'Ledningsgruppens möte',
            when: 'Varje månad',
            responsible: assume('verksamhetschef'),
          },
          {
            audience: 'staff',
            message: assume(facts.staffConsequences),
            channel: 'Arbetsplatsträff',
            when: 'Före pilot och varannan vecka',
            responsible: assume('projektledare'),
          },
          {
            audience: 'residents',
            message: assume(inside(facts.plainBenefit)),
            channel: 'Brev, väntrum och webb',
            when: 'Två veckor före start',
            responsible: assume('kommunikatör'),
          },
        ],
        collaboration: [
          {
            parties: assume('verksamheten, IT och leverantören'),
            about: assume('iakttagelser från provet och vad som ska rättas först.'),
            howOften: 'Varje vecka',
          },
        ],
        workarounds: assume(facts.workaround),
      },
      rounds: {
        rounds: [
          {
            number: 1,
            delivered: assume(`de ${inWords(facts.functions.length)} funktionerna, kopplade till ${mainSystem(facts)}.`),
            deliveredOn: on('firstDelivery'),
            tested: assume(`prov i testmiljö, därefter pilot med ${inWords(pilot.users)} användare.`),
            testedBy: assume('medarbetare från verksamheten och en testledare'),
            testedOn: on('pilotEnds'),
            findings: [
              { finding: assume(pilot.finding[0]), severity: 'moderate', status: 'fixed', note: assume(pilot.finding[1]) },
            ],
          },
        ],
      },
      training: {
        goalPercent: trainingGoalPercent,
        groups: pilot.groups.map(([name, people, trained]) => ({
          name: assume(name),
          people,
          trained,
          how: assume('två timmar i grupp och handledning den första veckan'),
        })),
        evaluation: assume('deltagarna ville öva mer på det som händer sällan. Ett eget övningsfall har lagts till.'),
      },
      pilot: {
        site,
        organisation: facts.organisation,
        startsOn: on('pilotStarts'),
        endsOn: on('pilotEnds'),
        users: pilot.users,
        measures: benefitIdsOf(facts).map(({ id, name, measure, unit, from, to }) => ({
          benefit: id,
          measure,
          unit,
          better: to > from ? 'higher' : 'lower',
          baseline: from,
          measured: measuredOf(name, from),
          measuredOn: on('pilotEnds'),
        })),
        incidents: assume(pilot.incidents),
        evaluation: assume(pilot.evaluation),
        evaluatedOn: on('pilotEvaluated'),
      },
      acceptance: {
        verdict: 'accepted',
        statements: [
          { group: 'staff', how: assume('samtal i grupp efter piloten'), said: assume(pilot.staffSay) },
          { group: 'residents', how: assume('enkät till dem som deltog'), said: assume(pilot.residentsSay) },
        ],
        susGoal,
        susResponses: susAnswers[pilot.sus].map((answers, index) => ({
          group: index % 2 === 0 ? 'staff' : 'residents',
          answers,
        })),
        askedOn: on('usersAsked'),
      },
      requirementsValidation: {
        requirements: contractRequirements(facts).map(({ id, kind }) => ({
          requirement: id,
          outcome: 'validated',
          how: assume(
            kind === 'functional'
              ? 'provad i piloten enligt användningsfallet.'
              : 'granskad mot dokumentationen och provad i testmiljö.',
          ),
          by: kind === 'functional' || kind === 'usability' ? 'operations' : 'it',
          on: on('requirementsValidated'),
        })),
      },
      benefitCheck: {
        benefits: benefitIdsOf(facts).map(({ id, name, measure, unit, from }) => ({
          benefit: id,
          outlook: 'shown',
          grounds: assume(
            `${inside(measure)} gick från ${from.toLocaleString('sv-SE')} till ${measuredOf(name, from).toLocaleString('sv-SE')} ${unit} i piloten${unit === 'kr' ? ', omräknat till helår' : ''}.`,
          ),
        })),
        conclusion: assume('nyttan kan bli verklig som den beskrevs i NV3.'),
        checkedBy: assume('verksamhetschef'),
        checkedOn: on('benefitChecked'),
      },
      infrastructure: {
        items: [
          {
            kind: 'integration',
            what: assume(`anslutning till ${mainSystem(facts)}`),
            responsible: 'IT-förvaltningen',
            isInPlace: true,
          },
          { kind: 'identity', what: assume('inloggning för medarbetare'), responsible: 'IT-förvaltningen', isInPlace: true },
        ],
      },
    },
    opinions: [],
  }
}
