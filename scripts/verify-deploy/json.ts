/** A template's JSON, as loosely typed as it is. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json }

// Array.isArray alone would make it any[].
export const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

export const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !isList(value)

/** One value as AWS writes it in an answer; what is no single value, as JSON. */
export const textIn = (value: Json): string =>
  typeof value === 'string' ? value : value === undefined ? 'nothing' : JSON.stringify(value)

/**
 * Where a value differs from what is wanted of it: `path: live value, not wanted value` for each difference. What nobody
 * asks for may be there, and the order of a list counts. Texts, numbers and truths that read alike are alike: AWS answers
 * "60" where the template says 60.
 */
export const differences = (wanted: Json, live: Json, path = ''): readonly string[] => {
  if (isList(wanted)) {
    if (!isList(live) || live.length !== wanted.length) return [`${path}: ${textIn(live)}, not ${textIn(wanted)}`]
    return wanted.flatMap((part, index) => differences(part, live[index], `${path}[${index}]`))
  }
  if (isObject(wanted))
    return isObject(live)
      ? Object.entries(wanted).flatMap(([key, part]) => differences(part, live[key], path === '' ? key : `${path}.${key}`))
      : [`${path}: ${textIn(live)}, not ${textIn(wanted)}`]
  return textIn(wanted) === textIn(live) ? [] : [`${path}: ${textIn(live)}, not ${textIn(wanted)}`]
}
