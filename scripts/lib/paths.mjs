import path from 'node:path';

/** The project's root folder, whatever the current directory is. */
export const root = path.resolve(import.meta.dirname, '../..');

/** @param {string[]} parts path below the project root */
export const fromRoot = (...parts) => path.join(root, ...parts);
