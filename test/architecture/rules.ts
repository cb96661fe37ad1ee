import type { Import, Module } from './modules.ts'

export interface Rule {
  readonly name: string
  /** What would go wrong without it. */
  readonly why: string
  /** Which modules it is about; a rule that is about none has seen nothing. */
  readonly appliesTo: (module: Module) => boolean
  /** What is wrong with one of them, each in a few words; nothing when all is well. */
  readonly findFaults: (module: Module, project: ReadonlyMap<string, Module>) => readonly string[]
}

/** Tests, their fixtures and what stands in for a neighbour: they may look anywhere. */
export const isForTests = ({ path }: { path: string }): boolean =>
  /\.test\.tsx?$/.test(path) || /(^|\/)(testing|test|bench)\//.test(path)

const isProduction = (module: Module): boolean => !isForTests(module)

/** `services/<name>`, or `services/shared/<name>`; undefined outside services and for services/services.ts. */
const serviceOf = (path: string): string | undefined => path.match(/^services\/(?:shared\/)?[^/.]+(?=\/)/)?.[0]

const isShared = (service: string | undefined): boolean => service?.startsWith('services/shared/') === true

const layerOf = (path: string): 'domain' | 'application' | 'adapters' | 'lambda' | 'root' | undefined => {
  const service = serviceOf(path)
  // The kit is flat: all of it is the outermost layer, except what the rules below name.
  if (
    service === undefined ||
    service === 'services/shared/lambda' ||
    service === 'services/shared/contracts' ||
    service === 'services/shared/calendar'
  )
    return undefined
  const rest = path.slice(service.length + 1)
  const [folder] = rest.split('/')
  return folder === 'domain' || folder === 'application' || folder === 'adapters' || folder === 'lambda' ? folder : 'root'
}

const inLayer =
  (...layers: readonly string[]) =>
  (module: Module): boolean =>
    isProduction(module) && layers.includes(layerOf(module.path) ?? '')

const imports = (module: Module, isForbidden: (target: Import) => boolean): string[] =>
  module.imports.filter(isForbidden).map(({ to }) => `imports ${to}`)

/** Packages that belong to the edges. */
const isEdgePackage = (name: string): boolean =>
  /^(@aws-sdk\/|@middy\/|aws-lambda$|@types\/aws-lambda|aws-cdk|hono|jose$|node:|@smithy\/)/.test(name)

/** What of the kit a domain may use: values for answers, problems of fields, and the digest of evidence. */
const kitForDomain = ['outcome', 'field-problem', 'digest'].map((name) => `services/shared/lambda/${name}.ts`)

/** The one road from a domain to Node: a SHA-256 is a function of its input, and the runtime's is the one to trust. */
const digestModule = 'services/shared/lambda/digest.ts'

/** Packages at the edges that a module reaches, directly or through others. */
const reachedEdges = (start: Module, project: ReadonlyMap<string, Module>): string[] => {
  const seen = new Set<string>([start.path])
  const faults: string[] = []
  const open: { module: Module; road: string }[] = [{ module: start, road: start.path }]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.module.path === digestModule) continue
    for (const { to } of next.module.imports) {
      if (isEdgePackage(to)) faults.push(`reaches ${to} through ${next.road}`)
      const target = project.get(to)
      if (!target || seen.has(to)) continue
      seen.add(to)
      open.push({ module: target, road: `${next.road} > ${to}` })
    }
  }
  return faults
}

