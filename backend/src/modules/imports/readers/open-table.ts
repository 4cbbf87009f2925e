import { openCsv } from './csv.js';
import { UnreadableFile, type Table } from './table.js';
import { openXlsx } from './xlsx.js';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const EMPTY_ZIP = Buffer.from('PK\x05\x06', 'latin1');
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** The name of the stream that holds an encrypted workbook, as such containers write names. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** A file as a table, whatever its name says it is. @throws UnreadableFile */
export async function openTable(file: Buffer): Promise<Table> {
  const beginsWith = (mark: Buffer) => file.subarray(0, mark.length).equals(mark);
  if (beginsWith(OLE)) throw new UnreadableFile(file.includes(ENCRYPTED) ? 'IMPORT.ENCRYPTED' : 'IMPORT.OLD_EXCEL');
  if (beginsWith(ZIP) || beginsWith(EMPTY_ZIP)) return openXlsx(file);
  return openCsv(file);
}
