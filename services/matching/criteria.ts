import { met, notMet } from '#phase/criterion.ts'
import type { Criterion } from '#phase/criterion.ts'
import { onAssessment, onSection, onSections } from '#phase/domain/judge-content.ts'
import { allowedProcedures } from '#procurement-law/allowed-procedures.ts'
import { procedureOf } from '#procurement-law/procedures.ts'
import { findingsInWording, wordingRules } from '#procurement-law/requirement-wording.ts'
import { quantifiedBenefits, unmeasurableBenefits } from './domain/measurable-benefit.ts'
import { unansweredRequirements } from './domain/requirement-coverage.ts'
import { uncoveredFunctions } from './domain/requirements.ts'
import { ableSmallSuppliers, ableSuppliers } from './domain/supplier-ability.ts'
import { jointPurchase } from './sections/joint-purchase.ts'
import { marketAssessment } from './sections/market-assessment.ts'
import { marketDialogue } from './sections/market-dialogue.ts'
import { marketMatch } from './sections/market-match.ts'
import { procurementForms, purchaseFacts } from './sections/procurement-forms.ts'
import { requirements } from './sections/requirements.ts'

/**
 * The rule of BP2 (RUVeS 5.2): the second assessment is quantified and measurable, and there is an assessment of what
 * the market can do. Without both the case ends. That every mandatory section, opinion and NV2 is there comes on
 * top, from `definePhase`.
 */

const benefitQuantified: Criterion = {
  id: 'benefitQuantified',
  name: { sv: 'Nyttan är kvantifierad', en: 'The benefit is quantified' },
  isMandatory: true,
  evidence: ['assessment'],
  source: 'RUVeS 5.2',
  judge: onAssessment(({ lines }) => {
    const count = quantifiedBenefits(lines).length
    return count > 0
      ? met({
          sv: `${count} nyttor är räknade i pengar eller frigjord resurs.`,
          en: `${count} benefits are counted in money or freed resource.`,
        })
      : notMet({
          sv: 'Ingen nytta är räknad i pengar eller frigjord resurs.',
          en: 'No benefit is counted in money or freed resource.',
        })
  }),
}

const benefitMeasurable: Criterion = {
  id: 'benefitMeasurable',
  name: { sv: 'Nytta i pengar går att mäta', en: 'Benefit in money can be measured' },
  isMandatory: true,
  evidence: ['assessment'],
  source: 'RUVeS 5.2',
  judge: onAssessment(({ lines }) => {
    const bare = unmeasurableBenefits(lines, 'financial')
    if (bare.length === 0)
      return met({
        sv: 'Varje nytta i pengar har mått, utgångsvärde eller plan för det, och ägare.',
        en: 'Every benefit in money has a measure, a baseline or a plan for one, and an owner.',
      })
    const names = bare.map(({ name }) => name).join(', ')
    return notMet({
      sv: `Mått, utgångsvärde eller ägare saknas för: ${names}.`,
      en: `A measure, a baseline or an owner is missing for: ${names}.`,
    })
  }),
}

const marketCanDeliver: Criterion = {
  id: 'marketCanDeliver',
  name: { sv: 'Marknadens möjligheter är värderade och räcker', en: 'What the market can do is assessed and is enough' },
  isMandatory: true,
  evidence: ['marketAssessment'],
  source: 'RUVeS 5.2',
  judge: onSection(marketAssessment, ({ suppliers }) => {
    const able = ableSuppliers(suppliers).length
    return able > 0
      ? met({
          sv: `${able} av ${suppliers.length} bedömda leverantörer kan leverera.`,
          en: `${able} of ${suppliers.length} suppliers assessed can deliver.`,
        })
      : notMet({ sv: 'Ingen bedömd leverantör kan leverera.', en: 'No supplier assessed can deliver.' })
  }),
}

const functionsCovered: Criterion = {
  id: 'functionsCovered',
  name: { sv: 'Varje funktion täcks av ett krav', en: 'Every function is covered by a requirement' },
  isMandatory: true,
  evidence: ['requirements'],
  source: 'RUVeS 5.2',
  judge: onSection(requirements, ({ requirements: drafted }, { dossier }) => {
    const functions = dossier.ideas?.functions ?? []
    const uncovered = uncoveredFunctions(functions, drafted)
    if (uncovered.length === 0)
      return met({ sv: `Alla ${functions.length} funktioner täcks.`, en: `All ${functions.length} functions are covered.` })
    const ids = uncovered.map(({ id }) => id).join(', ')
    return notMet({ sv: `Inget krav täcker: ${ids}.`, en: `No requirement covers: ${ids}.` })
  }),
}

