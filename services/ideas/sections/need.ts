import { choice, integer, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const need = defineSection({
  key: 'need',
  name: { sv: 'Behov', en: 'Need' },
  help: {
    sv: 'Beskriv vad som inte fungerar i dag, inte vilken lösning ni tänker er.',
    en: 'Describe what does not work today, not the solution that you have in mind.',
  },
  component: 'needUnderstanding',
  isMandatory: true,
  fields: {
    problem: prose({
      label: { sv: 'Problemet', en: 'The problem' },
      help: {
        sv: 'Vad händer, för vem och varför är det ett problem? Nämn inga produkter.',
        en: 'What happens, to whom, and why is it a problem? Name no products.',
      },
      max: 2_000,
    }),
    affected: text({
      label: { sv: 'Vilka berörs', en: 'Who is affected' },
      help: {
        sv: 'Grupper, inte enskilda personer, till exempel patienter med en viss behandling.',
        en: 'Groups, not individuals, for example patients with a certain treatment.',
      },
    }),
    affectedPerYear: integer({
      label: { sv: 'Antal personer per år', en: 'People per year' },
      min: 1,
      max: 15_000_000,
      unit: { sv: 'personer', en: 'people' },
    }),
    frequency: choice({
      label: { sv: 'Hur ofta märks problemet för den som berörs', en: 'How often those affected notice the problem' },
      options: {
        daily: { sv: 'Varje dag', en: 'Every day' },
        weekly: { sv: 'Varje vecka', en: 'Every week' },
        monthly: { sv: 'Varje månad', en: 'Every month' },
        yearly: { sv: 'Några gånger om året', en: 'A few times a year' },
        rarely: { sv: 'Mer sällan', en: 'Less often' },
      },
    }),
    severity: integer({
      label: { sv: 'Allvar, 1–5', en: 'Severity, 1–5' },
      help: {
        sv: '1 = besvär, 3 = märkbart sämre vård eller arbetsmiljö, 5 = fara för liv och hälsa.',
        en: '1 = inconvenience, 3 = noticeably worse care or work environment, 5 = danger to life and health.',
      },
      min: 1,
      max: 5,
    }),
    ifNothingIsDone: prose({
      label: { sv: 'Om inget görs', en: 'If nothing is done' },
      help: { sv: 'Vad blir följden om ett och om fem år?', en: 'What follows in one year and in five?' },
      max: 2_000,
    }),
  },
})
