/**
 * Stands in, in a bundle, for the part of zod that writes JSON Schema (18 kB): a function only parses. Schemas
 * carry methods that would call these; who calls one in a function learns it at once.
 */
const notInABundle = (): never => {
  throw new Error('JSON Schema is written by scripts, not by functions')
}

export const aggregateChecks = notInABundle
export const allProcessors = {}
export const createStandardJSONSchemaMethod = () => notInABundle
export const createToJSONSchemaMethod = () => notInABundle
export const extractDefs = notInABundle
export const finalize = notInABundle
export const handleUnrepresentable = notInABundle
export const initializeContext = notInABundle
export const process = notInABundle
export const processSchema = notInABundle
export const toJSONSchema = notInABundle
