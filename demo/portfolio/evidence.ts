import type { EvidenceKind } from '../../services/ideas/domain/substantiation.ts'
import { assume } from './facts.ts'
import type { EvidencePiece } from './facts.ts'

/** Where the needs of the portfolio come from. */

const audit = 'EY, Granskning av e-hälsa, Region Jönköpings län, 2018'
const network = 'Nätverket för e-hälsa, möte 2019-03-14'

/** The auditors' review of eHealth in a region (EY 2018). */
export const fromAudit = (chapter: string, finding: string): EvidencePiece => ({
  kind: 'review',
  source: `${audit}, avsnitt ${chapter}`,
  finding,
})

/** The municipalities' network on welfare technology (SIV, 2FA). */
export const fromNetwork = (item: string, finding: string): EvidencePiece => ({
  kind: 'review',
  source: `${network}, ${item}`,
  finding,
})

/** The research project behind the model of the flow. */
export const fromModel = (chapter: string, finding: string): EvidencePiece => ({
  kind: 'research',
  source: `RUVeS, slutrapport 2019, avsnitt ${chapter}`,
  finding,
})

/** The county's arena for eHealth. */
export const fromArena = (finding: string): EvidencePiece => ({
  kind: 'review',
  source: 'eHealth Arena, presentation om e-hälsomarknaden i Kalmar län',
  finding,
})

/** The national work on digital services for prescribed self-care. */
export const fromOrderlyIntroduction = (finding: string): EvidencePiece => ({
  kind: 'review',
  source: 'Ordnat införande av digitala tjänster och produkter, rapport 1',
  finding,
})

/** Evidence that a case would need and no report gives. */
export const supposed = (kind: EvidenceKind, source: string, finding: string): EvidencePiece => ({
  kind,
  source: assume(source),
  finding: assume(finding),
})
