import type { BenefitParameters } from './parameters.ts'

/**
 * Parameters for a county that has not decided its own: published ones where there are any, each with its source, and
 * marked as examples. A county replaces them with the rows that its economists have decided.
 */
export const exampleBenefitParameters: BenefitParameters = {
  discountRates: [
    {
      id: 'discount-2024',
      validFrom: '2024-05-08',
      rate: 0.03,
      source: 'Inera, mall för nyttokalkyl version 5.0.4 (2024-05-08): 3 procent, efter TLV',
      isExample: true,
    },
  ],
  horizons: [
    {
      id: 'horizon-2019',
      validFrom: '2019-01-01',
      years: 5,
      source: 'PTS, Digitaliseringssnurran (2019): år 1 och år 5',
      isExample: true,
    },
  ],
  staffRates: [
    {
      id: 'staff-2026',
      role: 'staff',
      name: { sv: 'Medarbetare', en: 'Member of staff' },
      orePerHour: 45_000,
      priceYear: 2026,
      validFrom: '2026-01-01',
      source: 'Sundsvalls kommuns mall för nyttokalkyl: 450 kr per timme; att det är i 2026 års priser är ett antagande',
      isExample: true,
    },
    {
      id: 'buyer-2026',
      role: 'buyer',
      name: { sv: 'Beställare', en: 'Buyer' },
      orePerHour: 87_000,
      priceYear: 2026,
      validFrom: '2026-01-01',
      source: 'Sundsvalls kommuns mall för nyttokalkyl: 870 kr per timme; att det är i 2026 års priser är ett antagande',
      isExample: true,
    },
  ],
  unitPrices: [],
  priceIndexes: [],
  optimismBias: [
    {
      id: 'optimism-bias-2002',
      validFrom: '2003-01-01',
      costs: { upper: 2, lower: 0.1 },
      benefits: { upper: 0, lower: 0 },
      mitigatedShare: { NV1: 0, NV2: 0.5, NV3: 0.8, NV4: 1 },
      source:
        'HM Treasury, Supplementary Green Book Guidance: Optimism Bias (utrustning och utveckling: 200 till 10 procent); hur stor del som är hanterad vid varje nyttovärdering är ett antagande',
      isExample: true,
    },
  ],
  usageWarnings: [
    {
      id: 'usage-2019',
      validFrom: '2019-02-01',
      below: 0.25,
      source:
        'Studie för Digitaliseringsrådet (februari 2019): under 20–25 procents användning kostar de flesta tjänster mer än de ger',
      isExample: true,
    },
  ],
}
