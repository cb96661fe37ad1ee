import { companySizes } from '#contracts/company-sizes.ts'
import { choice, decimal, group, integer, list, money, optional, organisationNumber, prose, text, yesNo } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { evaluationProblems } from '../domain/evaluation-rules.ts'
import { documents } from './documents.ts'
import { notice } from './notice.ts'
import { opening } from './opening.ts'

const label = (sv: string, en: string, example: string) =>
  text({ label: { sv, en }, help: { sv: `Till exempel ${example}.`, en: `For example ${example}.` }, max: 12 })

export const evaluation = defineSection({
  key: 'evaluation',
  name: { sv: 'Utvärdering', en: 'Evaluation' },
  help: {
    sv: 'Prövning av varje anbud, poäng per bedömare, samsyn och rangordning med skäl.',
    en: 'Examination of each tender, scores per evaluator, consensus and ranking with reasons.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['procurementOfficer', 'specialist'],
  fields: {
    evaluators: list({
      label: { sv: 'Bedömare', en: 'Evaluators' },
      max: 12,
      item: group({
        label: { sv: 'Bedömare', en: 'Evaluator' },
        fields: {
          id: label('Beteckning', 'Label', 'B1'),
          name: text({ label: { sv: 'Namn', en: 'Name' }, max: 120 }),
          competence: text({ label: { sv: 'Kompetens', en: 'Competence' }, max: 120 }),
          hasNoConflict: yesNo({ label: { sv: 'Har intygat att jäv inte finns', en: 'Has declared no conflict of interest' } }),
        },
      }),
    }),
    tenders: list({
      label: { sv: 'Anbud', en: 'Tenders' },
      max: 30,
      item: group({
        label: { sv: 'Anbud', en: 'Tender' },
        fields: {
          id: label('Beteckning', 'Label', 'A1'),
          tenderer: text({ label: { sv: 'Anbudsgivare', en: 'Tenderer' }, max: 200 }),
          organisationNumber: organisationNumber({ label: { sv: 'Organisationsnummer', en: 'Organisation number' } }),
          size: choice({
            label: { sv: 'Företagets storlek', en: 'Size of the company' },
            help: {
              sv: 'En grupp räknas som liten om små och medelstora företag gör det mesta av arbetet.',
              en: 'A group counts as small if small and medium companies do most of the work.',
            },
            options: companySizes,
          }),
          isJoint: yesNo({ label: { sv: 'Lämnat av flera företag tillsammans', en: 'Given by several companies together' } }),
          solution: text({ label: { sv: 'Lösning', en: 'Solution' }, max: 200 }),
          price: money({ label: { sv: 'Jämförelsepris utan moms', en: 'Compared price without VAT' } }),
          isQualified: yesNo({ label: { sv: 'Uppfyller kvalificeringskraven', en: 'Meets the qualification demands' } }),
          unmetRequirements: list({
            label: { sv: 'Ska-krav som inte är uppfyllda', en: 'Must-requirements not met' },
            min: 0,
            item: label('Krav', 'Requirement', 'K3'),
          }),
          rejectionReason: optional(
            prose({ label: { sv: 'Skäl om anbudet förkastas', en: 'Reason if the tender is rejected' }, max: 1_000 }),
          ),
          scores: list({
            label: { sv: 'Poäng per bedömare', en: 'Scores per evaluator' },
            min: 0,
            item: group({
              label: { sv: 'Poäng', en: 'Score' },
              fields: {
                criterion: label('Kriterium', 'Criterion', 'T1'),
                evaluator: label('Bedömare', 'Evaluator', 'B1'),
                score: decimal({ label: { sv: 'Poäng', en: 'Score' }, max: 100 }),
                comment: optional(text({ label: { sv: 'Kommentar', en: 'Comment' } })),
              },
            }),
          }),
          consensus: list({
            label: { sv: 'Gemensam bedömning', en: 'Consensus' },
            min: 0,
            max: 12,
            item: group({
              label: { sv: 'Gemensam bedömning', en: 'Consensus' },
              fields: {
                criterion: label('Kriterium', 'Criterion', 'T1'),
                score: decimal({ label: { sv: 'Poäng', en: 'Score' }, max: 100 }),
                reason: prose({ label: { sv: 'Skäl', en: 'Reason' }, max: 1_000 }),
              },
            }),
          }),
        },
      }),
    }),
    ranking: list({
      label: { sv: 'Rangordning', en: 'Ranking' },
      help: {
        sv: 'Bara anbud som får vinna. Poängen räknas om när avsnittet klarmarkeras.',
        en: 'Only tenders that may win. The points are computed again when the section is marked complete.',
      },
      max: 30,
      item: group({
        label: { sv: 'Plats', en: 'Place' },
        fields: {
          tender: label('Anbud', 'Tender', 'A1'),
          rank: integer({ label: { sv: 'Plats', en: 'Rank' }, min: 1, max: 30 }),
          points: decimal({ label: { sv: 'Poäng av 100', en: 'Points of 100' }, max: 100 }),
          reason: prose({ label: { sv: 'Skäl', en: 'Reason' }, max: 1_500 }),
        },
      }),
    }),
  },
  rules: (content, { completed }) =>
    evaluationProblems(content, { documents: completed(documents), opening: completed(opening), notice: completed(notice) }),
})
