import { createHash } from 'node:crypto';
import fs from 'node:fs';
import swc from '@swc/jest';

/**
 * Jest runs tests in a context of their own, where every look at a global goes through an interceptor: geometry, which
 * lives on Math, is five times slower there. So each module takes the common ones once. (Not those that fake timers replace.)
 * On the first line, so that line numbers stay true; a module with its own top-level `Map` is refused as a syntax error.
 */
const GLOBALS = 'const { Array, Infinity, JSON, Map, Math, NaN, Number, Object, Set, String } = globalThis;';

const own = createHash('sha256')
  .update(fs.readFileSync(import.meta.filename))
  .digest('hex');

/** @swc/jest with the globals at hand. */
export default {
  createTransformer(options) {
    const compiler = swc.createTransformer(options);
    const withGlobals = (compiled) => ({ ...compiled, code: GLOBALS + compiled.code });
    return {
      ...compiler,
      process: (...args) => withGlobals(compiler.process(...args)),
      processAsync: async (...args) => withGlobals(await compiler.processAsync(...args)),
      getCacheKey: (...args) => compiler.getCacheKey(...args) + own,
    };
  },
};
