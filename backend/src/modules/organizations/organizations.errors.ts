import { conflict, notFound, validationFailed } from '../../platform/http/index.js';

export const organizationNotFound = () => notFound('ORGANIZATION.NOT_FOUND');

/** `current` is the version a client has to look at before it saves again. */
export const organizationChanged = (version: number) => conflict('ORGANIZATION.CHANGED', { current: { version } });

/** A warning that comes later than the refusal would never be seen. `fields` of the tolerances, as `warnMm`. */
export const toleranceAboveBlock = (fields: readonly { readonly name: string; readonly max: number }[]) =>
  validationFailed(
    'ORGANIZATION.TOLERANCES_INVALID',
    fields.map(({ name, max }) => ({
      path: `measurementTolerances.${name}`,
      code: 'WARNING_ABOVE_BLOCK',
      params: { max },
    })),
  );
