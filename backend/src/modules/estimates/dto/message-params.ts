/** Parameters of a message: the web puts them into its own words. */
export const PARAMS: { type: 'object'; additionalProperties: { oneOf: { type: 'string' | 'number' }[] } } = {
  type: 'object',
  additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
};
