import { AccessTables1795168800000 } from './1795168800000-access-tables.js';
import { CatalogueAndClientTables1795168860000 } from './1795168860000-catalogue-and-client-tables.js';
import { OrderAndEstimateTables1795168920000 } from './1795168920000-order-and-estimate-tables.js';
import { IntegrationAndJournalTables1795168980000 } from './1795168980000-integration-and-journal-tables.js';
import { Search1795169040000 } from './1795169040000-search.js';
import { AccessFunctions1795169100000 } from './1795169100000-access-functions.js';
import { RowLevelSecurity1795169160000 } from './1795169160000-row-level-security.js';
import { LimitsAndUpkeep1795169220000 } from './1795169220000-limits-and-upkeep.js';
import { RoomPlansAndTolerances1795169280000 } from './1795169280000-room-plans-and-tolerances.js';
import { Letters1795169900000 } from './1795169900000-letters.js';
import { Settings1795170060000 } from './1795170060000-settings.js';
import { EstimateVariantsAndVersions1795170120000 } from './1795170120000-estimate-variants-and-versions.js';
import { Proposals1795170600000 } from './1795170600000-proposals.js';
import { SealedLetters1795171260000 } from './1795171260000-sealed-letters.js';
import { IssuedVersionsStay1795171320000 } from './1795171320000-issued-versions-stay.js';
import { AcceptanceAddressees1795171380000 } from './1795171380000-acceptance-addressees.js';
import { ListsOfAnEstimate1795171440000 } from './1795171440000-lists-of-an-estimate.js';
import { TemplatesStay1795171500000 } from './1795171500000-templates-stay.js';
import { CustomFields1795172000000 } from './1795172000000-custom-fields.js';
import { ClientsInFull1795172060000 } from './1795172060000-clients-in-full.js';
import { ClientMerges1795172120000 } from './1795172120000-client-merges.js';
import { SearchInBounds1795172130000 } from './1795172130000-search-in-bounds.js';
import { NomenclatureInFull1795172180000 } from './1795172180000-nomenclature-in-full.js';
import { Files1795172240000 } from './1795172240000-files.js';
import { Imports1795172300000 } from './1795172300000-imports.js';
import { ImportedClients1795172360000 } from './1795172360000-imported-clients.js';
import { ItemPictures1795172420000 } from './1795172420000-item-pictures.js';

/** In the order they run; a landed migration is never edited. */
export const migrations = [
  AccessTables1795168800000,
  CatalogueAndClientTables1795168860000,
  OrderAndEstimateTables1795168920000,
  IntegrationAndJournalTables1795168980000,
  Search1795169040000,
  AccessFunctions1795169100000,
  RowLevelSecurity1795169160000,
  LimitsAndUpkeep1795169220000,
  RoomPlansAndTolerances1795169280000,
  Letters1795169900000,
  Settings1795170060000,
  EstimateVariantsAndVersions1795170120000,
  Proposals1795170600000,
  SealedLetters1795171260000,
  IssuedVersionsStay1795171320000,
  AcceptanceAddressees1795171380000,
  ListsOfAnEstimate1795171440000,
  TemplatesStay1795171500000,
  CustomFields1795172000000,
  ClientsInFull1795172060000,
  ClientMerges1795172120000,
  SearchInBounds1795172130000,
  NomenclatureInFull1795172180000,
  Files1795172240000,
  Imports1795172300000,
  ImportedClients1795172360000,
  ItemPictures1795172420000,
];
