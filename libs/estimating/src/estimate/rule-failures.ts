import type { CompiledRules } from '../rules/compile-rule-set.js';
import type { EstimateProblem } from './estimate-result.js';
import type { GeneratedRoom } from './generated-lines.js';

/** More than anybody reads, of one room or of the rule set. */
const MOST = 20;

/** Formulas of the rule set that cannot be read; they concern no room more than another. */
export function ruleSetFailures({ problems, document }: CompiledRules): EstimateProblem[] {
  return problems.slice(0, MOST).map(({ path, params: { formulaCode, at } }): EstimateProblem => {
    const [list, index] = path.split('.');
    const ruleKey = document[list as 'lines'][Number(index)]?.key ?? '';
    return { code: 'RULE_FAILED', path: '', params: { ruleKey, rulePath: path, formulaCode: formulaCode!, at: at! } };
  });
}

/** Rules that have no result for a room, each formula once. */
export function roomFailures({ failures }: Pick<GeneratedRoom, 'failures'>, path: string): EstimateProblem[] {
  const told = new Set<string>();
  const once = failures.filter(({ path: rulePath }) => !told.has(rulePath) && told.add(rulePath));
  return once.slice(0, MOST).map(({ ruleKey, path: rulePath, error: { code, at } }) => ({
    code: 'RULE_FAILED',
    path,
    params: { ruleKey, rulePath, formulaCode: code, at },
  }));
}
