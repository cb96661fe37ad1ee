import type { Text } from '#contracts/language.ts'
import { careStepNames, targetGroupNames } from '#contracts/market.ts'
import {
  contractKindNames,
  hostingNames,
  integrationDirectionNames,
  optionStatusNames,
  systemCategoryNames,
} from '#contracts/system-map.ts'
import { systemGroups } from '../../api/system-views.ts'
import type { ContractView, SystemView } from '../../api/system-views.ts'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { Due } from '../../layout/due.tsx'
import { Facts } from '../../layout/facts.tsx'
import { organisationName } from '../../layout/names.ts'
import { Page, show } from '../../layout/page.tsx'
import { Tag } from '../../layout/tag.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { loadSystem } from './load-system.ts'
import { withQuery } from './map-filter.tsx'
import { keptOrganisation } from './may-edit.ts'
import { SystemStatusTag } from './system-status-tag.tsx'
import { mapCrumbs, mapPath, systemPath, systemWords } from './system-words.ts'

/** One system: what it is for, from whom, by which contracts, integrated with what, and who else has it. */

const text = {
  change: { sv: 'Ändra', en: 'Change' },
  purpose: { sv: 'Används till', en: 'Used for' },
  functions: { sv: 'Funktioner', en: 'Functions' },
  careSteps: { sv: 'Steg i vården och omsorgen', en: 'Steps of care' },
  targetGroups: { sv: 'Målgrupper', en: 'Target groups' },
  owner: { sv: 'Systemägare', en: 'System owner' },
  since: { sv: 'I drift sedan', en: 'In use since' },
  hosting: { sv: 'Drift', en: 'Hosting' },
  class: { sv: 'Informationsklass', en: 'Information class' },
  classLevels: { sv: 'konfidentialitet, riktighet, tillgänglighet', en: 'confidentiality, integrity, availability' },
  noContracts: { sv: 'Inga avtal är inskrivna.', en: 'No contracts have been entered.' },
  notStarted: { sv: 'Har inte börjat', en: 'Not started' },
  inForce: { sv: 'Gäller', en: 'In force' },
  ended: { sv: 'Har löpt ut', en: 'Ended' },
  from: { sv: 'Gäller från', en: 'Valid from' },
  number: { sv: 'Avtalsnummer', en: 'Contract number' },
  diary: { sv: 'Diarienummer', en: 'Register number' },
  value: { sv: 'Värde', en: 'Value' },
  options: { sv: 'Optioner', en: 'Options' },
  until: { sv: 'till och med', en: 'until' },
  callBy: { sv: 'avropas senast', en: 'to be called by' },
  overdue: { sv: 'Sista dag har passerat', en: 'The last day has passed' },
  callOffNote: {
    sv: 'Bara den som namngavs när ramavtalet annonserades får avropa (LOU 7 kap. 3 §). Stäm av med den som har avtalet.',
    en: 'Only those who were named when the framework was announced may call off (LOU 7:3). Check with the holder.',
  },
  integrations: { sv: 'Integrationer', en: 'Integrations' },
  noIntegrations: { sv: 'Inga integrationer är inskrivna.', en: 'No integrations have been entered.' },
  standard: { sv: 'Standard', en: 'Standard' },
  direction: { sv: 'Riktning', en: 'Direction' },
  others: { sv: 'Andra som har samma system', en: 'Others who have the same system' },
  noOthers: { sv: 'Ingen annan har skrivit in det.', en: 'Nobody else has entered it.' },
  saved: { sv: 'Senast ändrat', en: 'Last changed' },
} as const satisfies Record<string, Text>

const standingLooks = {
  notStarted: { color: 'info', label: text.notStarted },
  inForce: { color: 'success', label: text.inForce },
  ended: { color: 'neutral', label: text.ended },
} as const satisfies Record<ContractView['standing'], { color: 'info' | 'success' | 'neutral'; label: Text }>

const OptionList = ({ visit, options }: { visit: Visit; options: ContractView['options'] }) => {
  const { t, day } = visit.locale
  return (
    <ol class="plain">
      {options.map(({ until, decideBy, status, isOverdue }) => (
        <li>
          {until && `${t(text.until)} ${day(until)}`}
          {decideBy && `, ${t(text.callBy)} ${day(decideBy)}`}: {t(optionStatusNames[status]).toLocaleLowerCase('sv')}
          {isOverdue && (
            <>
              {' '}
              <Tag color="warning">{t(text.overdue)}</Tag>
            </>
          )}
        </li>
      ))}
    </ol>
  )
}

const Contract = ({ visit, contract }: { visit: Visit; contract: ContractView }) => {
  const { locale } = visit
  const { t, day, money } = locale
  const { color, label } = standingLooks[contract.standing]
  const mayEndSoon = contract.standing !== 'ended'
  return (
    <section class="paper">
      <h3 class="ds-heading" data-size="xs">
        {[t(contractKindNames[contract.kind]), contract.contractNumber].filter(Boolean).join(' ')}{' '}
        <Tag color={color}>{t(label)}</Tag>
      </h3>
      <Facts
        rows={[
          [t(systemWords.supplier), contract.supplier],
          [t(text.from), day(contract.start)],
          [t(systemWords.endsOn), contract.endsOn ? day(contract.endsOn) : t(systemWords.untilFurther)],
          [
            t(systemWords.endsWithOptionsOn),
            contract.endsWithOptionsOn && contract.endsWithOptionsOn !== contract.endsOn
              ? day(contract.endsWithOptionsOn)
              : undefined,
          ],
          [
            t(systemWords.decideBy),
            mayEndSoon && contract.decideBy ? (
              <Due date={contract.decideBy} isOverdue={contract.decideBy < locale.today} locale={locale} />
            ) : undefined,
          ],
          [t(text.options), contract.options.length > 0 ? <OptionList visit={visit} options={contract.options} /> : undefined],
          [t(text.value), contract.value === undefined ? undefined : money(contract.value)],
          [t(text.diary), contract.diaryNumber],
          ['CPV', contract.cpv.length > 0 ? contract.cpv.join(', ') : undefined],
          [
            t(systemWords.callOff),
            contract.callOff.length > 0 ? contract.callOff.map((one) => organisationName(visit, one)).join(', ') : undefined,
          ],
        ]}
      />
      {contract.callOff.length > 0 && <p class="note">{t(text.callOffNote)}</p>}
    </section>
  )
}

