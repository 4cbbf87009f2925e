import type { EstimateLine, EstimateTotals, Adjustment } from '@smet/estimating';
import type { CompanyProfile } from '../../company/index.js';
import type { Presented } from '../../estimates/index.js';
import type {
  ProposalAcceptanceDto,
  ProposalCompanyDto,
  ProposalDto,
  ProposalRoomDto,
  ProposalVariantDto,
} from '../dto/proposal.dto.js';
import type { ProposalPlace } from '../proposal-place.repository.js';

/** What of a version goes into a proposal; whatever else it has is not looked at. */
export interface ShownVersion {
  readonly draft: { readonly rooms: readonly NamedThing[]; readonly variants: readonly NamedThing[] };
  readonly currentVariantId: string;
  /** Both parties and the conditions, as they were when the version was issued. */
  readonly presented: Presented;
  readonly results: readonly { readonly variantId: string; readonly result: ShownResult }[];
}

interface NamedThing {
  readonly id: string;
  readonly name: string;
}

interface ShownResult {
  readonly rooms: readonly {
    readonly roomId: string;
    readonly measures?: { readonly billedArea: string; readonly billedPerimeter: string };
  }[];
  readonly lines: readonly Pick<EstimateLine, 'roomId' | 'name' | 'unit' | 'quantity' | 'sumMinor'>[];
  readonly adjustments: readonly Pick<Adjustment, 'roomId' | 'kind' | 'name' | 'percent' | 'sumMinor'>[];
  readonly totals: Pick<EstimateTotals, 'grossMinor' | 'discountMinor' | 'toPayMinor' | 'vat' | 'schedule'>;
}

/** A version as its client sees it. Built up field by field: what is not named here cannot leak. */
export function viewProposal(
  place: ProposalPlace,
  version: ShownVersion,
  { codesAvailable }: { codesAvailable: boolean },
): ProposalDto {
  const { issuedAt, contentHash } = place;
  const { company, companyName, order, timezone } = version.presented;
  if (issuedAt === null || contentHash === null) throw new Error(`version ${place.versionId} was never issued`);
  return {
    state: stateOf(place),
    orderNumber: order.number,
    address: order.address,
    number: place.number,
    issuedAt,
    validUntil: place.validUntil,
    contentHash,
    currency: place.currency,
    timezone,
    company: viewCompany(companyName, company),
    terms: company.proposalTerms,
    warrantyMonthsMaterials: company.warrantyMonthsMaterials,
    warrantyMonthsWork: company.warrantyMonthsWork,
    rooms: viewRooms(version),
    variants: version.draft.variants.flatMap((variant) => viewVariant(variant, version)),
    currentVariantId: version.currentVariantId,
    acceptance: viewAcceptance(place.acceptance),
    codesAvailable,
  };
}

/** An accepted version stays accepted, whatever came later. */
function stateOf({ acceptance, newerNumber, lapsed }: ProposalPlace): ProposalDto['state'] {
  if (acceptance !== null) return 'accepted';
  if (newerNumber !== null) return 'superseded';
  return lapsed ? 'lapsed' : 'open';
}

export function viewAcceptance(acceptance: ProposalPlace['acceptance']): ProposalAcceptanceDto | null {
  if (acceptance === null) return null;
  const { variantId, acceptedAt, name, method } = acceptance;
  return { variantId, acceptedAt, name, method };
}

function viewCompany(name: string, company: CompanyProfile): ProposalCompanyDto {
  const { legalName, taxId, address, phone, email, site, brandColor, logo } = company;
  const picture = logo === null ? null : `data:${logo.type};base64,${logo.data}`;
  return { name, legalName, taxId, address, phone, email, site, brandColor, logo: picture };
}

/** Measures are those of the advised variant: how the rooms are measured does not depend on what they are made of. */
function viewRooms({ draft, results, currentVariantId }: ShownVersion): ProposalRoomDto[] {
  const shown = results.find(({ variantId }) => variantId === currentVariantId) ?? results[0];
  const measured = new Map(shown?.result.rooms.map((room) => [room.roomId, room.measures]));
  return draft.rooms.map(({ id, name }) => {
    const measures = measured.get(id);
    return { id, name, area: measures?.billedArea ?? '0', perimeter: measures?.billedPerimeter ?? '0' };
  });
}

function viewVariant({ id, name }: NamedThing, { results }: ShownVersion): ProposalVariantDto[] {
  const result = results.find(({ variantId }) => variantId === id)?.result;
  if (result === undefined) return [];
  const { grossMinor, discountMinor, toPayMinor, vat, schedule } = result.totals;
  return [
    {
      id,
      name,
      grossMinor,
      discountMinor,
      toPayMinor,
      vat: vat && { mode: vat.mode, ratePercent: vat.ratePercent, amountMinor: vat.amountMinor },
      lines: result.lines.map((line) => ({
        roomId: line.roomId,
        name: line.name,
        unit: line.unit,
        quantity: line.quantity,
        sumMinor: line.sumMinor,
      })),
      adjustments: result.adjustments.map((adjustment) => ({
        roomId: adjustment.roomId,
        kind: adjustment.kind,
        name: adjustment.name,
        percent: adjustment.percent,
        sumMinor: adjustment.sumMinor,
      })),
      schedule: schedule.map(({ when, percent, amountMinor }) => ({ when, percent, amountMinor })),
    },
  ];
}
