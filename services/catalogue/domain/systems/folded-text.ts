/** A name as it is compared: `  Vård  Portal ` and `vård portal` are the same. */
export const folded = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('sv')
