import type { Answer } from './http-client.js';
import type { Person } from './people.js';
import { until } from './until.js';
import { writeXlsx, type CellValue } from 'hucre/xlsx';
import type { FileDto } from '../../src/platform/files/file.dto.js';
import type { ImportDto, ImportRowDto, ImportRowPageDto } from '../../src/modules/imports/dto/import.dto.js';
import type { TestApi } from './api.js';

/** Of a worker that is killed again and again. */
const LONGEST_STAGE_MS = 120_000;

/** Somebody who imports tables, step by step as the screen does. */
export class Importer {
  constructor(
    private readonly api: TestApi,
    readonly person: Person,
  ) {}

  /** As a browser sends a form. */
  async upload<T = FileDto>(content: Uint8Array | string, name = 'table.xlsx', purpose = 'import'): Promise<Answer<T>> {
    const form = new FormData();
    form.set('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
    const response = await fetch(`${this.api.url}/api/v1/files?purpose=${purpose}`, {
      method: 'POST',
      headers: this.person.authorization,
      body: form,
    });
    const body = (await response.json()) as T;
    return { status: response.status, headers: response.headers, body };
  }

  /** From the file to the columns, or to the reason why it cannot be read. */
  async begin(kind: string, content: Uint8Array | string, name?: string): Promise<ImportDto> {
    const { body: file, status } = await this.upload(content, name);
    if (status !== 201) throw new Error(`the upload answered ${status} ${JSON.stringify(file)}`);
    const begun = await this.person.send<ImportDto>('POST', '/imports', { kind, fileId: file.id });
    if (begun.status !== 201) throw new Error(`the import answered ${begun.status} ${begun.raw}`);
    return this.settled(begun.body.id);
  }

  /** Takes the columns as they were suggested. */
  async check(begun: ImportDto, change: Record<string, unknown> = {}): Promise<ImportDto> {
    const { id, version, sheet, headerRow, mapping, options } = begun;
    const body = { version, sheet, headerRow, columns: mapping, options, ...change };
    const mapped = await this.person.send<ImportDto>('PUT', `/imports/${id}/mapping`, body);
    if (mapped.status !== 200) throw new Error(`the mapping answered ${mapped.status} ${mapped.raw}`);
    return this.settled(id);
  }

  async apply(checked: ImportDto): Promise<ImportDto> {
    return this.step('apply', checked);
  }

  async undo(applied: ImportDto): Promise<ImportDto> {
    return this.step('undo', applied);
  }

  async rows(id: string, action = ''): Promise<ImportRowDto[]> {
    const query = action && `&action=${action}`;
    return (await this.person.get<ImportRowPageDto>(`/imports/${id}/rows?limit=500${query}`)).body.items;
  }

  /** When the background has done what was asked. */
  settled(id: string): Promise<ImportDto> {
    return until(
      async () => {
        const { body } = await this.person.get<ImportDto>(`/imports/${id}`);
        return body.state.endsWith('ing') && body.state !== 'mapping' ? null : body;
      },
      'the end of the stage',
      LONGEST_STAGE_MS,
    );
  }

  private async step(step: 'apply' | 'undo', { id, version }: ImportDto): Promise<ImportDto> {
    const asked = await this.person.send<ImportDto>('POST', `/imports/${id}/${step}`, { version });
    if (asked.status !== 200) throw new Error(`${step} answered ${asked.status} ${asked.raw}`);
    return this.settled(id);
  }
}

/** A workbook of one sheet. */
export function workbook(rows: CellValue[][], more: Partial<{ merges: Merge[] }> = {}): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: 'Прайс', rows, ...more }] });
}

interface Merge {
  startRow: number;
  startCol: number;
  endRow: number;
  endCol: number;
}