export const rules: readonly Rule[] = [
  {
    name: 'no service imports another',
    why: 'services meet in contracts and in queues; an import is a deployment that must happen at once',
    appliesTo: (module) => isProduction(module) && serviceOf(module.path) !== undefined,
    findFaults: (module) =>
      imports(module, ({ to }) => {
        const [from, target] = [serviceOf(module.path), serviceOf(to)]
        return target !== undefined && target !== from && !isShared(target)
      }),
  },
  {
    name: 'services know nothing of what runs, draws, shows or tests them',
    why: 'the cloud, one machine and the console read the declarations, never the other way',
    appliesTo: (module) => isProduction(module) && module.path.startsWith('services/'),
    findFaults: (module) =>
      imports(
        module,
        ({ to }) =>
          /^(infra|local|console|demo|scripts|test|bench)\//.test(to) ||
          (serviceOf(module.path) !== undefined && to === 'services/services.ts'),
      ),
  },
  {
    name: 'production code imports no tests',
    why: 'a test switch in production code is a branch that nobody runs',
    appliesTo: (module) => isProduction(module) && /^(services|console|counties|infra|local)\//.test(module.path),
    findFaults: (module) =>
      imports(module, ({ to }) => isForTests({ path: to }) || /^(vitest|fast-check|aws-sdk-client-mock)/.test(to)),
  },
  {
    name: 'contracts import zod and each other alone',
    why: 'everybody depends on them, so they can depend on nobody',
    appliesTo: (module) => isProduction(module) && module.path.startsWith('services/shared/contracts/'),
    findFaults: (module) => imports(module, ({ to }) => to !== 'zod' && !to.startsWith('services/shared/contracts/')),
  },
  {
    name: 'the law of procurement imports contracts and itself alone',
    why: 'two phases are held to it, so it can lean on neither, nor on the clock of the day',
    appliesTo: (module) => isProduction(module) && module.path.startsWith('services/shared/procurement-law/'),
    findFaults: (module) => imports(module, ({ to }) => !/^services\/shared\/(contracts|procurement-law)\//.test(to)),
  },
  {
    name: 'the kit holds no business word',
    why: 'it serves all services, so it knows none of them, nor the life cycle of a case',
    appliesTo: (module) => isProduction(module) && module.path.startsWith('services/shared/lambda/'),
    findFaults: (module) =>
      imports(module, ({ to }) => to.startsWith('services/') && !/^services\/shared\/(lambda|contracts)\//.test(to)),
  },
  {
    name: 'a domain looks inwards: no use case, adapter or handler, and of the kit only values',
    why: 'rules that know how they are stored or called cannot be read or tested alone',
    appliesTo: inLayer('domain'),
    findFaults: (module) =>
      imports(
        module,
        ({ to }) =>
          ['application', 'adapters', 'lambda'].includes(layerOf(to) ?? '') ||
          (to.startsWith('services/shared/lambda/') && !kitForDomain.includes(to)),
      ),
  },
  {
    name: 'no road leads from a domain to AWS, middy, HTTP or Node',
    why: 'a rule that reaches them through a neighbour depends on them all the same',
    appliesTo: inLayer('domain'),
    findFaults: reachedEdges,
  },
  {
    name: 'a use case knows its ports, not its adapters or handlers',
    why: 'it is tested on a repository in memory, and must be the same on the real one',
    appliesTo: inLayer('application'),
    findFaults: (module) => imports(module, ({ to }) => ['adapters', 'lambda'].includes(layerOf(to) ?? '') || isEdgePackage(to)),
  },
  {
    name: 'an adapter knows no handler',
    why: 'the wiring depends on the adapters',
    appliesTo: inLayer('adapters'),
    findFaults: (module) => imports(module, ({ to }) => layerOf(to) === 'lambda'),
  },
  {
    name: 'sections, criteria and refusals are domain: they call no use case, adapter or handler',
    why: 'they say what a phase is, and everything else is made from them',
    appliesTo: (module) => inLayer('root')(module) && !/\/(service|routes)\.ts$|\/routes\//.test(module.path),
    findFaults: (module) =>
      imports(module, ({ to }) => ['application', 'adapters', 'lambda'].includes(layerOf(to) ?? '') || isEdgePackage(to)),
  },
  {
    name: 'the console knows services by their contracts alone',
    why: 'what the console can do, a partner can do: it has no private door',
    appliesTo: (module) => isProduction(module) && module.path.startsWith('console/'),
    findFaults: (module) =>
      imports(
        module,
        ({ to, isTypeOnly }) =>
          to.startsWith('services/') &&
          !to.startsWith('services/shared/contracts/') &&
          !isTypeOnly &&
          !consoleMayRun.includes(to),
      ),
  },
  {
    name: 'zod is imported as a namespace',
    why: 'by name it brings every language of its messages: 370 kB in each function',
    appliesTo: (module) => module.imports.some(({ to }) => to === 'zod'),
    findFaults: (module) => imports(module, ({ to, isNamespace, isTypeOnly }) => to === 'zod' && !isNamespace && !isTypeOnly),
  },
  {
    name: 'nothing is exported as default',
    why: 'a thing has one name everywhere',
    appliesTo: (module) => isProduction(module) && !configurations.some((name) => module.path.endsWith(name)),
    findFaults: ({ hasDefaultExport }) => (hasDefaultExport ? ['exports a default'] : []),
  },
  {
    name: 'no module only passes on what others export',
    why: 'a barrel hides where a thing lives, and makes every importer load all of it',
    appliesTo: isProduction,
    findFaults: ({ isBarrel }) => (isBarrel ? ['is a barrel'] : []),
  },
  {
    name: 'a file says by its name what is in it',
    why: 'what is filed under utils is found by nobody',
    appliesTo: () => true,
    findFaults: ({ path }) =>
      path
        .replace(/\.[a-z.]+$/, '')
        .split('/')
        .filter(
          (part) => /^(utils?|helpers?|common|types?|dtos?|misc|index|lib)$/.test(part) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part),
        )
        .map((part) => `is or lies under “${part}”`),
  },
  {
    name: 'the clock and ids come from outside',
    why: 'a rule that reads the clock itself cannot be tried on another day, nor run again with the same answer',
    appliesTo: inLayer('domain', 'application', 'root'),
    findFaults: ({ ambientReads }) => ambientReads.map((read) => `reads ${read}`),
  },
  {
    name: 'imports lead to files that exist',
    why: 'a rule says nothing about an import that it cannot follow',
    appliesTo: (module) => module.imports.length > 0,
    findFaults: (module, project) =>
      imports(module, ({ to }) => /\.tsx?$/.test(to) && to.includes('/') && !to.startsWith('@') && !project.has(to)),
  },
]

/** The runtime's two ends that every function has, and a pure rule that must not be written twice; none is a service's. */
const consoleMayRun = [
  digestModule,
  'services/shared/lambda/log.ts',
  'services/shared/lambda/runtime.ts',
  'services/shared/lambda/swedish-numbers.ts',
]

/** Read by tools that want a default. */
const configurations = ['vitest.config.ts']

export interface Verdict {
  readonly rule: Rule
  readonly looked: number
  readonly faults: readonly string[]
}

export const judge = (modules: readonly Module[], rule: Rule): Verdict => {
  const project = new Map(modules.map((module) => [module.path, module]))
  const about = modules.filter(rule.appliesTo)
  return {
    rule,
    looked: about.length,
    faults: about.flatMap((module) => rule.findFaults(module, project).map((fault) => `${module.path} ${fault}`)),
  }
}
