/**
 * What a description says that the product does not do: `levereras utan larm`, `integration saknas`. A machine that counts
 * words takes it for an offer. Only ways of saying it that mean nothing else: `utan` alone is often praise (`vändning utan
 * lyft`), so what stands after it is read.
 */
const deniedAfter =
  /\b(?:(?:levereras|säljs) utan|utan stöd för|saknar|(?:gör|kan|visar|mäter|ger|hanterar|omfattar|innehåller|ersätter|stöder) (?:inte|ej|inga|ingen|inget))\b[^,.;:]*/giu
const deniedBefore = /[^,.;:]*\b(?:saknas|(?:ingår|stöds|finns) (?:inte|ej))(?![\p{L}\p{N}])/giu

/** A text without what it denies. */
export const affirmed = (text: string): string => text.replaceAll(deniedAfter, ' ').replaceAll(deniedBefore, ' ')
