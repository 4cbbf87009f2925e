// Starts SMET as `npm start` does, on an empty data folder. Kept apart from the configuration file, which every
// Playwright process loads: only one of them may empty the folder.
import fs from 'node:fs';
import { fromRoot } from '../../scripts/lib/paths.mjs';

if (!process.env.SMET_DATA_DIR?.startsWith('var/')) throw new Error('SMET_DATA_DIR must be a folder below var/');
fs.rmSync(fromRoot(process.env.SMET_DATA_DIR), { recursive: true, force: true });
await import('../../scripts/start.mjs');
