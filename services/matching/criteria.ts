import { met, notMet } from '#phase/criterion.ts'
import type { Criterion } from '#phase/criterion.ts'
import { onAssessment, onSection, onSections } from '#phase/domain/judge-content.ts'
import { allowedProcedures } from '#procurement-law/allowed-procedures.ts'
import { procedureOf } from '#procurement-law/procedures.ts'
import { quantifiedBenefits, unmeasurableBenefits } from './domain/measurable-benefit.ts'
import { uncoveredFunctions } from './domain/requirements.ts'
import { ableSmallSuppliers, ableSuppliers } from './domain/supplier-ability.ts'
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
  opennessRequired,
  candidatesAssessed,
]
