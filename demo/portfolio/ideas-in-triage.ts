import type { DemoCase } from '../demo-case.ts'
import { onlyIdea } from './plan-case.ts'
import { smsReminders } from './sheets/sms-reminders.ts'

/** Ideas that are no cases: some wait for triage, one has been answered, one merged into a case with the same need. */
export const ideasInTriage: readonly DemoCase[] = [
  onlyIdea(
    {
      key: 'klamydiatest-svar',
      title: 'Svar på klamydiatest direkt i mobilen',
      description:
        'Jag beställde ett klamydiatest på nätet, men fick vänta på brev med svaret. Jag vill se svaret i mobilen så fort det är klart, och veta vad jag ska göra om det är positivt.',
      affected: 'Unga vuxna som testar sig själva.',
      sender: 'resident',
      organisation: 'region-kalmar',
    },
    'leave',
  ),
  onlyIdea(
    {
      key: 'testbadd-hemmet',
      title: 'Testbädd för teknik i hemmet',
      description:
        'Små företag i länet har svårt att få visa att deras teknik fungerar i verkliga hem. Vi föreslår en testbädd där kommuner, regionen och forskare prövar lösningar på lika villkor och delar resultaten.',
      sender: 'researcher',
      organisation: 'kalmar-kommun',
    },
    'leave',
  ),
  onlyIdea(
    {
      key: 'kurator-tid',
      title: 'Boka tid hos kurator utan att ringa',
      description:
        'Det är svårt att ringa när man mår dåligt. Som anhörig till en ung vuxen vill jag att kuratorns lediga tider syns på nätet, så att man kan boka när modet finns.',
      sender: 'relative',
      organisation: 'region-kalmar',
    },
    'leave',
  ),
  onlyIdea(
    {
      key: 'surfplattor',
      title: 'Köp våra surfplattor till hemtjänsten',
      description:
        'Vi säljer tåliga surfplattor för vård och omsorg och ger just nu mängdrabatt. Plattorna har lång batteritid och kan användas i alla kommuner i länet.',
      sender: 'supplier',
      organisation: 'emmaboda-kommun',
    },
    {
      answer:
        'Tack för ert förslag. Det beskriver en produkt men inget behov i vården eller omsorgen, och därför blir det inget ärende. Kommunen köper surfplattor på ramavtal. Berätta gärna i Samverkansforum vilka problem era kunder löser med plattorna, så att verksamheterna kan känna igen sig.',
    },
  ),
  onlyIdea(
    {
      key: 'tandlakare-sms',
      title: 'Sms-påminnelse om tid hos tandläkaren',
      description:
        'Patienter glömmer sina tider hos tandläkaren, och tiden står tom. Jag vill få en påminnelse i mobilen i god tid före besöket, och kunna säga till om jag inte kan komma, så att någon annan får tiden.',
      sender: 'resident',
      organisation: 'region-kalmar',
    },
    {
      mergeInto: smsReminders.title,
      reason:
        'Samma behov finns redan i ärendet om sms-påminnelser, som nu följs upp. Folktandvården tas med där, och du kan följa ärendet med ditt kvitto.',
    },
  ),
]
