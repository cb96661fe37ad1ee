import type { ProblemText } from '#lambda/problem.ts'

export const productsProblems = {
  productNotFound: {
    status: 404,
    title: { sv: 'Produkten finns inte', en: 'There is no such product' },
    detail: {
      sv: 'Kontrollera id:t, eller sök i katalogen.',
      en: 'Check the id, or search the catalogue.',
    },
  },
  notYourProduct: {
    status: 403,
    title: { sv: 'Produkten hör till ett annat företag', en: 'The product belongs to another company' },
    detail: {
      sv: 'Bara de som företräder företaget kan ändra den.',
      en: 'Only those who represent the company can change it.',
    },
  },
  tooManyProducts: {
    status: 409,
    title: { sv: 'Företaget har så många produkter det kan ha', en: 'The company has as many products as it can have' },
    detail: {
      sv: 'Ett företag har högst 40 produkter. Gör om ett utkast som inte behövs.',
      en: 'A company has at most 40 products. Rewrite a draft that is not needed.',
    },
  },
  productTooLarge: {
    status: 422,
    title: { sv: 'Produkten har för mycket text', en: 'The product has too much text' },
    detail: {
      sv: 'Korta texterna och länka till det som är längre.',
      en: 'Shorten the texts and link to what is longer.',
    },
  },
  productIncomplete: {
    status: 422,
    title: { sv: 'Utkastet är inte färdigt', en: 'The draft is not finished' },
    detail: {
      sv: 'Fyll i det som saknas och publicera igen.',
      en: 'Fill in what is missing and publish again.',
    },
  },
  productNotPublished: {
    status: 409,
    title: { sv: 'Produkten är inte publicerad', en: 'The product is not published' },
    detail: {
      sv: 'Läs om produkten för att se hur den står.',
      en: 'Read the product again to see how it stands.',
    },
  },
  claimNotFound: {
    status: 404,
    title: { sv: 'Uppgiften finns inte', en: 'There is no such claim' },
    detail: {
      sv: 'Läs om produkten för att se vad som uppges.',
      en: 'Read the product again to see what is claimed.',
    },
  },
  claimChanged: {
    status: 409,
    title: { sv: 'Produkten har ändrats sedan du läste den', en: 'The product has changed since you read it' },
    detail: {
      sv: 'Läs om produkten och bedöm det som står där nu.',
      en: 'Read the product again and judge what stands there now.',
    },
  },
  productImportRefused: {
    status: 422,
    title: { sv: 'Importen har rader att rätta', en: 'The import has rows to put right' },
    detail: {
      sv: 'Rätta raderna och granska igen. Inget har sparats.',
      en: 'Put the rows right and check again. Nothing has been stored.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemText>>
