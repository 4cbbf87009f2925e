import { conflict, notFound, validationFailed, type InvalidParam } from '../../platform/http/index.js';

export const ruleSetNotFound = () => notFound('RULE_SET.NOT_FOUND');

/** `version` is the one to look at before saving again. */
export const ruleSetChanged = (version: number) => conflict('RULE_SET.CHANGED', { current: { version } });

export const ruleSetInvalid = (problems: readonly InvalidParam[]) => validationFailed('RULE_SET.INVALID', problems);
