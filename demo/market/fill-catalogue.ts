import * as z from 'zod'
import type { ApiAnswer, Client } from '../client.ts'
import { caseOfficer } from '../personas.ts'
import { expectStatus, read } from '../expect.ts'
import { marketCompanies } from './companies.ts'
import type { MarketCompany, MarketCompanyKey } from './companies.ts'
import { companyKeys, productsOf } from './products.ts'

/** Fills the catalogue over HTTP as its people would: suppliers, a curator, and staff who evaluate. Again, it adds nothing. */

const curator = 'redaktor'

const ownCompany = z.object({
  company: z.object({ companyId: z.string(), name: z.string(), verification: z.object({ status: z.string() }) }),
})
const ownCompanies = z.object({ companies: z.array(ownCompany) })
const imported = z.object({
  stored: z.int(),
  isComplete: z.boolean(),
  products: z.array(z.object({ name: z.string(), productId: z.string() })),
})
const shownProduct = z.object({
  revision: z.int(),
  claims: z.array(z.object({ claim: z.string(), status: z.string() })),
})
const evaluations = z.object({ evaluations: z.array(z.object({ organisation: z.string() })) })

type Kept = z.infer<typeof ownCompany>['company']

/** Claims that the curator has looked at, by the product that they are about. */
const checkedClaims: Readonly<Record<string, readonly { claim: string; status: 'verified' | 'refuted'; reason: string }[]>> = {
  'Digitala doseringsbrev (exempel)': [
    {
      claim: 'interface:HL7 FHIR R4',
      status: 'verified',
      reason: 'Provanrop mot leverantörens öppna testmiljö besvarades enligt profilen.',
    },
    { claim: 'requirement:KB-INT-001', status: 'verified', reason: 'Dokumentationen gick att läsa utan inloggning.' },
  ],
  'Nattillsyn med kamera (exempel)': [
    { claim: 'requirement:KB-PRI-013', status: 'verified', reason: 'Visat på plats: kameran är strömlös mellan tillsynerna.' },
    { claim: 'requirement:KB-INT-001', status: 'refuted', reason: 'Dokumentationen krävde inloggning vid kontrollen.' },
  ],
  'Läkemedelsautomat (exempel)': [
    { claim: 'requirement:KB-MED-005', status: 'verified', reason: 'EU-försäkran är inlämnad och läst.' },
    { claim: 'interface:SS 91100', status: 'verified', reason: 'Provad mot en mottagare av annat fabrikat.' },
  ],
  'Webbtidbok (exempel)': [
    { claim: 'requirement:KB-ACC-013', status: 'verified', reason: 'Hela bokningen är gjord med tangentbord.' },
  ],
}

interface Evaluated {
  readonly kinds: readonly string[]
  readonly scope: string
  readonly method: string
  readonly results: readonly { readonly requirementId: string; readonly result: 'met' | 'partly' | 'notMet' }[]
  readonly verdict: 'fit' | 'fitWithReservations' | 'unfit'
  readonly conclusion: string
}

/** What the county's own organisation has tried out before, by the product. */
const evaluated: Readonly<Record<string, Evaluated>> = {
  'Digitala doseringsbrev (exempel)': {
    kinds: ['openness', 'informationSecurity'],
    scope: 'Brev till patienter med blodförtunnande behandling vid två mottagningar. Ordination ingår inte.',
    method: 'Granskning av dokumentation och tre veckors prov med 40 brev.',
    results: [
      { requirementId: 'KB-INT-015', result: 'met' },
      { requirementId: 'KB-SEC-003', result: 'met' },
      { requirementId: 'KB-ACC-013', result: 'partly' },
    ],
    verdict: 'fit',
    conclusion: 'Fungerar för brev och kvittens. Tangentbordet når inte filtret i listan över brev.',
  },
  'Sovlugn (exempel)': {
    kinds: ['clinicalFunction', 'evidence'],
    scope: 'Tillsyn på natten i ordinärt boende, tolv personer.',
    method: 'Jämförelse med besök under fyra veckor.',
    results: [
      { requirementId: 'KB-INT-018', result: 'met' },
      { requirementId: 'KB-PRI-011', result: 'met' },
    ],
    verdict: 'fitWithReservations',
    conclusion: 'Färre störda nätter. Husdjur ger falska larm och behöver tas upp före start.',
  },
  'Läkemedelsautomat (exempel)': {
    kinds: ['clinicalFunction'],
    scope: 'Dosrullar till personer med hemsjukvård.',
    method: 'Prov med 20 automater i tre månader.',
    results: [
      { requirementId: 'KB-INT-018', result: 'met' },
      { requirementId: 'KB-OPE-006', result: 'met' },
      { requirementId: 'KB-INT-015', result: 'notMet' },
    ],
    verdict: 'fitWithReservations',
    conclusion: 'Doserna togs i tid. Uppgifterna fick föras över för hand till journalen.',
  },
}

