import type { CompanyId } from '#contracts/ids.ts'
import type { Transition } from '#lambda/outcome.ts'
import { refused } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import {
  activateCompany,
  changeCompany,
  deactivateCompany,
  judgeCompany,
  removeRepresentative,
} from '../../domain/companies/company.ts'
import type { CompanyRefusal, CompanyState } from '../../domain/companies/company.ts'
import type { CompanyContent } from '../../domain/companies/company-fields.ts'
import type { ProductState } from '../../domain/products/product.ts'
import type { OfferParts } from '../offer-parts.ts'
import type { NumberUse } from './company-repository.ts'
import { presentOwnCompany } from './present-company.ts'

interface Loaded {
  readonly state: CompanyState
  readonly products: readonly ProductState[]
  readonly number: NumberUse | undefined
}

/** One change of a company, with everything that is shown of its products. */
const changed = <Code extends string, Value>(
  { companies, products }: OfferParts,
  id: CompanyId,
  context: Context,
  steps: {
    readonly decide: (loaded: Loaded) => Transition<CompanyState, Code>
    readonly present: (state: CompanyState) => { value: Value; version?: number }
    /** Whose the number is afterwards, where the change moves it. */
    readonly number?: (loaded: Loaded) => NumberUse | undefined
    readonly left?: string
  },
) =>
  performOn(
    {
      load: async (): Promise<Loaded | undefined> => {
        const state = await companies.find(id)
        if (!state) return undefined
        const { uniqueNumber } = state.company
        return {
          state,
          products: await products.ofCompany(id),
          number: uniqueNumber === undefined ? undefined : await companies.findNumber(uniqueNumber),
        }
      },
      missing: 'companyNotFound' as const,
      decide: (loaded) => {
        const decided = steps.decide(loaded)
        return decided.kind === 'applied' ? { ...decided, state: { ...loaded, state: decided.state } } : decided
      },
      save: (before, { state, facts }, once) =>
        companies.save(before.state, { kind: 'applied', state: state.state, facts }, context, {
          once,
          products: before.products,
          number: steps.number?.(before),
          left: steps.left,
        }),
      present: ({ state }) => steps.present(state),
    },
    context,
  )

const asOwn = (state: CompanyState) => ({ value: presentOwnCompany(state), version: state.version })

export const createChangeCompany =
  (parts: OfferParts) =>
  (
    { companyId, content, ifMatch, actor }: { companyId: CompanyId; content: CompanyContent; ifMatch: number; actor: Actor },
    context: Context,
  ) =>
    changed(parts, companyId, context, {
      decide: ({ state }) => changeCompany(state, content, { subject: actor.subject, ifMatch, now: context.now }),
      present: asOwn,
    })

const createSwitch =
  (decide: typeof activateCompany) =>
  (parts: OfferParts) =>
  ({ companyId, ifMatch, actor }: { companyId: CompanyId; ifMatch: number; actor: Actor }, context: Context) =>
    changed(parts, companyId, context, {
      decide: ({ state }) => decide(state, { subject: actor.subject, ifMatch, now: context.now }),
      present: asOwn,
    })

export const createDeactivateCompany = createSwitch(deactivateCompany)
export const createActivateCompany = createSwitch(activateCompany)

export const createRemoveRepresentative =
  (parts: OfferParts) =>
  ({ companyId, subject, actor }: { companyId: CompanyId; subject: string; actor: Actor }, context: Context) =>
    changed(parts, companyId, context, {
      decide: ({ state }) => removeRepresentative(state, { subject: actor.subject, leaving: subject }),
      present: asOwn,
      left: subject,
    })

/**
 * A curator's word on a registration. One that is found wrong lets go of its number, so that the right company can register;
 * one that is found right after all takes it back, unless somebody else has it by then.
 */
export const createJudgeCompany =
  (parts: OfferParts) =>
  (
    { companyId, status, reason, actor }: { companyId: CompanyId; status: 'verified' | 'refuted'; reason: string; actor: Actor },
    context: Context,
  ) =>
    changed(parts, companyId, context, {
      decide: ({ state, number }): Transition<CompanyState, CompanyRefusal | 'organisationNumberTaken'> =>
        status === 'verified' && number?.holder !== undefined && number.holder !== companyId
          ? refused('organisationNumberTaken')
          : judgeCompany(state, { status, reason, by: authorOf(actor), now: context.now }),
      present: (state) => ({ value: { companyId, status: state.company.verification.status } }),
      number: ({ number }) => {
        if (!number) return undefined
        if (status === 'verified') return number.holder === companyId ? undefined : { ...number, holder: companyId }
        return number.holder === companyId ? { ...number, holder: undefined } : undefined
      },
    })