const formsLawful: Criterion = {
  id: 'formsLawful',
  name: { sv: 'Upphandlingsformerna är tillåtna för ärendet', en: 'The procurement forms are allowed for the case' },
  isMandatory: true,
  evidence: ['procurementForms'],
  source: 'LOU 6 kap., 19 kap., 19 a kap.',
  judge: onSection(procurementForms, (content) => {
    const allowed = allowedProcedures(purchaseFacts(content))
    const unlawful = [...new Set([...content.forms.map(({ form }) => form), content.recommended])].filter(
      (form) => !allowed.includes(form),
    )
    if (unlawful.length === 0)
      return met({
        sv: `Förordad form: ${procedureOf(content.recommended).name.sv} (${procedureOf(content.recommended).source}).`,
        en: `Form recommended: ${procedureOf(content.recommended).name.en} (${procedureOf(content.recommended).source}).`,
      })
    return notMet({
      sv: `Får inte användas här: ${unlawful.map((form) => procedureOf(form).name.sv).join(', ')}.`,
      en: `Not allowed here: ${unlawful.map((form) => procedureOf(form).name.en).join(', ')}.`,
    })
  }),
}

const freedResourceMeasurable: Criterion = {
  id: 'freedResourceMeasurable',
  name: { sv: 'Frigjord resurs går att mäta', en: 'Freed resource can be measured' },
  isMandatory: false,
  evidence: ['assessment'],
  source: 'RUVeS 5.2',
  judge: onAssessment(({ lines }) => {
    const bare = unmeasurableBenefits(lines, 'redistributed')
    if (bare.length === 0) return met({ sv: 'Ingen frigjord resurs saknar mått.', en: 'No freed resource lacks a measure.' })
    const names = bare.map(({ name }) => name).join(', ')
    return notMet({
      sv: `Mått, utgångsvärde eller ägare saknas för: ${names}.`,
      en: `A measure, a baseline or an owner is missing for: ${names}.`,
    })
  }),
}

const benefitCoversCost: Criterion = {
  id: 'benefitCoversCost',
  name: { sv: 'Nyttan är större än kostnaden', en: 'The benefit is greater than the cost' },
  isMandatory: false,
  evidence: ['assessment'],
  source: 'RUVeS 5.2',
  judge: onAssessment(({ totals: { financialBenefits, redistributedBenefits, costs } }) =>
    financialBenefits + redistributedBenefits > costs
      ? met({
          sv: 'Trolig nytta per år är större än trolig kostnad.',
          en: 'The likely benefit a year is greater than the likely cost.',
        })
      : notMet({
          sv: 'Trolig nytta per år är inte större än trolig kostnad.',
          en: 'The likely benefit a year is not greater than the likely cost.',
        }),
  ),
}

const smallSuppliersAble: Criterion = {
  id: 'smallSuppliersAble',
  name: { sv: 'Minst ett mindre företag kan leverera', en: 'At least one small company can deliver' },
  isMandatory: false,
  evidence: ['marketAssessment'],
  source: 'RUVeS 4.3',
  judge: onSection(marketAssessment, ({ suppliers }) => {
    const count = ableSmallSuppliers(suppliers).length
    return count > 0
      ? met({ sv: `${count} små eller medelstora företag kan leverera.`, en: `${count} small or medium companies can deliver.` })
      : notMet({
          sv: 'Inget litet eller medelstort företag bedöms kunna leverera.',
          en: 'No small or medium company is judged able to deliver.',
        })
  }),
}

const dialogueHeld: Criterion = {
  id: 'dialogueHeld',
  name: { sv: 'Dialog har hållits med marknaden', en: 'There has been dialogue with the market' },
  isMandatory: false,
  evidence: ['marketDialogue'],
  source: 'RUVeS 4.3.1',
  judge: onSection(marketDialogue, ({ talks }) =>
    talks.length > 0
      ? met({ sv: `${talks.length} samtal är redovisade.`, en: `${talks.length} talks are accounted for.` })
      : notMet({ sv: 'Inga samtal är redovisade.', en: 'No talks are accounted for.' }),
  ),
}

const informationPackageReady: Criterion = {
  id: 'informationPackageReady',
  name: { sv: 'Forumets informationspaket är färdigt', en: 'The information package of the forum is ready' },
  isMandatory: false,
  evidence: ['marketDialogue'],
  source: 'LOU 4:8',
  judge: ({ informationPackage }) => {
    if (informationPackage === undefined)
      return met({ sv: 'Inga dialoger har hållits i forumet.', en: 'There have been no dialogues in the forum.' })
    const open = informationPackage.dialogues.filter(({ status }) => status === 'open').map(({ title }) => title)
    return open.length === 0
      ? met({
          sv: `Version ${informationPackage.version} är publicerad för alla och ingår i underlaget.`,
          en: `Version ${informationPackage.version} is published to all and is part of the evidence.`,
        })
      : notMet({ sv: `Dialoger som pågår: ${open.join(', ')}.`, en: `Dialogues under way: ${open.join(', ')}.` })
  },
}

