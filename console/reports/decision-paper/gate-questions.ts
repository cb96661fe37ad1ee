import type { Text } from '#contracts/language.ts'
import type { Gate } from '#contracts/words.ts'

/** What each gate decides, and what it takes (RUVeS 5.1-5.7; KL 6:38 for BP4). */
export const gateQuestions = {
  BP1: {
    sv: 'Ska ärendet gå vidare från idé till matchning? Det förutsätter att idén kan möta ett styrkt behov.',
    en: 'Shall the case go on from idea to matching? That requires that the idea can meet a substantiated need.',
  },
  BP2: {
    sv: 'Ska ärendet gå vidare till verifiering? Det förutsätter att nyttan är kvantifierad och mätbar, och att det finns en bedömning av vad marknaden kan leverera.',
    en: 'Shall the case go on to verification? That requires a benefit that is quantified and measurable, and an assessment of what the market can deliver.',
  },
  BP3: {
    sv: 'Ska ärendet gå vidare till upphandling? Det förutsätter att lösningens verkliga potential är verifierad.',
    en: 'Shall the case go on to procurement? That requires that the real potential of the solution is verified.',
  },
  BP4: {
    sv: 'Ska kontraktet tilldelas enligt förslaget? Det förutsätter att anbudet uppfyller kraven och att nyttan är vidimerad, teknisk öppenhet inräknad. Beslutet fattas alltid av en människa (KL 6:38).',
    en: 'Shall the contract be awarded as proposed? That requires that the tender meets the requirements and that its benefit is vouched for, technical openness included. A human always decides (KL 6:38).',
  },
  BP5: {
    sv: 'Är lösningen klar att införas? Det förutsätter att utveckling, utbildning och pilot är gjorda och utvärderade.',
    en: 'Is the solution ready to be introduced? That requires that development, training and pilot are done and evaluated.',
  },
  handover: {
    sv: 'Kan projektet avslutas och tjänsten lämnas till förvaltningsorganisationen? Det förutsätter att alla villkor är uppfyllda på båda sidor.',
    en: 'Can the project end and the service go to the line organisation? That requires that all conditions are met on both sides.',
  },
  review: {
    sv: 'Har nyttan blivit sådan att underhållsavtalet ska fortsätta? Det förutsätter att nytta, användning, teknik och marknad är utvärderade.',
    en: 'Has the benefit become such that the maintenance contract shall go on? That requires that benefit, use, technology and market are evaluated.',
  },
} as const satisfies Record<Gate, Text>
