import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AmocrmState } from './world.js';

/** The state file exists but cannot be used. The message is one line for a person. */
export class StateFileError extends Error {}

/**
 * Keeps the state in one JSON file. Writes are grouped: everybody who changed something while a write was running
 * shares the next one. `settle` resolves when the caller's change is in the file, so an acknowledged write survives
 * kill -9 (the rename is atomic and the page cache outlives the process; power loss is not a stand-in's business).
 */
export class StateStore {
  private version = 0;
  private savedVersion = 0;
  private writing: Promise<void> | null = null;

  constructor(
    private readonly file: string | null,
    private readonly snapshot: () => AmocrmState,
  ) {}

  /** Marks the state as changed. */
  touch(): void {
    this.version += 1;
  }

  /** Waits until everything changed so far is on disk. Rejects when the file cannot be written. */
  async settle(): Promise<void> {
    const { file } = this;
    if (file === null) return;
    const wanted = this.version;
    while (this.savedVersion < wanted) {
      // Cleared only when the promise is over, never from inside it: a write that ended at once would stay for ever.
      this.writing ??= this.write(file).finally(() => {
        this.writing = null;
      });
      await this.writing;
    }
  }

  private async write(file: string): Promise<void> {
    const version = this.version;
    const temporary = `${file}.${process.pid}.tmp`;
    await writeFile(temporary, JSON.stringify(this.snapshot()));
    await rename(temporary, file);
    this.savedVersion = version;
  }
}

/** Reads a state file; null when there is none yet. Throws StateFileError when it is not one of ours. */
export function loadState(file: string): AmocrmState | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw new StateFileError(`cannot read ${file}: ${String(error)}`, { cause: error });
  }
  const state = parseState(text);
  if (state === null) throw new StateFileError(`${file} is not a state of the amoCRM stand-in: move it away`);
  return state;
}

/** The system's code of an error (`ENOENT`, `EADDRINUSE`), if it has one. */
export function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

export async function ensureFolderOf(file: string): Promise<void> {
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
}

function parseState(text: string): AmocrmState | null {
  try {
    const value = JSON.parse(text) as AmocrmState | null;
    const usable = value?.schemaVersion === 1 && Array.isArray(value.pipelines) && typeof value.leads === 'object';
    return usable ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
