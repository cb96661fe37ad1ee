import type { ProblemText } from '#lambda/problem.ts'

/** Why matching says no. */
export const matchingProblems = {
  productNotMatchable: {
    status: 404,
    title: { sv: 'Det finns ingen sådan publicerad produkt', en: 'There is no such published product' },
    detail: {
      sv: 'En leverantör kan se behov för sina egna produkter när de är publicerade. Publicera produkten, eller kontrollera id.',
      en: 'A supplier can see needs for its own products once they are published. Publish the product, or check the id.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemText>>
