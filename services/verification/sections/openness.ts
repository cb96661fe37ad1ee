import { choice, date, group, integer, list, money, prose, reference } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { opennessAnswers, opennessItems, opennessPercent } from '../domain/openness-index.ts'
import type { OpennessItem } from '../domain/openness-index.ts'

const answerTo = (item: OpennessItem) =>
  choice({ label: opennessItems[item].name, help: opennessItems[item].help, options: opennessAnswers })

export const openness = defineSection({
  key: 'openness',
  name: { sv: 'Teknisk öppenhet', en: 'Technical openness' },
  help: {
    sv: 'Mät hur öppen varje verifierad lösning är: teknik, spelregler och kostnad för den som vill ansluta.',
    en: 'Measure how open each verified solution is: technique, rules of the game and cost for those who want to connect.',
  },
  component: 'technicalOpenness',
  isMandatory: true,
  writers: ['specialist'],
  fields: {
    measurements: list({
      label: { sv: 'Mätningar', en: 'Measurements' },
      max: 8,
      item: group({
        label: { sv: 'Mätning', en: 'Measurement' },
        fields: {
          solution: reference({ label: { sv: 'Lösning', en: 'Solution' }, source: 'candidates' }),
          measuredOn: date({ label: { sv: 'Mätt den', en: 'Measured on' } }),
          documentedApi: answerTo('documentedApi'),
          openFormats: answerTo('openFormats'),
          semanticCoding: answerTo('semanticCoding'),
          dataExport: answerTo('dataExport'),
          testEnvironment: answerTo('testEnvironment'),
          equalTerms: answerTo('equalTerms'),
          noVendorGateway: answerTo('noVendorGateway'),
          reasonableFee: answerTo('reasonableFee'),
          connectionDays: integer({
            label: { sv: 'Tid för att ansluta', en: 'Time to connect' },
            help: {
              sv: 'Från begäran tills en annan leverantör är ansluten.',
              en: 'From request until another supplier is connected.',
            },
            max: 2_000,
            unit: { sv: 'dagar', en: 'days' },
          }),
          connectionCost: money({ label: { sv: 'Kostnad för att ansluta', en: 'Cost to connect' } }),
          evidence: prose({
            label: { sv: 'Underlag', en: 'Evidence' },
            help: { sv: 'Hur svaren är kontrollerade.', en: 'How the answers were checked.' },
            max: 1_000,
          }),
        },
      }),
    }),
  },
  rules: ({ measurements }, { dossier }) => {
    const candidates = dossier.matching?.candidates ?? []
    return measurements.flatMap((measurement, index) => [
      ...(candidates.some(({ id }) => id === measurement.solution)
        ? []
        : [
            {
              pointer: `/measurements/${index}/solution`,
              code: 'unknownSolution',
              message: {
                sv: 'Lösningen kommer inte från matchningen. Välj en som gör det.',
                en: 'The solution does not come from matching. Choose one that does.',
              },
            },
          ]),
      ...(measurements.findIndex(({ solution }) => solution === measurement.solution) === index
        ? []
        : [
            {
              pointer: `/measurements/${index}/solution`,
              code: 'measuredTwice',
              message: {
                sv: 'Lösningen är mätt två gånger. Ta bort den äldre mätningen.',
                en: 'The solution is measured twice. Remove the older measurement.',
              },
            },
          ]),
      ...(opennessPercent(measurement, measurement.measuredOn) === undefined
        ? [
            {
              pointer: `/measurements/${index}/measuredOn`,
              code: 'measuredBeforeScale',
              message: {
                sv: 'Mätningen är äldre än indexet. Mät igen.',
                en: 'The measurement is older than the index. Measure again.',
              },
            },
          ]
        : []),
    ])
  },
})
