import { parseArgs } from 'node:util'

/** `npm run token -- --as <persona>`: a bearer token from the running product, for curl. */
const { values } = parseArgs({ options: { as: { type: 'string' }, url: { type: 'string' } } })
const url = values.url ?? `http://127.0.0.1:${process.env['PORT'] || 3_000}`

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

const persona = values.as ?? fail('Say who: npm run token -- --as handlaggare')
const response = await fetch(`${url}/oidc/token`, {
  method: 'POST',
  body: new URLSearchParams({ grant_type: 'urn:behovsflodet:persona', client_id: 'cli', persona }),
}).catch(() => fail(`${url} does not answer. Start the product with npm start, or give --url.`))
const answer = (await response.json()) as { access_token?: string } // the token endpoint answers so (RFC 6749 5.1)
process.stdout.write(`${answer.access_token ?? fail(`There is no persona "${persona}". The sign-in page lists them.`)}\n`)
