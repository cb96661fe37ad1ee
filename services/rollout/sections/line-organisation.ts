import { date, money, prose, reference, text } from '#phase/field.ts'
import { organisationProblems } from '#phase/domain/organisation-problem.ts'
import { defineSection } from '#phase/section.ts'

export const lineOrganisation = defineSection({
  key: 'lineOrganisation',
  name: { sv: 'Förvaltningsorganisation', en: 'Line organisation' },
  help: {
    sv: 'Vem som äger, driver, stöder och betalar tjänsten när projektet är slut.',
    en: 'Who owns, runs, supports and pays for the service when the project has ended.',
  },
  component: 'acquisition',
  isMandatory: true,
  fields: {
    systemOwner: text({
      label: { sv: 'Systemägare', en: 'System owner' },
      help: { sv: 'Befattning i verksamheten.', en: 'A position in operations.' },
      max: 200,
    }),
    organisation: reference({ label: { sv: 'Organisation', en: 'Organisation' }, source: 'organisations' }),
    itOperation: text({ label: { sv: 'IT-drift', en: 'IT operation' }, max: 200 }),
    support: text({ label: { sv: 'Stöd till användarna', en: 'Support to the users' }, max: 200 }),
    benefitOwner: text({ label: { sv: 'Följer upp nyttan', en: 'Follows up the benefit' }, max: 200 }),
    budgetPerYear: money({ label: { sv: 'Budget per år', en: 'Budget per year' }, min: 1 }),
    budgetFrom: date({ label: { sv: 'Budgeten gäller från', en: 'Budget counts from' } }),
    agreement: text({ label: { sv: 'Förvaltningsöverenskommelse', en: 'Maintenance agreement' }, max: 120 }),
    development: prose({
      label: { sv: 'Hur tjänsten utvecklas vidare', en: 'How the service is developed further' },
      max: 1_500,
    }),
  },
  rules: ({ organisation }, { county }) => organisationProblems(organisation, county, '/organisation'),
})