const About = ({ visit, system: { content, organisation } }: { visit: Visit; system: SystemView }) => {
  const { t, day, number, list } = visit.locale
  const { informationClass: level } = content
  return (
    <Facts
      rows={[
        [t(words.organisation), organisationName(visit, organisation)],
        [t(words.status), <SystemStatusTag visit={visit} status={content.status} />],
        [t(systemWords.category), t(systemCategoryNames[content.category])],
        [t(systemWords.supplier), content.supplier.name],
        [t(text.purpose), content.purpose],
        [
          t(text.functions),
          content.functions.length > 0 ? (
            <ul class="plain">
              {content.functions.map((one) => (
                <li>{one}</li>
              ))}
            </ul>
          ) : undefined,
        ],
        [t(text.careSteps), list(content.careSteps.map((one) => t(careStepNames[one])))],
        [t(text.targetGroups), list(content.targetGroups.map((one) => t(targetGroupNames[one])))],
        [t(text.owner), content.owner],
        [t(systemWords.users), content.users === undefined ? undefined : number(content.users)],
        [t(text.since), content.inUseSince && day(content.inUseSince)],
        [t(text.hosting), content.hosting && t(hostingNames[content.hosting])],
        [t(text.class), level && `${level.confidentiality}–${level.integrity}–${level.availability} (${t(text.classLevels)})`],
      ]}
    />
  )
}

const Neighbours = ({ visit, system }: { visit: Visit; system: SystemView }) => {
  const { t } = visit.locale
  if (system.neighbours.length === 0) return <p class="empty">{t(text.noIntegrations)}</p>
  return (
    <DataTable
      caption={t(text.integrations)}
      isCaptionHidden
      columns={[systemWords.system, text.direction, text.standard].map((label) => ({ label: t(label) }))}
      rows={system.neighbours.map(({ systemId, name, organisation, standard, direction }) => [
        <>
          <a class="ds-link" href={systemPath(systemId)}>
            {name}
          </a>
          <span class="note block">{organisationName(visit, organisation)}</span>
        </>,
        t(integrationDirectionNames[direction]),
        standard,
      ])}
    />
  )
}

const Others = async ({ visit, system }: { visit: Visit; system: SystemView }) => {
  const { t, shortDay } = visit.locale
  const { name, supplier } = system.content
  const read = await visit.api.read(
    withQuery('/v1/catalogue/system-groups', { text: name, supplier: supplier.name, limit: '100' }),
    systemGroups,
  )
  const others = read.value.groups.flatMap(({ systems }) => systems).filter(({ systemId }) => systemId !== system.systemId)
  if (others.length === 0) return <p class="empty">{t(text.noOthers)}</p>
  return (
    <DataTable
      caption={t(text.others)}
      isCaptionHidden
      columns={[words.organisation, systemWords.system, words.status, systemWords.endsOn].map((label) => ({ label: t(label) }))}
      rows={others.map((other) => [
        organisationName(visit, other.organisation),
        <a class="ds-link" href={systemPath(other.systemId)}>
          {other.name}
        </a>,
        <SystemStatusTag visit={visit} status={other.status} />,
        other.endsOn ? shortDay(other.endsOn) : '–',
      ])}
    />
  )
}

export const systemPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t, moment } = visit.locale
  const system = await loadSystem(visit, c.req.param('systemId') ?? '')
  const { systemId, content } = system
  return show(
    c,
    <Page visit={visit} title={content.name} crumbs={mapCrumbs(t)}>
      <h1 class="ds-heading" data-size="lg">
        {content.name}
      </h1>
      <About visit={visit} system={system} />
      <p class="actions no-print">
        {keptOrganisation(visit) === system.organisation && (
          <a class="ds-button" href={`${systemPath(systemId)}/andra`}>
            {t(text.change)}
          </a>
        )}
        <a class="ds-link" href={withQuery(`${mapPath}/samkop`, { kategori: content.category })}>
          {t(systemWords.joint)}
        </a>
      </p>
      <section aria-labelledby="avtal">
        <h2 class="ds-heading" data-size="sm" id="avtal">
          {t(systemWords.contracts)}
        </h2>
        {system.contracts.length === 0 && <p class="empty">{t(text.noContracts)}</p>}
        {system.contracts.map((contract) => (
          <Contract visit={visit} contract={contract} />
        ))}
      </section>
      <section aria-labelledby="integrationer">
        <h2 class="ds-heading" data-size="sm" id="integrationer">
          {t(text.integrations)}
        </h2>
        <Neighbours visit={visit} system={system} />
      </section>
      <section aria-labelledby="andra">
        <h2 class="ds-heading" data-size="sm" id="andra">
          {t(text.others)}
        </h2>
        {await Others({ visit, system })}
      </section>
      <p class="note">
        {t(text.saved)} {moment(system.changedAt)}, {system.changedBy.name}.{' '}
        <a class="ds-link" href={`${systemPath(systemId)}/historik`}>
          {t(words.history)}
        </a>
      </p>
    </Page>,
  )
}
