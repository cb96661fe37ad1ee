/** The package's own types are missing; this is what is used of it. */
declare module 'asl-validator' {
  const validate: (
    definition: object,
    options?: { readonly checkArn?: boolean },
  ) => { readonly isValid: boolean; readonly errors: readonly object[] }
  export default validate
}
