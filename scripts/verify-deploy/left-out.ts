import { writeFileSync } from 'node:fs'
import type { Json } from './json.ts'
import type { StackTemplate, Template } from './template.ts'

/**
 * What MiniStack 1.5.33 refuses in a template, and what is therefore left out of the copy that is deployed to it:
 * infra/ and what a county deploys stay as they are. docs/emulator.md names the assertions that cover each.
 */

const isRefused = (resource: Template['Resources'][string] | undefined): boolean =>
  resource?.Type === 'AWS::CloudWatch::Alarm' && resource.Properties['Metrics'] !== undefined

const refersTo = (value: Json, ids: ReadonlySet<string>): boolean => {
  const text = JSON.stringify(value)
  return [...ids].some((id) => text.includes(`{"Ref":"${id}"}`) || text.includes(`{"Fn::GetAtt":["${id}"`))
}

/** What was left out and why, and where. */
export interface LeftOut {
  readonly what: string
  readonly where: string
}

/** Every resource that is refused, and every one that cannot be without one of these. */
const idsLeftOut = ({ Resources }: Template): ReadonlySet<string> => {
  const gone = new Set(Object.keys(Resources).filter((id) => isRefused(Resources[id])))
  for (let before = -1; before !== gone.size;) {
    before = gone.size
    for (const [id, { Properties }] of Object.entries(Resources)) if (refersTo(Properties, gone)) gone.add(id)
  }
  return gone
}

/**
 * The template without alarms on metric mathematics, and without what cannot be without them. With an http address for
 * the OpenID provider, as on one machine, the rule that it must be https is left out too.
 */
export const leaveOut = (
  template: Template,
  isHttpIssuer: boolean,
): { readonly template: Template; readonly leftOut: readonly LeftOut[] } => {
  const gone = idsLeftOut(template)
  const kept = Object.entries(template.Resources).filter(([id]) => !gone.has(id))
  const { OpenidIssuer: issuer, ...parameters } = template.Parameters ?? {}
  const { AllowedPattern: pattern, ...openIssuer } = issuer ?? {}
  const isOpened = isHttpIssuer && pattern !== undefined
  return {
    template: {
      ...template,
      ...(isOpened && { Parameters: { ...parameters, OpenidIssuer: openIssuer } }),
      Resources: Object.fromEntries(
        kept.map(([id, { DependsOn, ...resource }]) => [
          id,
          DependsOn ? { ...resource, DependsOn: DependsOn.filter((other) => !gone.has(other)) } : resource,
        ]),
      ),
    },
    leftOut: [
      ...[...gone].map((id) => ({
        what: isRefused(template.Resources[id]) ? 'alarms on metric mathematics' : 'what refers to such an alarm',
        where: id,
      })),
      ...(isOpened ? [{ what: 'the rule that the provider has an https address', where: 'OpenidIssuer' }] : []),
    ],
  }
}

/** Writes the templates anew where the CDK deploys them from. @returns what has been left out of them. */
export const rewriteTemplates = (templates: readonly StackTemplate[], isHttpIssuer: boolean): readonly LeftOut[] =>
  templates.flatMap(({ stack, file, template }) => {
    const { template: rest, leftOut } = leaveOut(template, isHttpIssuer)
    if (leftOut.length > 0) writeFileSync(file, JSON.stringify(rest, undefined, 1))
    return leftOut.map(({ what, where }) => ({ what, where: `${stack} ${where}` }))
  })
