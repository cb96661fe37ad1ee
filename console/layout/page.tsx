import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { notices, words } from '../language/words.ts'
import type { Notice } from '../language/words.ts'
import { hasRole, isMarketMember, isStaff } from '../session/user.ts'
import { herePath, hrefIn } from '../visit.ts'
import type { PageContext, Visit } from '../visit.ts'
import { Mark } from './icons.tsx'
import { marketPlaces } from './market-places.ts'
import { Notice as NoticeBox } from './alert.tsx'

export interface Crumb {
  readonly href: string
  readonly label: string
}

export interface PageProps {
  readonly visit: Visit
  /** Names the page in the browser's tab; the heading stands in the content. */
  readonly title: string
  readonly crumbs?: readonly Crumb[]
  /** The board and tables need more room than running text. */
  readonly isWide?: boolean
  readonly children: Child
}

const navigation = [
  { href: '/uppgifter', label: words.tasks },
  { href: '/arenden', label: words.cases },
  { href: '/ideer', label: words.ideas },
  { href: '/prioritering', label: words.priorities },
  { href: '/beslut', label: words.decisions },
  { href: '/nytta', label: words.benefits },
  { href: '/formagor', label: words.capabilities },
  { href: '/marknad', label: words.market },
] as const

const supplierNavigation = [
  { href: '/marknad', label: words.market },
  { href: '/mitt-foretag', label: words.myCompany },
] as const

const linksOf = ({ user }: Visit) => {
  if (!isStaff(user)) return supplierNavigation
  return hasRole(user, 'operations') ? [...navigation, { href: '/drift', label: words.operations } as const] : navigation
}

const isAt = (href: string, path: string): boolean => path === href || path.startsWith(`${href}/`)

/** The market is one place of the menu with several addresses. */
const isHere = (href: string, path: string): boolean =>
  isAt(href, path) || (href === '/marknad' && marketPlaces.some((place) => isAt(place.href, path)))

const Links = ({ visit }: { visit: Visit }) => (
  <ul>
    {linksOf(visit).map(({ href, label }) => (
      <li>
        <a href={href} aria-current={isHere(href, visit.path) ? 'page' : undefined}>
          {visit.locale.t(label)}
        </a>
      </li>
    ))}
  </ul>
)

const LanguageLink = ({ visit }: { visit: Visit }) => {
  const other = visit.locale.language === 'sv' ? 'en' : 'sv'
  return (
    <a class="ds-link" data-color="neutral" href={hrefIn(visit, other)} lang={other} hreflang={other}>
      {other === 'en' ? 'In English' : 'På svenska'}
    </a>
  )
}

const SignOut = ({ visit }: { visit: Visit }) => (
  <form method="post" action="/logga-ut">
    <button class="ds-button" data-variant="tertiary" data-size="sm" data-color="neutral" type="submit">
      {visit.locale.t(words.signOut)}
    </button>
  </form>
)

const Account = ({ visit }: { visit: Visit }) => {
  const { t } = visit.locale
  if (!visit.user)
    return (
      <a class="ds-button" data-variant="secondary" data-size="sm" href={`/logga-in?till=${encodeURIComponent(herePath(visit))}`}>
        {t(words.signIn)}
      </a>
    )
  return (
    <>
      <span class="account__name">{visit.user.name}</span>
      <SignOut visit={visit} />
    </>
  )
}

const Header = ({ visit }: { visit: Visit }) => {
  const { t } = visit.locale
  const hasMenu = isMarketMember(visit.user)
  return (
    <header class="top">
      <div class="top__bar">
        <a class="brand" href="/">
          <Mark />
          <span class="brand__product">{t(words.product)}</span>
          <span class="brand__county">{visit.county.name}</span>
        </a>
        <div class="account">
          <LanguageLink visit={visit} />
          <Account visit={visit} />
        </div>
      </div>
      {hasMenu && (
        <div class="menu">
          <nav class="menu__wide" aria-label={t(words.mainNavigation)}>
            <Links visit={visit} />
          </nav>
          <details class="menu__narrow">
            <summary>{t(words.menu)}</summary>
            <nav aria-label={t(words.mainNavigation)}>
              <Links visit={visit} />
            </nav>
          </details>
        </div>
      )}
    </header>
  )
}

const Footer = ({ visit: { county, locale } }: { visit: Visit }) => (
  <footer class="bottom">
    <div class="bottom__inner">
      <div>
        <p class="bottom__name">
          {locale.t(words.product)}, {county.name}
        </p>
        <p>
          <a class="ds-link" data-color="neutral" href={`mailto:${county.contact.email}`}>
            {county.contact.email}
          </a>
          <br />
          {county.contact.phone}
        </p>
      </div>
      <ul>
        <li>
          <a class="ds-link" data-color="neutral" href="/ide">
            {locale.t(words.sendIdea)}
          </a>
        </li>
        <li>
          <a class="ds-link" data-color="neutral" href="/om">
            {locale.t(words.about)}
          </a>
        </li>
        <li>
          <a class="ds-link" data-color="neutral" href="/tillganglighet">
            {locale.t(words.accessibility)}
          </a>
        </li>
      </ul>
    </div>
  </footer>
)

const Crumbs = ({ visit, crumbs }: { visit: Visit; crumbs: readonly Crumb[] }) => (
  <nav class="crumbs" aria-label={visit.locale.t(words.breadcrumbs)}>
    <ol>
      {crumbs.map(({ href, label }) => (
        <li>
          <a class="ds-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ol>
  </nav>
)

const noticeOf = ({ query }: Visit): Notice | undefined => {
  const asked = query.get('klart')
  return asked !== null && Object.hasOwn(notices, asked) ? (asked as Notice) : undefined // hasOwn has just said so
}

/** The frame of every page: skip link, who and where, the content, and how to reach the county. */
export const Page = ({ visit, title, crumbs, isWide, children }: PageProps) => {
  const { locale, assets, county } = visit
  const notice = noticeOf(visit)
  return (
    <html lang={locale.language} data-color-scheme="light">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${locale.t(words.product)} ${county.name}`}</title>
        <link rel="icon" href={assets.href('mark.svg')} type="image/svg+xml" />
        <link
          rel="preload"
          href={assets.href('generated/fonts/source-sans-3-latin.woff2')}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
        <link rel="stylesheet" href={assets.href(`generated/themes/${county.theme.name}.css`)} />
        <link rel="stylesheet" href={assets.href('generated/designsystemet.css')} />
        <link rel="stylesheet" href={assets.href('console.css')} />
        <script type="module" src={assets.href('generated/console.js')}></script>
      </head>
      <body data-size="sm" class={isWide ? 'wide' : undefined}>
        <a class="ds-skip-link" href="#innehall">
          {locale.t(words.skip)}
        </a>
        <Header visit={visit} />
        {crumbs && crumbs.length > 0 && <Crumbs visit={visit} crumbs={crumbs} />}
        <main id="innehall" class="content" tabindex={-1}>
          {notice && <NoticeBox>{locale.t(notices[notice])}</NoticeBox>}
          {children}
        </main>
        <Footer visit={visit} />
      </body>
    </html>
  )
}

export const show = (c: PageContext, page: Child, status: ContentfulStatusCode = 200): Response | Promise<Response> =>
  c.html(html`<!doctype html>${page}`, status)