const opennessRequired: Criterion = {
  id: 'opennessRequired',
  name: { sv: 'Teknisk öppenhet är ett ska-krav', en: 'Technical openness is a must' },
  isMandatory: false,
  evidence: ['requirements'],
  source: 'RUVeS 4.4.2',
  judge: onSection(requirements, ({ requirements: drafted }) =>
    drafted.some(({ kind, level }) => kind === 'interoperability' && level === 'must')
      ? met({ sv: 'Minst ett ska-krav gäller interoperabilitet.', en: 'At least one must is about interoperability.' })
      : notMet({ sv: 'Inget ska-krav gäller interoperabilitet.', en: 'No must is about interoperability.' }),
  ),
}

const candidatesAssessed: Criterion = {
  id: 'candidatesAssessed',
  name: { sv: 'Varje jämförd lösning är marknadsbedömd', en: 'Every solution compared is in the market assessment' },
  isMandatory: false,
  evidence: ['marketMatch', 'marketAssessment'],
  source: 'RUVeS 5.2',
  judge: onSections(marketMatch, marketAssessment, ({ products }, { suppliers }) => {
    const strangers = products
      .map(({ candidate }) => candidate)
      .filter((candidate) => !suppliers.some(({ id }) => id === candidate))
    return strangers.length === 0
      ? met({ sv: `${products.length} lösningar är jämförda.`, en: `${products.length} solutions are compared.` })
      : notMet({
          sv: `Inte marknadsbedömda: ${strangers.join(', ')}.`,
          en: `Not in the market assessment: ${strangers.join(', ')}.`,
        })
  }),
}

const requirementsFreeOfBarriers: Criterion = {
  id: 'requirementsFreeOfBarriers',
  name: { sv: 'Kraven stänger inte ute små företag', en: 'The requirements do not shut out small companies' },
  isMandatory: false,
  evidence: ['requirements', 'procurementForms'],
  source: 'LOU 9:4, 9:6, 14:1-4; RUVeS 4.3.1',
  judge: onSection(requirements, ({ requirements: drafted }, { completed }) => {
    const value = completed(procurementForms)?.estimatedValue
    const hindering = drafted.flatMap(({ id, text }) => {
      const [gravest] = findingsInWording(text, value).map(({ rule }) => wordingRules[rule])
      return gravest && gravest.severity !== 'notice' ? [{ id, ...gravest }] : []
    })
    if (hindering.length === 0)
      return met({
        sv: `Inget hinder hittades i ${drafted.length} krav.`,
        en: `No barrier was found in ${drafted.length} requirements.`,
      })
    return notMet({
      sv: `Se över: ${hindering.map(({ id, name, source }) => `${id} (${name.sv.toLowerCase()}, ${source})`).join('; ')}.`,
      en: `Look over: ${hindering.map(({ id, name, source }) => `${id} (${name.en.toLowerCase()}, ${source})`).join('; ')}.`,
    })
  }),
}

const matchCoversRequirements: Criterion = {
  id: 'matchCoversRequirements',
  name: { sv: 'Produktjämförelsen gäller kraven som de står', en: 'The product match is of the requirements as they stand' },
  isMandatory: false,
  evidence: ['requirements', 'marketMatch'],
  source: 'RUVeS 5.2',
  judge: onSections(requirements, marketMatch, ({ requirements: drafted }, { products }) => {
    const incomplete = products.flatMap(({ candidate, coverage }) => {
      const lacking = unansweredRequirements(drafted, coverage).map(({ id }) => id)
      return lacking.length > 0 ? [`${candidate} (${lacking.join(', ')})`] : []
    })
    return incomplete.length === 0
      ? met({
          sv: `${products.length} lösningar har svar på alla ${drafted.length} krav.`,
          en: `${products.length} solutions have answers to all ${drafted.length} requirements.`,
        })
      : notMet({ sv: `Svar saknas för: ${incomplete.join('; ')}.`, en: `Answers are missing for: ${incomplete.join('; ')}.` })
  }),
}

const jointPurchaseConsidered: Criterion = {
  id: 'jointPurchaseConsidered',
  name: { sv: 'Ett gemensamt köp är övervägt', en: 'A joint purchase has been considered' },
  isMandatory: false,
  evidence: ['jointPurchase'],
  source: 'RUVeS 5.2',
  judge: onSection(jointPurchase, ({ others }) =>
    others.length > 0
      ? met({
          sv: `${others.length} andra organisationer är redovisade.`,
          en: `${others.length} other organisations are accounted for.`,
        })
      : notMet({ sv: 'Ingen annan organisation är redovisad.', en: 'No other organisation is accounted for.' }),
  ),
}

export const criteria: readonly Criterion[] = [
  benefitQuantified,
  benefitMeasurable,
  marketCanDeliver,
  functionsCovered,
  formsLawful,
  freedResourceMeasurable,
  benefitCoversCost,
  smallSuppliersAble,
  dialogueHeld,
  informationPackageReady,
  opennessRequired,
  requirementsFreeOfBarriers,
  candidatesAssessed,
  matchCoversRequirements,
  jointPurchaseConsidered,
]
