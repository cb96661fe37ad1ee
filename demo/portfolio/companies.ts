/** The companies of the portfolio. None of them exists: the names say so, and the numbers lie in a series that is not given out. */

export interface Company {
  readonly name: string
  readonly organisationNumber: string
  readonly size: 'micro' | 'small' | 'medium' | 'large'
}

const example = (name: string, organisationNumber: string, size: Company['size']): Company => ({
  name: `${name} (exempel)`,
  organisationNumber,
  size,
})

export const companies = {
  bookings: example('Exempelbolaget Tidbok AB', '554001-0013', 'small'),
  messages: example('Exempelföretaget Avisering AB', '554002-0020', 'micro'),
  meetings: example('Exempelbolaget Vårdmöte AB', '554003-0037', 'small'),
  careSystems: example('Exempelkoncernen Vårdsystem AB', '556666-6664', 'large'),
  safety: example('Exempelkoncernen Trygghet AB', '554004-0044', 'large'),
  sensors: example('Exempelbolaget Hemsensor AB', '554005-0050', 'small'),
  cameras: example('Exempelföretaget Nattillsyn AB', '554006-0067', 'medium'),
  dispensers: example('Exempelbolaget Dosett AB', '554007-0074', 'medium'),
  locks: example('Exempelföretaget Nyckelfritt AB', '554008-0081', 'small'),
  doors: example('Exempelkoncernen Dörr och Lås AB', '554009-0098', 'large'),
  positions: example('Exempelbolaget Positionslarm AB', '554010-0004', 'small'),
  therapy: example('Exempelbolaget Nätterapi AB', '554011-0011', 'small'),
  training: example('Exempelföretaget Hemträning AB', '554012-0028', 'micro'),
  monitoring: example('Exempelbolaget Hemmonitor AB', '554013-0035', 'small'),
  devices: example('Exempelkoncernen Medicinteknik AB', '554014-0042', 'large'),
  identity: example('Exempelföretaget Inloggning AB', '554015-0058', 'medium'),
  carePlans: example('Exempelbolaget Vårdplan AB', '554016-0065', 'micro'),
  forms: example('Exempelföretaget Formulär AB', '554017-0072', 'small'),
  decisions: example('Exempelbolaget Beslutsstöd AB', '554018-0089', 'small'),
  samples: example('Exempelföretaget Provsvar AB', '554019-0096', 'medium'),
  reality: example('Exempelbolaget Virtuell Vård AB', '554020-0002', 'micro'),
} as const satisfies Readonly<Record<string, Company>>
