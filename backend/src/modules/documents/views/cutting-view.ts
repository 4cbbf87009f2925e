import { cuttingSheetOfRoom, type CuttingSheet } from '@smet/estimating';
import { documentHead, type DocumentHead } from './document-head.js';
import { inputOf, shownVariantId, type DocumentContext, type DocumentSource } from './document-source.js';

/** What the workshop cuts: a sheet a room, no money at all. */
export interface CuttingView {
  head: DocumentHead;
  sheets: RoomSheet[];
  /** Names of rooms that cannot be cut as they are. */
  uncut: string[];
}

export interface RoomSheet {
  roomId: string;
  name: string;
  /** The film as its item is called; by the title of the rules where no line names it. */
  film: string;
  sheet: CuttingSheet;
}

export interface CuttingChoice {
  variantId?: string | undefined;
  /** Every room when absent. */
  roomId?: string | undefined;
  mirrored: boolean;
}

/** @throws VariantMissingError */
export function cuttingView(
  source: DocumentSource,
  context: DocumentContext,
  { variantId, roomId, mirrored }: CuttingChoice,
): CuttingView {
  const shown = shownVariantId(source, variantId);
  const draft = inputOf(source, shown);
  const prices = new Map(source.priceBook.map((item) => [item.code, item]));
  const rooms = draft.rooms.filter(({ id }) => roomId === undefined || id === roomId);
  const cut = rooms.map(({ id, name }) => ({
    id,
    name,
    sheet: cuttingSheetOfRoom({ draft, roomId: id }, prices, source.ruleSet, { mirrored }),
  }));
  return {
    head: documentHead(source, context),
    sheets: cut.flatMap(({ id, name, sheet }) =>
      sheet ? [{ roomId: id, name, film: filmName(source, sheet), sheet }] : [],
    ),
    uncut: cut.filter(({ sheet }) => sheet === null).map(({ name }) => name),
  };
}

/** The canvas of the film and roll as the price list calls it. */
function filmName({ ruleSet, priceBook }: DocumentSource, { film, rollMm }: CuttingSheet): string {
  const rollOf = (key: string): number => Number(key.slice(film.key.length + 1)) * 1000;
  const codes = ruleSet.lines.flatMap(({ item }) => (item.by === 'canvas' ? Object.entries(item.codes) : []));
  const code = codes.find(([key]) => key.startsWith(`${film.key} `) && rollOf(key) === rollMm)?.[1];
  return (
    priceBook.find((item) => item.code === code)?.name ??
    ruleSet.films.find(({ key }) => key === film.key)?.title ??
    film.key
  );
}
