import { met, notMet } from '#phase/criterion.ts'
import type { Criterion } from '#phase/criterion.ts'
import { onSection, onSections } from '#phase/domain/judge-content.ts'
import { wholePercent } from '#phase/domain/whole-percent.ts'
import { checklist, itemsNotDone } from './domain/handover-checklist.ts'
import { negotiationFaults } from './domain/mbl.ts'
import { unitsBelowTrainingGoal } from './domain/training-share.ts'
import { firstStart } from './domain/units.ts'
import { usageLevel } from './domain/usage.ts'
import { approvals } from './sections/approvals.ts'
import { goLive } from './sections/go-live.ts'
import { handover } from './sections/handover.ts'
import { lineOrganisation } from './sections/line-organisation.ts'
import { plan } from './sections/plan.ts'
import { supplierAgreement } from './sections/supplier-agreement.ts'
import { training } from './sections/training.ts'
import { workingMethods } from './sections/working-methods.ts'

/**
 * The rule of handover (RUVeS 5.6): the project ends when every condition is met and the service is in line
 * management - a plan approved by management and negotiated with the unions, the supplier's part agreed, staff
 * trained, old ways out, the service live in every unit. That every mandatory section is complete comes on top,
 * from `definePhase`.
 */

const listed = (names: readonly string[]): string => names.join(', ')

const planApproved: Criterion = {
  id: 'planApproved',
  name: { sv: 'Ledningen har godkänt planen', en: 'Management has approved the plan' },
  isMandatory: true,
  evidence: ['approvals', 'plan'],
  source: 'RUVeS 5.6',
  judge: onSections(approvals, plan, (approved, planned) => {
    const starts = firstStart(planned.units)
    const { approvedBy, approvedOn } = approved.management
    return starts !== undefined && approvedOn <= starts && approved.planCountsFrom <= starts
      ? met({ sv: `Godkänd av ${approvedBy} ${approvedOn}.`, en: `Approved by ${approvedBy} on ${approvedOn}.` })
      : notMet({
          sv: 'Den första enheten skulle börja innan planen var godkänd och gällde.',
          en: 'The first unit was to begin before the plan was approved and counted.',
        })
  }),
}

const unionsNegotiated: Criterion = {
  id: 'unionsNegotiated',
  name: { sv: 'Planen är förhandlad med de fackliga organisationerna', en: 'The plan is negotiated with the unions' },
  isMandatory: true,
  evidence: ['approvals'],
  source: 'MBL 11 §, 14 §; RUVeS 5.6',
  judge: onSection(approvals, (approved) => {
    const unfinished = approved.negotiations
      .filter((negotiation) => negotiationFaults(negotiation, approved.planCountsFrom).length > 0)
      .map(({ union }) => union)
    return unfinished.length === 0
      ? met({
          sv: `Kallad, hållen och med protokoll för ${approved.negotiations.length} organisationer innan planen gällde.`,
          en: `Called, held and with a protocol for ${approved.negotiations.length} unions before the plan counted.`,
        })
      : notMet({
          sv: `Inte avslutad innan planen gällde: ${listed(unfinished)}.`,
          en: `Not finished before the plan counted: ${listed(unfinished)}.`,
        })
  }),
}

const supplierPartAgreed: Criterion = {
  id: 'supplierPartAgreed',
  name: { sv: 'Leverantörens del är överenskommen', en: 'The supplier’s part is agreed' },
  isMandatory: true,
  evidence: ['supplierAgreement', 'goLive'],
  source: 'RUVeS 5.6',
  judge: onSections(supplierAgreement, goLive, (agreement, live) => {
    const began = firstStart(live.units.map(({ startedOn }) => ({ startsOn: startedOn })))
    return began !== undefined && agreement.agreedOn <= began
      ? met({ sv: `Överenskommen ${agreement.agreedOn}.`, en: `Agreed on ${agreement.agreedOn}.` })
      : notMet({
          sv: 'Överenskommelsen kom efter att den första enheten började.',
          en: 'The agreement came after the first unit began.',
        })
  }),
}

const staffTrained: Criterion = {
  id: 'staffTrained',
  name: { sv: 'Medarbetarna i varje enhet är utbildade', en: 'The staff of every unit are trained' },
  isMandatory: true,
  evidence: ['training', 'plan'],
  source: 'RUVeS 5.6',
  judge: onSections(plan, training, (planned, trained) => {
    const below = unitsBelowTrainingGoal(
      planned.units.map(({ name }) => name),
      trained.units,
      planned.trainingGoalPercent,
    )
    return below.length === 0
      ? met({
          sv: `Varje enhet når ${planned.trainingGoalPercent} procent.`,
          en: `Every unit reaches ${planned.trainingGoalPercent} per cent.`,
        })
      : notMet({
          sv: `Under ${planned.trainingGoalPercent} procent: ${listed(below)}.`,
          en: `Below ${planned.trainingGoalPercent} per cent: ${listed(below)}.`,
        })
  }),
}