const validYears = 2

export const fillCatalogue = async (client: Client, say: (line: string) => void): Promise<void> => {
  const asCurator = client.as(curator)
  const asOfficer = client.as(caseOfficer)

  const register = async ({ keeper, content }: MarketCompany): Promise<Kept> =>
    read(
      await client.as(keeper)({ method: 'POST', path: '/v1/catalogue/companies', body: content }),
      ownCompany,
      `registering ${content.name}`,
      201,
    ).company

  const judgeCompany = async ({ companyId, verification }: Kept, { isVerified }: MarketCompany): Promise<ApiAnswer | undefined> =>
    isVerified && verification.status === 'declared'
      ? asCurator({
          method: 'POST',
          path: `/v1/catalogue/companies/${companyId}/judgements`,
          body: { status: 'verified', reason: 'Exempel: stämmer med registret.' },
        })
      : undefined

  const publish = async (key: MarketCompanyKey, { companyId }: Kept) => {
    const { keeper } = marketCompanies[key]
    const answer = await client.as(keeper)({
      method: 'POST',
      path: '/v1/catalogue/product-imports',
      body: { companyId, shouldPublish: true, products: productsOf(key).map(({ content }) => ({ content })) },
    })
    return read(answer, imported, `publishing the products of ${marketCompanies[key].content.name}`)
  }

  const check = async (productId: string, name: string): Promise<void> => {
    for (const { claim, status, reason } of checkedClaims[name] ?? []) {
      const path = `/v1/catalogue/products/${productId}`
      // oxlint-disable-next-line no-await-in-loop -- each changes what the next one reads
      const { revision, claims } = read(await asCurator({ method: 'GET', path }), shownProduct, name)
      if (claims.find((one) => one.claim === claim)?.status !== 'declared') continue
      // oxlint-disable-next-line no-await-in-loop -- as above
      const done = await asCurator({
        method: 'POST',
        path: `${path}/claim-judgements`,
        body: { claim, status, reason, revision },
      })
      expectStatus(done, `judging ${claim} of ${name}`, 201)
    }
  }

  const evaluate = async (productId: string, name: string): Promise<void> => {
    const found = evaluated[name]
    if (!found) return
    const known = await asOfficer({ method: 'GET', path: `/v1/catalogue/products/${productId}/evaluations` })
    if (read(known, evaluations, name).evaluations.length > 0) return
    const today = new Date().toISOString().slice(0, 10)
    const validTo = `${Number(today.slice(0, 4)) + validYears}-12-31`
    const done = await asOfficer({
      method: 'POST',
      path: '/v1/catalogue/evaluations',
      body: { productId, content: { ...found, productVersion: '1.0', validFrom: today, validTo } },
    })
    expectStatus(done, `evaluating ${name}`, 201)
  }

  const keepers = [...new Set(Object.values(marketCompanies).map(({ keeper }) => keeper))]
  const known = new Map<string, Kept>()
  for (const keeper of keepers) {
    // oxlint-disable-next-line no-await-in-loop -- two of them
    const answer = await client.as(keeper)({ method: 'GET', path: '/v1/catalogue/own-companies' })
    for (const { company } of read(answer, ownCompanies, 'the companies of a supplier').companies)
      known.set(company.name, company)
  }

  const fill = async (key: MarketCompanyKey): Promise<number> => {
    const company = marketCompanies[key]
    const kept = known.get(company.content.name) ?? (await register(company))
    const judged = await judgeCompany(kept, company)
    if (judged) expectStatus(judged, `verifying ${company.content.name}`, 201)
    const { products } = await publish(key, kept)
    for (const { productId, name } of products) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other: each asks for the company's version
      await check(productId, name)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await evaluate(productId, name)
    }
    return products.length
  }

  const counts = await Promise.all(companyKeys.map(fill))
  say(`Katalogen: ${companyKeys.length} exempelföretag, ${counts.reduce((sum, count) => sum + count, 0)} produkter`)
}
