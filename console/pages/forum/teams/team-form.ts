import type { TeamView } from '../../../api/forum-views.ts'
import type { FormFields } from '../../../forms/action-form.tsx'
import type { Entered } from '../../../forms/read-form.ts'
import { writeForm } from '../../../forms/write-form.ts'
import type { Body } from '../forum-form.tsx'
import { linesOf } from '../lines.ts'
import { text } from '../words.ts'

export const teamFields: FormFields = {
  name: { kind: 'text', label: { sv: 'Samarbetets namn', en: 'Name of the team' }, maxLength: 160, isRequired: true },
  purpose: {
    kind: 'prose',
    label: { sv: 'Vad ni vill göra tillsammans', en: 'What you want to do together' },
    help: text.markdown,
    maxLength: 8_000,
    isRequired: true,
  },
  rolesSought: {
    kind: 'prose',
    label: { sv: 'Kompetenser ni söker', en: 'Skills that you seek' },
    help: { sv: 'En per rad, högst tio.', en: 'One on each line, at most ten.' },
    maxLength: 2_000,
    isRequired: false,
  },
  isPublic: {
    kind: 'yesNo',
    label: { sv: 'Ska samarbetet visas för alla?', en: 'Is the team to be shown to everybody?' },
    help: {
      sv: 'Vid nej ser bara medlemmarna och inbjudna företag det. Ni kan ändra er när som helst.',
      en: 'If not, only members and invited companies see it. You can change your minds at any time.',
    },
    isRequired: true,
  },
  contact: {
    kind: 'text',
    label: { sv: 'E-postadress för den som vill vara med', en: 'E-mail address for those who want to join' },
    help: {
      sv: 'Helst en gemensam brevlåda. Visas för dem som ser samarbetet.',
      en: 'Preferably a shared mailbox. Shown to those who see the team.',
    },
    maxLength: 200,
    isRequired: true,
  },
}

export const membershipFields: FormFields = {
  company: { kind: 'text', label: { sv: 'Ert företag', en: 'Your company' }, maxLength: 200, isRequired: true },
  role: {
    kind: 'text',
    label: { sv: 'Vad ert företag bidrar med', en: 'What your company contributes' },
    maxLength: 200,
    isRequired: true,
  },
}

export const bodyOfTeam = ({ rolesSought, ...rest }: Readonly<Record<string, unknown>>): Body => ({
  content: { ...rest, rolesSought: linesOf(rolesSought) },
})

export const enteredOf = (team: TeamView): Entered => writeForm(teamFields, { ...team, rolesSought: team.rolesSought.join('\n') })