const oldWaysOut: Criterion = {
  id: 'oldWaysOut',
  name: { sv: 'Nya arbetssätt är inne och gamla ute', en: 'New ways are in and old ways out' },
  isMandatory: true,
  evidence: ['workingMethods', 'handover'],
  source: 'RUVeS 5.6',
  judge: onSections(workingMethods, handover, (methods, signed) => {
    const on = signed.line.signedOn
    const late = [...methods.newWays.filter((way) => way.fromOn > on), ...methods.oldWays.filter((way) => way.outOn > on)].map(
      ({ what }) => what,
    )
    return late.length === 0
      ? met({
          sv: `${methods.newWays.length} nya arbetssätt gäller och ${methods.oldWays.length} gamla har upphört.`,
          en: `${methods.newWays.length} new ways are in and ${methods.oldWays.length} old ones are out.`,
        })
      : notMet({ sv: `Sker efter överlämningen: ${listed(late)}.`, en: `Happens after the handover: ${listed(late)}.` })
  }),
}

const liveInEveryUnit: Criterion = {
  id: 'liveInEveryUnit',
  name: { sv: 'Tjänsten används i varje enhet', en: 'The service is in use in every unit' },
  isMandatory: true,
  evidence: ['goLive', 'plan'],
  source: 'RUVeS 5.6',
  judge: onSections(plan, goLive, (planned, live) => {
    const idle = planned.units
      .filter(({ name }) => !live.units.some((row) => row.unit === name && row.users > 0))
      .map(({ name }) => name)
    return idle.length === 0
      ? met({ sv: `I bruk i alla ${planned.units.length} enheter.`, en: `In use in all ${planned.units.length} units.` })
      : notMet({ sv: `Inte i bruk: ${listed(idle)}.`, en: `Not in use: ${listed(idle)}.` })
  }),
}

const lineOrganisationReady: Criterion = {
  id: 'lineOrganisationReady',
  name: { sv: 'Förvaltningen är utsedd och har budget', en: 'The line organisation is named and has a budget' },
  isMandatory: true,
  evidence: ['lineOrganisation', 'handover'],
  source: 'RUVeS 5.6',
  judge: onSections(lineOrganisation, handover, (line, signed) => {
    return line.budgetFrom <= signed.line.signedOn
      ? met({
          sv: `${line.systemOwner} äger tjänsten. Budgeten gäller från ${line.budgetFrom}.`,
          en: `${line.systemOwner} owns the service. The budget counts from ${line.budgetFrom}.`,
        })
      : notMet({ sv: 'Budgeten börjar gälla först efter överlämningen.', en: 'The budget counts only from after the handover.' })
  }),
}

const handoverSigned: Criterion = {
  id: 'handoverSigned',
  name: { sv: 'Checklistan är klar och undertecknad av båda', en: 'The checklist is done and signed by both' },
  isMandatory: true,
  evidence: ['handover'],
  source: 'RUVeS 5.6',
  judge: onSection(handover, (signed) => {
    const lacking = itemsNotDone(signed.checklist)
    return lacking.length === 0
      ? met({
          sv: `Undertecknad av ${signed.project.name} och ${signed.line.name}.`,
          en: `Signed by ${signed.project.name} and ${signed.line.name}.`,
        })
      : notMet({
          sv: `Inte klart: ${listed(lacking.map((item) => checklist[item].sv))}.`,
          en: `Not done: ${listed(lacking.map((item) => checklist[item].en))}.`,
        })
  }),
}

const usageAboveBreakEven: Criterion = {
  id: 'usageAboveBreakEven',
  name: { sv: 'Användningen räcker för att ge nytta', en: 'The usage is enough to give a benefit' },
  isMandatory: false,
  evidence: ['goLive', 'plan'],
  source: 'Digitaliseringsrådet 2019',
  judge: onSections(plan, goLive, (planned, live) => {
    const percent = wholePercent(
      live.units.reduce((sum, row) => sum + row.users, 0),
      planned.units.reduce((sum, row) => sum + row.usersExpected, 0),
    )
    const because = {
      sv: `${percent} procent av de väntade användarna. Gränsen ligger vid 20-25 procent.`,
      en: `${percent} per cent of the expected users. Break-even lies at 20-25 per cent.`,
    }
    return usageLevel(percent) === 'above' ? met(because) : notMet(because)
  }),
}

export const criteria: readonly Criterion[] = [
  planApproved,
  unionsNegotiated,
  supplierPartAgreed,
  staffTrained,
  oldWaysOut,
  liveInEveryUnit,
  lineOrganisationReady,
  handoverSigned,
  usageAboveBreakEven,
]
