import type { Text } from '#contracts/language.ts'
import { sectionStatusNames } from '#contracts/words.ts'
import { words } from '../../language/words.ts'
import type { Block, TableBlock } from '../paper.ts'
import { contentBlocks } from './content-blocks.ts'
import type { FrozenSection } from './load-material.ts'
import type { Writing } from './writing.ts'

/** The record, section by section, in the versions that the decision is made on. */

const text = {
  caption: { sv: 'Avsnitt, version och kontrollsumma', en: 'Sections, version and digest' },
  section: { sv: 'Avsnitt', en: 'Section' },
  digest: { sv: 'Kontrollsumma (SHA-256)', en: 'Digest (SHA-256)' },
  empty: { sv: 'Avsnittet är tomt.', en: 'The section is empty.' },
  unreadable: { sv: 'Innehållet gick inte att läsa.', en: 'The content could not be read.' },
  changed: {
    sv: 'Det som läses här stämmer inte med kontrollsumman i det frysta underlaget. Besluta inte på det; kontakta driften.',
    en: 'What is read here does not agree with the digest in the frozen evidence. Do not decide on it; contact operations.',
  },
} as const satisfies Record<string, Text>

export const sectionTable = ({ locale: { t }, material }: Writing): TableBlock => ({
  kind: 'table',
  caption: t(text.caption),
  columns: [
    { label: t(text.section), width: 5 },
    { label: t(words.status), width: 2 },
    { label: t(words.mandatory), width: 3 },
    { label: t(words.version), width: 2, isNumber: true },
    { label: t(text.digest), width: 8 },
  ],
  rows: material.sections.map(({ evidence: { name, status, isMandatory, version, digest } }) => [
    t(name),
    t(sectionStatusNames[status]),
    t(isMandatory ? words.mandatory : words.optional),
    version === 0 ? '–' : String(version),
    digest ?? '–',
  ]),
})

const isWritten = ({ evidence: { version, status } }: FrozenSection): boolean => version > 0 && status !== 'empty'

const sectionBlocks = (section: FrozenSection, { locale, material }: Writing): Block[] => {
  const { t } = locale
  const { evidence, form, content, isIntact } = section
  const standing = `${t(words.version)} ${evidence.version}, ${t(sectionStatusNames[evidence.status]).toLowerCase()}.`
  return [
    { kind: 'heading', level: 3, text: t(evidence.name) },
    ...(!isWritten(section)
      ? [{ kind: 'paragraph', text: t(text.empty) } as const]
      : content === undefined || form === undefined
        ? [{ kind: 'callout', tone: 'bad', text: t(text.unreadable) } as const]
        : [
            { kind: 'paragraph', style: 'note', text: standing } as const,
            ...(isIntact ? [] : [{ kind: 'callout', tone: 'bad', text: t(text.changed) } as const]),
            ...contentBlocks(form.fields, content, { locale, options: material.options }),
          ]),
  ]
}

export const sectionsInFull = (writing: Writing): Block[] =>
  writing.material.sections.flatMap((section) => sectionBlocks(section, writing))
